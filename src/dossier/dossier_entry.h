#pragma once
/*
 * An event as the public part of a journal entry and back: canonical JSON (RFC 8785), docs/journal-format.md
 * "Dossier entries". There is exactly one text for an event; the reader takes that text and nothing else.
 */
#include "dossier/dossier_event.h"

/* Appends the entry. Texts must be well-formed UTF-8; persons sorted by `as`. */
void dossier_entry_write(struct buf *out, const struct dossier_event *e);

enum entry_read {
	ENTRY_DOSSIER,
	ENTRY_OTHER,  /* not about a dossier: *out is untouched */
	ENTRY_BROKEN, /* says that it is about a dossier, but is not what was ever written; *out is untouched
		       */
};
/* Strings of *out are slices of entry (or in a, when they have escapes), facts are in a. */
must_check enum entry_read dossier_entry_read(struct arena *a, struct str entry, struct dossier_event *out);
