#pragma once
/*
 * What the demonstration stands on: the files of packs/vn and packs/vn/demo, which are part of the program,
 * and when each is imported; the life that is planned over them.
 */
#include "catalogue/catalogue.h"
#include "demo/plan.h"
#include "journal/write.h"

/* When the demonstration begins: Monday 09/01/2023 08:00 (the article's page counts visits of January 2023).
 */
#define DEMO_NOW INT64_C(1673226000)

/* One file, or the part of a file that one decision brought. */
struct demo_import {
	instant at;
	write_command *run; /* of a struct import_job */
	struct str path;    /* for faults */
	struct str bytes;
};
struct demo_script {
	uint64_t seed;
	const struct demo_import *imports; /* by at */
	int imports_n;
	const struct plan_request *request;
	struct plan plan;
};

/* The imports of the demonstration, in a. */
const struct demo_import *demo_imports(struct arena *a, int *n);
/* The catalogue that comes of the imports, all of them at once in a database in memory; for planning only. */
must_check const struct fault *demo_rehearse_imports(
	struct arena *a, const struct demo_import *imports, int n, const struct catalogue **out);
/* One import at its time, as a command of the writer: arg is a struct demo_import. A file of ours that is
 * refused is FAULT_CORRUPT. */
must_check const struct fault *demo_import_run(struct write *w, void *arg);

/* Department of Construction, Department of Transport, and the two invented agencies, so that the article's
 * figures come out on 25/10/2022. */
must_check const struct fault *demo_script_of_article(struct arena *a, struct demo_script *out);
