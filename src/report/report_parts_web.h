#pragma once
/* What the pages of this folder share. */
#include "record/record_web.h"
#include "report/regime_store.h"
#include "report/report_page.h"
#include "figures/figures.h"
#include "report/report_store.h"
#include "report/report_web.h"

/* The roles that write an agency's own report; Home Affairs writes the consolidated one. */
#define REPORT_WRITERS (ROLE_BIT(HEAD_OF_UNIT) | ROLE_BIT(LEADER))

/* The year that pages show at first: in January still the one that has ended. */
int report_usual_year(const struct request *rq);
/* What is owed by the agencies that whoever is signed in may see. Takes the reader if it is not taken yet. */
struct board_ask {
	int year;
	struct str series; /* empty: all */
	int agency;        /* only this one; 0: all */
};
must_check const struct fault *report_board(struct request *rq, const struct catalogue *c,
	struct held_reader *held, const struct board_ask *ask, struct board *out);

/* How punctual, in words. */
struct str standing_text(struct arena *a, enum lang lang, const struct punctuality *p);
struct str standing_note(struct arena *a, enum lang lang, const struct punctuality *p);
enum tone standing_tone(enum report_standing s);
enum tone report_state_tone(enum report_state s);
/* "Quý I", "Tháng 5". */
struct str period_text(struct arena *a, enum lang lang, enum report_period p, int turn);
/* Who receives it. */
struct str receiver_name(
	struct request *rq, const struct catalogue *c, const struct report_regime *r, int agency);
struct str agency_name_of(struct request *rq, const struct catalogue *c, int agency);
/* The consolidated report is that of the body at the top of the province. */
bool report_is_consolidated(const struct request *rq, const struct catalogue *c, int agency);
/* As whom somebody begins or writes a report of that agency; ROLE_NOBODY: not at all. */
struct staff_acting report_writer(struct request *rq, struct str agency, bool consolidated);

struct duty_line duty_line_of(struct request *rq, const struct catalogue *c, const struct duty *d);
struct url report_url(struct arena *a, int64_t number);
/* The form of duties: which one is meant. */
struct duty_form {
	struct str regime, agency;
	int64_t year, turn;
};
/* The duty that a form names, among those that may be seen. *found NULL: none; *problem: the form was bad. */
must_check const struct fault *duty_of_form(struct request *rq, const struct catalogue *c,
	struct held_reader *held, const struct duty **found, bool *unreadable);

extern const struct record_web report_web, reminder_web;
/* Figures as lines, those of the set; period for the links to their dossiers. */
const struct figure_line *figure_lines(
	struct request *rq, const struct report *r, const struct report_figures *f, unsigned set, size_t *n);
/* What whoever is signed in can write now. */
bool report_can_write(struct request *rq, const struct report *r);
