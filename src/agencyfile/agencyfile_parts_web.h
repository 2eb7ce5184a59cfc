#pragma once
/* Between the files of this folder: each gathers one part of the page. */
#include "agencyfile/agencyfile_view.h"
#include "agencyfile/agencyfile_web.h"

#include "figures/figures_out.h"

struct agencyfile {
	struct request *rq;
	struct db *db;
	const struct catalogue *c;
	int agency; /* number */
	struct str code;
	const bool *in; /* which agencies are within it, by number */
	daynum today;
	int year;
};
/* Links to the dossiers behind a number of a period. */
void agencyfile_numbers(struct request *rq, struct str agency, const struct figure_report *r,
	const struct figure_sums *sums, struct agencyfile_number out[AGENCYFILE_CELLS]);
/* The parts, in the order of the page. */
must_check const struct fault *agencyfile_figures(const struct agencyfile *f, struct agencyfile_view *v);
void agencyfile_gaps(const struct agencyfile *f, struct agencyfile_view *v);
must_check const struct fault *agencyfile_recommendations(
	const struct agencyfile *f, struct agencyfile_view *v);
must_check const struct fault *agencyfile_inspections(const struct agencyfile *f, struct agencyfile_view *v);
must_check const struct fault *agencyfile_plan(const struct agencyfile *f, struct agencyfile_view *v);
must_check const struct fault *agencyfile_reports(const struct agencyfile *f, struct agencyfile_view *v);
must_check const struct fault *agencyfile_scores(const struct agencyfile *f, struct agencyfile_view *v);
/* Whether the code is that of the agency or of something below it. */
bool agencyfile_has(const struct agencyfile *f, struct str code);
