#pragma once
/*
 * An event as a journal entry and back (docs/journal-format.md, "Entries of records"): the public part is
 * canonical JSON; what is sealed stands in two parts that the entry commits to: "actor" {account, name} and
 * "words", the sealed fields.
 */
#include "record/record.h"

enum record_part { RECORD_PART_ACTOR, RECORD_PART_WORDS, RECORD_PARTS };
extern const struct str record_part_names[RECORD_PARTS];
/* The sealed parts as canonical JSON; empty: nothing to seal. */
struct str record_part_write(
	struct arena *a, const struct record_kind *k, const struct record_event *e, int part);
/* The public part; commitments in base64, empty for parts that there are not. */
void record_entry_write(struct buf *out, const struct record_kind *k, const struct record_event *e,
	const struct str commitments[RECORD_PARTS]);
/* Reads back what was written. False when the bytes are not those of an entry of this kind. */
must_check bool record_entry_read(struct arena *a, const struct record_kind *k, struct str bytes,
	struct record_event *out, struct str commitments[RECORD_PARTS]);
/* Adds what a part says to e. False when it is not what was written. */
must_check bool record_part_read(
	struct arena *a, const struct record_kind *k, int part, struct str data, struct record_event *e);
/* Whether an entry is of a record of that kind: "kind" begins with "inspection.". */
bool record_entry_is(const struct record_kind *k, struct str bytes);
