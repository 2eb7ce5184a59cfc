#pragma once
/* For tests: a permit with a title, a holder (sealed), a day, points; opened, noted and closed. */
#include "record/record.h"

enum {
	SAMPLE_TITLE,
	SAMPLE_HOLDER,
	SAMPLE_DUE,
	SAMPLE_POINTS,
	SAMPLE_COUNT,
	SAMPLE_COLOUR,
	SAMPLE_WHEN,
	SAMPLE_PAPER, /* a file; HOLDER takes its name in the note */
	SAMPLE_FIELDS
};
enum { SAMPLE_OPEN, SAMPLE_NOTE, SAMPLE_CLOSE, SAMPLE_VERBS };
enum { SAMPLE_NONE, SAMPLE_IS_OPEN, SAMPLE_CLOSED, SAMPLE_STATES };
extern const struct record_kind sample_kind;

struct sample {
	struct record_base base;
	struct str title, holder;
	daynum due;
	int64_t points;
};
void sample_apply(void *state, const struct record_event *e);
/* Refuses points above 5. */
struct record_refusal sample_decide(const void *state, const struct record_event *e, const void *env);
/* A first event with title, holder, due day. */
struct record_event sample_open(void);
