#pragma once
/* What the templates of agencies show. */
#include "account/account_page.h"
#include "office/office_store.h"
#include "portal/portal.h"
#include "record/record_view.h"

struct office_row {
	struct url to;
	struct str name, parent, code, phone;
	int64_t procedures;
};
struct office_group {
	struct str name;
	const struct office_row *rows;
	size_t n;
};
enum { OFFICE_GROUPS = 4, OFFICE_OPEN_ROWS = 60 }; /* a longer group is folded until somebody searches */
struct office_list_view {
	struct str query;
	struct office_group groups[OFFICE_GROUPS];
	int64_t total;
	bool cut; /* there are more than LIMIT_OFFICES_SHOWN */
};

struct office_link {
	struct url to;
	struct str name, note;
};
struct office_hours_row {
	struct str day, hours; /* "Thứ Hai 26/12/2022", "07:30-11:30, 13:00-17:00" */
	bool today, closed;
};
struct office_page_view {
	struct str name, code, level;
	struct office_link parent; /* name empty: none */
	struct office_link successor;
	daynum ended; /* DAYNUM_NONE: it works */
	bool has_contact;
	struct contact_row contact;
	struct str phone; /* for people */
	struct url phone_to, email_to, website_to;
	bool website_fits;
	bool open_now, verified;
	struct str open_words;
	const struct office_hours_row *week, *special;
	size_t week_n, special_n;
	const struct office_link *procedures, *below;
	size_t procedures_n, below_n;
	int64_t procedure_total;
	struct url all_procedures, figures;
};

struct office_staff_row {
	struct url to, page;
	struct str name, code, address, phone, state;
	enum tone tone;
	bool given;
};
struct office_staff_list_view {
	struct str query;
	const struct office_staff_row *rows;
	size_t rows_n;
	int64_t total;
	struct pager pager;
};
struct office_staff_view {
	struct str title, name, notice, state, address, phone, email, website, note;
	enum tone tone;
	struct url page;
	const struct record_link *links;
	size_t links_n;
	const struct record_line *history;
	size_t history_n;
};
