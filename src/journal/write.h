#pragma once
/*
 * What a command gets while it is being carried out by the one writer: the connection inside a transaction,
 * the end of the journal, the time of record. A command is a closure (load, decide, apply, append, save). It
 * may be run a second time when the group it was in failed, so it sets its results at the end and keeps
 * nothing from an earlier run.
 */
#include "journal/journal_store.h"

struct write {
	struct db *db; /* db->a is the arena of this run */
	struct journal *journal;
	instant now;        /* the time of record: never before the last recorded entry */
	uint64_t salt_seed; /* 0: salts are random; else they follow from it (demo: the same journal
			       everywhere) */
};

/* A command. Refusals are results in arg; a fault takes its changes back; db_undo() does so without a fault.
 */
typedef const struct fault *write_command(struct write *w, void *arg);

/* Says that public pages show something else now, for what is changed without an entry (a setting). */
void write_changed_pages(struct write *w);
/* Seals data about subject for the entry that is appended next. */
struct journal_sealed write_seal(const struct write *w, struct str subject, struct str data);
