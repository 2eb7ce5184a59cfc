#pragma once
/*
 * How sums and steps are kept in the database, as few bytes as is easy: numbers of 7 bits a byte, low first,
 * signed ones zigzag. Only the follower writes them, and a rebuild makes them anew.
 */
#include "base/buf.h"
#include "figures/figures.h"

/* One step with everything a question may ask of it. */
struct figure_fact {
	int64_t position; /* of the journal entry that brought it */
	int64_t dossier;  /* internal number; of a feedback: the negative of its record's */
	int64_t agency, procedure;
	struct figure_step step;
};

void pack_totals(struct buf *out, const struct figure_totals *t);
must_check bool unpack_totals(struct str bytes, struct figure_totals *t);

/* Steps are packed in runs; runs can stand one behind the other. The agency is not packed: it is the key. */
void pack_facts(struct buf *out, const struct figure_fact *facts, size_t n);
struct fact_reader {
	struct str rest;
	size_t left; /* in this run */
	struct figure_fact last;
};
/* *fact is the next one. False at the end; *broken tells whether the bytes ended badly. */
bool next_fact(struct fact_reader *r, struct figure_fact *fact, bool *broken);
