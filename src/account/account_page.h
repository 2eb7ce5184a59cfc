#pragma once
/* What the templates of this folder show. */
#include "account/account_words.h"
#include "account/account_store.h"
#include "html/html.h"
#include "portal/portal.h"
#include "site/site.h"

enum staff_here { STAFF_ELSEWHERE, STAFF_ON_PAGE, STAFF_BELOW }; /* for aria-current */
/* A row of the menu as somebody sees it. */
struct staff_link {
	struct url to;
	struct str title;
	enum staff_here here;
};
/* The frame of every page of staff: who, the menu of the role, the form token. */
struct staff {
	struct str name, token;
	const struct staff_link *menu;
	size_t menu_n;
	bool waits; /* the session still needs something: no menu */
	bool changes_people;
};
struct role_line {
	struct str role, agency;           /* as words */
	struct str role_code, agency_code; /* as they are stored */
	struct str days;                   /* empty: without bounds */
	struct str delegator;              /* whose role it is; empty: one's own */
	bool in_force;
};
/* A card of the first screen. */
struct staff_line {
	struct url to;
	struct str text;
	struct str note; /* beside it in a tag; empty: none */
	enum tone tone;
};
struct staff_card {
	struct url to;
	struct str title, what;
	const struct staff_line *lines; /* what waits there */
	size_t lines_n;
};
struct desk_view {
	const struct staff_card *cards;
	size_t cards_n;
	const struct role_line *roles;
	size_t roles_n;
};
/* What is wrong with the form; text is empty when nothing is. */
struct form_flaw {
	struct str text;
	struct str at; /* id of the field */
};
/* Accounts to try a demonstration with: app/ hands them over, in a synthetic province alone. */
struct trial_person {
	struct str login;
	enum role role;
};
struct trial {
	struct str password, totp; /* totp: the secret of those who need a code */
	const struct trial_person *people;
	size_t n;
};
struct signin_view {
	struct form_flaw flaw;
	struct str login, back;
	const struct trial *trial; /* NULL: none */
	enum lang lang;
	struct str code; /* of the trial's authenticator, now; empty: not shown */
};
struct own_view {
	struct form_flaw flaw;
	bool done; /* the password was changed */
	bool has_totp, is_administrator;
	int64_t recovery_left, sessions;
	const struct role_line *roles;
	size_t roles_n;
	struct str secret, uri; /* of a new authenticator, in groups of four letters */
	const struct str *codes;
	size_t codes_n;
};
struct people_row {
	int64_t number;
	struct str name, login, agency, roles, state;
	enum tone tone;
	bool has_totp;
	instant last_used;
};
struct people_view {
	struct str query;
	const struct people_row *rows;
	size_t rows_n;
	int64_t total;
	struct pager pager;
};
struct audit_line {
	instant at;
	struct str who, what, detail, origin;
};
struct person_view {
	struct form_flaw flaw;
	bool done;
	int64_t number;
	struct str name, login, agency, state;
	enum tone tone;
	bool has_totp, is_shut, is_self;
	instant last_used;
	const struct role_line *roles;
	size_t roles_n;
	const struct choice *choices; /* roles that can be given */
	size_t choices_n;
	const struct audit_line *audit;
	size_t audit_n;
};
struct person_form {
	struct form_flaw flaw;
	struct str login, name, agency;
	const struct choice *choices;
	size_t choices_n;
};
struct import_row {
	struct str login, name, agency, roles;
	struct str password; /* for once; empty: not added yet */
};
struct import_view {
	struct str typed;
	bool is_done;
	struct str *lines; /* what is wrong: "csv:2: login: …" */
	size_t lines_n;
	int64_t total; /* how many of them there are */
	struct import_row *found;
	int64_t found_n;
};
struct holder_row {
	int64_t number;
	struct str name, agency, role, days, delegator;
	int role_order;
	bool in_force;
};
struct holders_view {
	struct form_flaw flaw;
	struct str agency; /* as typed */
	const struct choice *choices;
	size_t choices_n;
	const struct holder_row *rows;
	size_t rows_n;
	int64_t total;
	struct pager pager;
};
struct unit_row {
	struct str code, name, short_name, days;
	bool is_over;
	int64_t people;
};
struct units_view {
	struct form_flaw flaw;
	bool done, may_change;
	struct str typed, code, name; /* of the agency: as typed; empty: none is shown */
	struct unit_row *rows;
	size_t rows_n;
	const struct choice *open; /* that have not ended */
	size_t open_n;
	struct str new_name, new_short, new_from, last_day, reason; /* as typed */
};
struct delegation_row {
	int64_t number;
	struct str from, to, role, agency, days, reason, state;
	enum tone tone;
	bool can_revoke;
};
struct delegation_view {
	struct form_flaw flaw;
	bool done;
	const struct delegation_row *rows;
	size_t rows_n;
	const struct choice *roles, *people; /* what can be lent, to whom */
	size_t roles_n, people_n;
	struct str first, last, reason; /* as typed */
};
struct once_view {
	struct str name, password;
	int64_t number;
};
