#include "procedure/procedure_web.h"

#include "base/utf8.h"
#include "json/json_write.h"
#include "procedure/procedure_entry.h"
#include "site/site_web.h"

enum { MAX_PAGE = 100000 };

struct asked {
	struct str query, agency, field;
	int level; /* -1: any */
	int64_t page;
};
static const char *const level_values[] = { "1", "2", "3", "4", "partial", "full", NULL };
static const struct field asked_fields[] = {
	FIELD_TEXT(struct asked, query, "q", 0, LIMIT_QUERY_CHARS),
	FIELD_TEXT(struct asked, agency, "agency", 0, LIMIT_NAME_CHARS),
	FIELD_TEXT(struct asked, field, "field", 0, LIMIT_NAME_CHARS),
	FIELD_WORD(struct asked, level, "online_level", level_values),
	FIELD_INT(struct asked, page, "page", 1, MAX_PAGE),
};

static void add_optional_day(struct json_out *j, struct arena *a, struct str key, daynum d)
{
	json_key(j, key);
	if (d == DAYNUM_NONE)
		json_null(j);
	else
		json_str(j, fmt_day(a, d));
}

/* The names and words of the import's columns. */
static void add_facts(struct json_out *j, struct arena *a, const struct procedure_version *v)
{
	json_member_str(j, S("code"), v->code);
	json_member_str(j, S("name"), v->name);
	json_member_str(j, S("field"), v->field);
	json_member_str(j, S("agency"), v->agency);
	json_member_str(j, S("level"), agency_level_text(v->level));
	json_member_str(j, S("online_level"), online_level_text(v->online));
	json_member_str(j, S("interagency"), interagency_text(v->interagency));
	json_key(j, S("processing_days"));
	if (v->allow.none || v->allow.unit == UNIT_IMMEDIATE)
		json_null(j);
	else
		json_int(j, v->allow.n);
	json_member_str(j, S("processing_unit"), unit_name(v->allow.unit));
	json_key(j, S("fee_vnd"));
	if (v->fee_known)
		json_int(j, v->fee_vnd);
	else
		json_null(j);
	add_optional_day(j, a, S("effective_from"), v->valid.from);
	add_optional_day(j, a, S("effective_to"), v->valid.to);
}

static void add_change(struct json_out *j, struct arena *a, const struct procedure_version *v)
{
	json_member_str(j, S("legal_basis"), v->legal_basis);
	json_member_str(j, S("result"), v->result);
	json_member_str(j, S("components"), v->components);
	json_member_str(j, S("change"), procedure_change_text(v->change));
	json_member_str(j, S("decision"), v->decision);
	add_optional_day(j, a, S("decision_date"), v->decision_date);
	json_member_str(j, S("supplement_rule"), supplement_rule_name(v->supplement));
	json_member_str(j, S("cutoff_time"), procedure_get(a, v, PROCEDURE_COLUMN_CUTOFF_TIME));
	json_member_str(j, S("source"), v->note);
}

struct reply api_procedures_get(struct request *rq)
{
	CATALOGUE held = site_catalogue(rq);
	struct asked asked = { .level = -1, .page = 1 };
	struct form f = form_read_query(rq, asked_fields, COUNT(asked_fields), &asked);
	struct agency_choice agency = site_agency(rq, held.c, asked.agency);
	struct str problem = site_form_problem(rq, &f);
	struct buf out = { .a = rq->a };
	struct json_out j = { .out = &out };

	if (!problem.n && agency.matches != 1)
		problem = site_agency_problem(rq, held.c, asked.agency, &agency);
	if (problem.n)
		return reply_error(400, problem);
	struct catalogue_filter filter = { asked.query, agency.number, asked.field,
		asked.level < 0 ? 0 : 1u << asked.level, day_of(rq->now) };
	struct catalogue_found found = catalogue_search(held.c, rq->a, &filter);
	int64_t pages = site_pages(found.n), page = asked.page < pages ? asked.page : pages;
	int64_t first = (page - 1) * LIMIT_PAGE_ROWS;

	json_object(&j);
	json_member_int(&j, S("total"), found.n);
	json_member_int(&j, S("page"), page);
	json_member_int(&j, S("pages"), pages);
	json_member_array(&j, S("procedures"));
	for (int64_t i = first; i < found.n && i < first + LIMIT_PAGE_ROWS; i++) {
		json_object(&j);
		add_facts(&j, rq->a,
			procedure_on(&held.c->procedures, found.numbers[i], filter.day, KNOWN_NOW));
		json_end(&j);
	}
	json_end(&j);
	json_end(&j);
	return reply_json(200, buf_str(&out));
}

struct reply api_procedure_get(struct request *rq)
{
	CATALOGUE held = site_catalogue(rq);
	struct str code = request_param(rq, "code");
	int number = catalogue_procedure(held.c, code);
	struct buf out = { .a = rq->a };
	struct json_out j = { .out = &out };

	if (number == PROCEDURE_NONE) {
		msg_procedure_web_unknown(&out, rq->lang, utf8_clip(code, LIMIT_CODE_CHARS));
		return reply_error(404, buf_str(&out));
	}
	const struct procedure *p = &held.c->procedures.procedures[number];
	const struct procedure_version *now =
		procedure_on(&held.c->procedures, number, day_of(rq->now), KNOWN_NOW);
	const struct procedure_version *shown = now ? now : p->versions[p->versions_n - 1];

	json_object(&j);
	add_facts(&j, rq->a, shown);
	add_change(&j, rq->a, shown);
	json_member_bool(&j, S("in_force"), now != NULL);
	json_member_array(&j, S("versions"));
	for (int i = 0; i < p->versions_n; i++) {
		if (!validity_counts(p->valid, p->versions_n, i, KNOWN_NOW))
			continue;
		json_object(&j);
		add_facts(&j, rq->a, p->versions[i]);
		add_change(&j, rq->a, p->versions[i]);
		json_end(&j);
	}
	json_end(&j);
	json_end(&j);
	return reply_json(200, buf_str(&out));
}
