#pragma once
/*
 * From journal entries to steps. A dossier's steps are a pure function of what is known of it, so an entry's
 * contribution is the difference between its dossier's steps before and after: corrections and annulments
 * need no rule of their own. Reads the public part alone.
 */
#include "base/intmap.h"
#include "db/db.h"
#include "figures/figures_pack.h"
#include "journal/journal_store.h"

/* How codes of the journal become the small numbers of the tallies. Both are the catalogue's. */
struct figure_numbers {
	const void *catalogue;
	int64_t (*agency)(const void *catalogue, struct str code);    /* 0: unknown */
	int64_t (*procedure)(const void *catalogue, struct str code); /* 0: unknown */
};

/* Steps of entries [from, to), in order, collected in an arena. */
struct figure_fold {
	struct arena *a;
	struct db *db;
	struct figure_numbers numbers;
	struct intmap known; /* dossier number -> index in dossiers */
	struct folded_dossier *dossiers;
	size_t dossiers_n, dossiers_cap;
	struct intmap known_feedback; /* record number -> index in feedback */
	struct folded_feedback *feedback;
	size_t feedback_n, feedback_cap;
	struct figure_fact *facts;
	size_t facts_n, facts_cap;
};
must_check const struct fault *figures_fold(struct figure_fold *f, int64_t from, int64_t to);
