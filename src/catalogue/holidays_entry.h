#pragma once
/* The journal entry of one version of the holidays, "calendar.holidays" (docs/journal-format.md). */
#include "agency/entry.h"
#include "calendar/holidays.h"

struct holidays_version {
	int64_t number;       /* counts from 1; dossiers keep it */
	int64_t position;     /* of its journal entry */
	struct holidays file; /* what was imported */
	struct holidays all;  /* what holds from then on: file's years replaced those of the version before */
};
/* Appends the canonical bytes: the days of the file, each as "2022-01-03 compensation Nghỉ bù". */
void holidays_entry(struct buf *out, const struct holidays_version *v, const struct entry_stamp *stamp);
/* Reads number and file back. False for bytes that holidays_entry would not have written. */
must_check bool holidays_from_entry(
	struct arena *a, struct str bytes, struct holidays_version *v, struct entry_stamp *stamp);
