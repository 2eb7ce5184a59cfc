#pragma once
/* What the pages of procedures show; filled by procedure_web.c and procedure_one_web.c. */
#include "procedure/procedure.h"
#include "portal/portal.h"
#include "site/site.h"

/* "Trực tuyến toàn trình" */
struct str online_words(enum lang lang, enum online_level level);
enum tone online_tone(enum online_level level);
/* "5 ngày làm việc" */
struct str allowance_text(struct arena *a, enum lang lang, struct allowance allow);

/* One line of the catalogue. */
struct procedure_row {
	struct str code, name, agency, allowance, online;
	enum tone tone;
};
struct procedures_view {
	struct str query, problem; /* problem: what is wrong with the filters, or empty */
	const struct procedure_row *rows;
	size_t rows_n;
	int64_t total;
	const struct choice *agencies, *fields, *levels;
	size_t agencies_n, fields_n, levels_n;
	bool filtered;
	struct pager pager;
};

/* How sure one fact of the data is, and since when what held. */
struct fact_mark {
	struct str fact, how, comment;
	enum tone tone;
};
struct version_row {
	daynum from;
	struct str change, decision, allowance;
	daynum decision_date;
	bool current;
};
/* A day of the explanation, or, with hidden, so many days that are left out. */
struct day_row {
	daynum day;
	struct str week, why;
	struct str look; /* off, counted, due */
	int64_t hidden;
};
struct deadline_view {
	bool shown;
	instant received;
	struct str problem, allowance, due, reception; /* reception: why counting starts later, or empty */
	bool none, rolled, verified, asked;            /* asked: for another time than now */
	daynum rolled_from;
	const struct day_row *days;
	size_t days_n;
	struct str day_value, time_value; /* of the form */
};
struct procedure_view {
	const struct procedure_version *v;
	struct str agency, agency_code, allowance, online, interagency, fee, cutoff;
	enum tone tone;
	bool in_force, assigned; /* assigned: the level was set to fit the article's totals */
	const struct str *components, *bases;
	size_t components_n, bases_n;
	const struct fact_mark *marks;
	size_t marks_n;
	const struct version_row *versions;
	size_t versions_n;
	struct deadline_view deadline;
};
