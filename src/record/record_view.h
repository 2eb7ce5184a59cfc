#pragma once
/* What the templates of records show. */
#include "account/account_page.h"
#include "record/record.h"
#include "site/site.h"

/* The hidden field of a step's form: the version of the record that it was made for. */
#define RECORD_SEEN_PARAMETER "da-xem"
/* A field of a step's form. */
struct record_input {
	struct str id, label, hint, value, error; /* error is empty when all is well */
	enum record_field_kind kind;
	bool needed;
	int64_t most;
	const struct choice *choices; /* choices_n 0: typed */
	size_t choices_n;
};
/* The form of one step. */
struct record_step_view {
	struct str title, step, basis; /* title: of the record; empty for a new one */
	struct str problem;            /* of the whole step; empty when there is none */
	struct url action, back;
	int64_t version; /* of the record that the page shows; 0: a new one */
	bool has_file;   /* one of the inputs is a file */
	const struct record_input *inputs;
	size_t inputs_n, errors_n;
};
/* A step that can be taken now. */
struct record_link {
	struct str label;
	struct url to;
};
/* A value of an event as people read it. */
struct record_said {
	struct str label, text;
	bool is_file;
	struct url to; /* of a file */
};
/* An event as a line of the history. */
struct record_line {
	struct str step, who; /* who: name and role */
	instant happened, recorded;
	bool late, erased; /* late: recorded on another day */
	const struct record_said *said;
	size_t said_n;
};

/* Which keys a telephone offers. */
static inline struct str record_input_mode(enum record_field_kind kind)
{
	if (kind == RECORD_COUNT || kind == RECORD_ITEM)
		return S("numeric");
	return kind == RECORD_POINTS ? S("decimal") : S("text");
}
