#pragma once
/*
 * Import of working time: `agency,valid_from,[valid_to],weekday,hours`. weekday is mon ... sun or a range
 * (mon-fri); hours is "07:30-11:30,13:00-17:00", empty (closed) or "counter 07:30-11:30" for sessions that
 * make no working day. The rows of one agency with the same valid_from are one period; weekdays that it does
 * not name are closed. Agencies below without periods of their own inherit them.
 */
#include "exchange/import.h"

/* A command of the writer; job is a struct import_job. Each new or changed period is one journal entry
 * "calendar.hours"; the report counts rows. Open dossiers do not move. */
must_check const struct fault *import_hours(struct write *w, void *job);
