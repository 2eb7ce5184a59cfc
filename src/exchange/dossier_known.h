#pragma once
/* An imported row that names a dossier that exists. */
#include "exchange/dossier_row.h"
#include "dossier/dossier_store.h"

struct dossier_known {
	enum dossier_refusal refusal; /* of the row's facts, or of the correction */
	bool same, corrected;
	enum dossier_column column; /* else: the first column that says something else, */
	struct str typed, stored;   /* the file's value and the stored one */
};
/* Compares the row with what is stored; with job->correct writes a correction when they differ. */
must_check const struct fault *dossier_meet(struct write *w, const struct dossier_job *job,
	const struct dossier_line *l, struct dossier_known *out);

/* What is not public of a row, as canonical JSON: {"name":…,"note":…}. */
struct str applicant_data(struct arena *a, const struct dossier_line *l);
