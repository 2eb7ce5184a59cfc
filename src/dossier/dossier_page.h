#pragma once
/* What anybody may know of a dossier with its code alone: how far it is and when it is due (TT 01/2018 art.
 * 16(2)(d)). No name, no paper, no procedure, not even whether it was approved. */
#include "dossier/dossier.h"
#include "portal/portal.h"

enum tracking_stage {
	STAGE_SUBMITTED,  /* waits for acceptance */
	STAGE_PROCESSING, /* accepted */
	STAGE_WAITING,    /* for the applicant; the deadline stands still */
	STAGE_RESULT,     /* resolved, to be fetched */
	STAGE_RETURNED,
	STAGE_ENDED, /* declined, withdrawn, stopped or annulled: nothing more will happen */
	STAGE_N
};
enum { TRACKING_STEPS = 4 }; /* submitted, accepted, processed, returned */
enum tracking_stage tracking_stage_of(enum dossier_state state);
struct str tracking_stage_text(enum tracking_stage stage); /* as the API says it */
/* How many of TRACKING_STEPS are done. */
int tracking_steps_done(enum tracking_stage stage);
/* As typed -> as stored: blanks out, capitals, dashes of any kind as '-'. */
struct str tracking_code(struct arena *a, struct str typed);

struct tracking_view {
	struct str typed, code; /* code: empty before anything was asked */
	bool found, well_formed;
	enum tracking_stage stage;
	int done; /* steps */
	struct str stage_words, stage_more, due, remaining;
	enum deadline_look look;
	struct str problem; /* of what was typed */
};
