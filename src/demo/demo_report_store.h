#pragma once
/* The periodic reports of the two invented agencies: a step each, taken through the real commands. */
#include "journal/write.h"

/* A command of the writer at its time; arg is a struct import_job whose bytes are one line of
 * packs/vn/demo/reports.csv. A line of ours that is refused is FAULT_CORRUPT. */
must_check const struct fault *demo_report_run(struct write *w, void *import_job);
