#pragma once
/*
 * The pages that all records share: a page for each step with the form of its fields, the list of open steps,
 *the history. A feature has its record's page and its lists; for the steps it has two routes,
 *
 *	GET, POST  /lam-viec/kiem-tra/:number/:step     and     /lam-viec/kiem-tra/moi   (the first step)
 *
 * whose handlers call the functions below with its struct record_web.
 */
#include "account/staff_web.h"
#include "record/record_store.h"
#include "record/record_view.h"

enum { RECORD_BODY_BYTES = 512 << 10 };     /* of a step's form: for the route table */
enum { RECORD_FILE_BODY_BYTES = 11 << 20 }; /* the same where a step may carry a file */
#define RECORD_NEW_SEGMENT "moi"
/* In the query after a step: which one it was. */
#define RECORD_DONE_PARAMETER "xong"

/* The form of a step, for a page of the feature's own. */
struct record_form_page {
	const struct page *page;
	const struct staff *staff;
	const struct record_step_view *view;
	const void *state;                /* NULL: a new record */
	const struct record_event *event; /* what was typed, as far as it can be read */
};

struct record_web {
	const struct record_type *type;
	const char *path; /* "/lam-viec/kiem-tra"; a literal */
	/* The field of the first step whose value is the record's agency; RECORD_NO_FIELD: the whole
	 * province. */
	int agency_field;
	uint64_t set_by_program;        /* fields that no form has: complete() gives them */
	uint64_t (*also_set)(int verb); /* the same, for one step alone; may be NULL */
	uint64_t hidden_verbs; /* bits of verbs that no page offers: other handlers or followers take them */
	/* Files of its steps are at /…/:number/SEGMENT/:hash; NULL: it has none. */
	const char *file_segment;
	/* How pages name the record. */
	struct str (*title)(struct request *rq, const void *state);
	/* What a field is chosen from; *n 0 when it is typed. May be NULL. */
	const struct choice *(*choices)(
		struct request *rq, const void *state, const struct record_event *e, int field, size_t *n);
	/* What the form begins with, before the query's values; may be NULL. state NULL: a new record. */
	const struct fault *(*prefill)(struct request *rq, const void *state, struct record_event *e);
	/* Sets what is set by the program, after the form was read; may be NULL. */
	const struct fault *(*complete)(struct request *rq, const void *state, struct record_event *e);
	/* Shows the form of some steps in a page of its own; false: the common one will do. May be NULL. */
	bool (*own_form)(struct request *rq, struct html_out *o, const struct record_form_page *f);
	/* Works on the file that came with a step, outside of the transaction: may set run->beside or refuse;
	 * may be NULL. */
	const struct fault *(*take_file)(struct request *rq, struct record_run *run);
	write_command *command; /* takes a step: record_run() and what belongs to it; NULL: record_run() */
	/* The form was sent to be shown again (a preview), not to be taken; may be NULL. */
	bool (*only_looks)(struct request *rq);
};

/* The handlers. */
struct reply record_new_get(struct request *rq, const struct record_web *web);
struct reply record_new_post(struct request *rq, const struct record_web *web);
struct reply record_step_get(struct request *rq, const struct record_web *web);
struct reply record_step_post(struct request *rq, const struct record_web *web);
/* For the route table: whose record /…/:number is. */
must_check const struct fault *record_agency(
	struct request *rq, const struct record_web *web, struct str *agency, bool *found);

/* The record of :number; *state is NULL when there is none. In rq->a. */
must_check const struct fault *record_open(
	struct request *rq, const struct record_web *web, void **state, struct record_story *story);
/* The steps that whoever is signed in can take now. */
const struct record_link *record_links(
	struct request *rq, const struct record_web *web, const void *state, size_t *n);
/* Whether that step is among them; *to is its page. */
bool record_can(
	struct request *rq, const struct record_web *web, const void *state, int verb, struct url *to);
/* "Đã ghi nhận: …" after a step; empty otherwise. */
struct str record_notice(struct request *rq, const struct record_web *web);
/* The history, newest first. */
const struct record_line *record_lines(
	struct request *rq, const struct record_web *web, const struct record_story *story, size_t *n);
/* Who took a step, as people read it: "Nguyễn Văn Mẫu, Chuyên viên"; empty when that is not known. */
struct str record_who(struct request *rq, const struct record_event *e);
/* For a route /…/:number/SEGMENT/:hash: a file that a step of the record names, offered to be saved. */
struct reply record_file_get(struct request *rq, const struct record_web *web);
/* The address of a record's page. */
struct url record_url(struct arena *a, const struct record_web *web, int64_t number);
/* A value of an event as people read it: "25/10/2022", "Sở Mẫu A", "Trực tiếp". */
struct str record_value_text(struct request *rq, const struct catalogue *c, const struct record_kind *k,
	const struct record_event *e, int field);
