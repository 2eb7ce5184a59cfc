#pragma once
/* Between the handlers of feedback. */
#include "feedback/feedback_view.h"
#include "feedback/feedback_web.h"
#include "record/record_web.h"

extern const struct record_web feedback_web;
/* The clocks that were started for it, with how each was counted; the one that runs says how long is left. */
const struct feedback_clock_line *feedback_clock_lines(
	struct request *rq, const struct catalogue *c, const struct feedback *f, size_t *n);
/* Words of an index; empty for FEEDBACK_NO_WORD. */
struct str feedback_word(struct request *rq, const struct record_word *words, int index);
/* "Về hành vi hành chính". */
struct str feedback_kind_name(struct request *rq, int content);
enum tone feedback_tone(int state);
/* How long is left until a day of that agency's calendar. */
enum deadline_look feedback_look(
	struct request *rq, const struct catalogue *c, struct str agency, daynum due, struct str *words);
/* The agency's name; of "" the province's office. */
struct str feedback_agency_name(struct request *rq, const struct catalogue *c, struct str code);
/* Agencies to choose from, an empty choice with that name first. */
const struct choice *feedback_agencies(
	struct request *rq, const struct catalogue *c, struct str chosen, enum msg none, size_t *n);
