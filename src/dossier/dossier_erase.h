#pragma once
/*
 * Erasing what is kept about the people of a dossier (Decree 13/2023/NĐ-CP art. 16: on request, when the data
 * are no longer needed). Entries, commitments, tree and figures stay as they are.
 */
#include "dossier/dossier_store.h"

enum erase_refusal {
	ERASE_DONE,
	ERASE_NO_DOSSIER,
	ERASE_OPEN, /* it has not ended: its people must still be reached */
};
struct erase_result {
	enum erase_refusal refusal;
	int64_t parts; /* erased now; 0: nothing was left */
};
/* Erases the applicant, all free words, and who acted where that was the applicant. Which officials acted
 * stays: they answer for it. Keeps a line with the time and the reason, in which no person may be named. */
must_check const struct fault *dossier_erase(
	struct write *w, struct str code, struct str reason, struct erase_result *out);
