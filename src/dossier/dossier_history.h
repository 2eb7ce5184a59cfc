#pragma once
/*
 * Several commands to one dossier at once, before anything is written: what an import and the demo do. Pure,
 * so a dry run and a correction use the same.
 */
#include "dossier/dossier_law.h"

enum { DOSSIER_MAX_STEPS = 32 }; /* two per wait, and the others */

/* The commands tried in order on d; seen is set for each. Stops at the first refusal. */
struct dossier_rehearsal {
	enum dossier_refusal refusal;
	int refused;       /* which command, when there is a refusal */
	unsigned warnings; /* of all */
	struct dossier after;
	int events_n;
	struct dossier_event events[DOSSIER_MAX_STEPS];
};
/* n is 1 to DOSSIER_MAX_STEPS. out is filled in place because it is large. */
void dossier_rehearse(const struct dossier *d, const struct dossier_command *commands, int n,
	const struct dossier_rules *rules, struct dossier_rehearsal *out);

/*
 * For an import that meets a code it knows: facts are the file's, was is what is known. What a file does not
 * say is taken from was: whether work has started, and computed deadlines as long as reception and waits are
 * the same (a newer calendar moves no dossier by an import). Then dossier_same_facts tells whether the file
 * says anything new.
 */
void dossier_keep_unsaid(struct dossier *facts, const struct dossier *was);
