#pragma once
/* What the templates of feedback show. */
#include "account/account_page.h"
#include "feedback/feedback_store.h"
#include "record/record_view.h"

/* One day of how a deadline was counted. */
struct feedback_day {
	struct str week, date, why;
	bool counted, is_due;
};
struct feedback_clock_line {
	struct str name, due, basis; /* due in words: "Thứ Hai, 16/01/2023" */
	struct str note;             /* recalled, or the calendar is not verified; empty: neither */
	const struct feedback_day *days;
	size_t days_n;
	bool runs; /* it is the one that counts now */
	enum deadline_look look;
	struct str remaining; /* of the one that runs */
};
/* A line of the story as its sender may read it. */
struct feedback_line {
	struct str step, text; /* text may be empty */
	instant at;
};

/* A published one in a list or alone. */
struct feedback_card {
	struct url to;
	struct str title, agency, content, excerpt;
	struct str conclusion, outcome, opinion; /* opinion: empty when not rated */
	enum tone opinion_tone;
	instant answered_at;
};
struct feedback_home_view {
	struct str query, problem;
	const struct choice *agencies, *kinds;
	size_t agencies_n, kinds_n;
	struct feedback_counts counts; /* of those sent since */
	daynum since;
	const struct feedback_card *cards;
	size_t cards_n;
	int64_t total;
	bool filtered;
	struct pager pager;
};
struct feedback_one_view {
	struct feedback_card card;
	struct str code, text, answer;
	instant published_at;
};

struct feedback_form_view {
	struct str problem, stamp;
	const struct record_input *inputs;
	size_t inputs_n, who_n, errors_n; /* the first who_n are about the sender */
	bool asks_anonymous; /* neither name nor contact: asks whether it is to be sent all the same */
	const struct record_word *contents;
};
struct feedback_receipt_view {
	struct str code, key; /* key empty: it was shown before */
	struct str agency, said;
	instant at;
	bool is_refused;
	const struct feedback_clock_line *clocks;
	size_t clocks_n;
};
struct feedback_look_view {
	struct str problem;                   /* of the look-up or of what was sent after it */
	struct str code, secret;              /* as typed */
	bool found, done;                     /* done: something was taken */
	bool with_key;                        /* by the key, not by the telephone number */
	struct str state, state_more, agency; /* more: what comes next */
	const struct feedback_clock_line *clocks;
	size_t clocks_n;
	const struct feedback_line *lines;
	size_t lines_n;
	struct str question, reply; /* it waits for the sender; reply as typed */
	struct str answer, conclusion, outcome, sign, reason;
	daynum date;
	struct str into; /* merged into */
	bool may_rate;
	struct str opinion, words;
	struct url published;
};

/* Staff. */
struct feedback_staff_row {
	struct url to;
	struct str code, agency, content, channel, state, due;
	enum tone tone;
	enum deadline_look look;
	instant sent_at;
};
struct feedback_chip {
	struct str name;
	struct url to;
	bool chosen;
	int64_t n;
};
struct feedback_list_view {
	struct feedback_chip chips[12];
	size_t chips_n;
	struct url enter; /* empty: may not */
	const struct feedback_staff_row *rows;
	size_t rows_n;
	int64_t total;
	struct pager pager;
};
struct feedback_fact {
	struct str name, text;
	struct url to; /* empty: plain */
};
struct feedback_staff_view {
	struct str notice, code, state, agency, content;
	enum tone tone;
	bool is_anonymous;
	const struct feedback_fact *who, *what, *result;
	size_t who_n, what_n, result_n;
	const struct feedback_clock_line *clocks;
	size_t clocks_n;
	const struct record_link *links;
	size_t links_n;
	const struct record_line *history;
	size_t history_n;
};
