#pragma once
/* Between record_web.c and record_form_web.c: a step's form as it was typed. */
#include "record/record_web.h"

struct record_typed {
	struct str raw[LIMIT_RECORD_FIELDS];   /* as typed, to be shown again */
	struct str error[LIMIT_RECORD_FIELDS]; /* words; empty: all is well */
	struct str problem;                    /* of the whole step */
	struct form_file file;                 /* that was chosen; its bytes lie in the request */
	size_t errors_n;
};
/* The fields of the step that stand in its form. */
uint64_t record_form_fields(const struct record_web *web, int verb);
/* Reads them from the body into e->values. False: the body cannot be read at all. */
must_check bool record_form_read(
	struct request *rq, const struct record_web *web, struct record_event *e, struct record_typed *typed);
/* Values in the address: of fields that are not sealed only, so no personal data. */
void record_form_read_query(struct request *rq, const struct record_web *web, struct record_event *e);
/* The version of the record that the form was made for; 0: it does not say. */
int64_t record_form_seen(struct request *rq);
/* Somebody acted meanwhile: says who did what, so that whoever typed looks again before sending again. */
void record_form_moved(struct request *rq, const struct record_web *web, const struct record_story *story,
	struct record_typed *typed);
/* After a refusal: says at the field that the file must be chosen again, for browsers do not keep it. */
void record_form_ask_again(
	struct request *rq, const struct record_web *web, int verb, struct record_typed *typed);
/* What was wrong according to the law. */
void record_form_refuse(struct request *rq, struct record_typed *typed, const struct record_refusal *refusal);
/* The fields of the form, with what was typed. */
struct record_input *record_form_inputs(struct request *rq, const struct record_web *web, const void *state,
	const struct record_event *e, const struct record_typed *typed, size_t *n);
/* The page. state is NULL for a new record. */
struct reply record_form_show(struct request *rq, const struct record_web *web, const void *state,
	const struct record_event *e, const struct record_typed *typed);
