#include "figures/figures_out.h"
#include "json/json_write.h"

static void add_cell(struct json_out *j, const char *key, const struct figure_sums *s, enum figure_cell c)
{
	json_member_int(j, str_of(key), figure_cell(s, c));
}

static void add_received(struct json_out *j, const struct figure_sums *s)
{
	json_member_object(j, S("received"));
	add_cell(j, "total", s, CELL_RECEIVED);
	json_member_object(j, S("new"));
	add_cell(j, "total", s, CELL_NEW);
	add_cell(j, "online", s, CELL_NEW_ONLINE);
	add_cell(j, "counter", s, CELL_NEW_COUNTER);
	add_cell(j, "postal", s, CELL_NEW_POSTAL);
	json_end(j);
	add_cell(j, "carried_over", s, CELL_CARRIED_OVER);
	json_end(j);
}

static void add_resolved(struct json_out *j, const struct figure_sums *s)
{
	json_member_object(j, S("resolved"));
	add_cell(j, "total", s, CELL_RESOLVED);
	add_cell(j, "early", s, CELL_RESOLVED_EARLY);
	add_cell(j, "on_time", s, CELL_RESOLVED_ON_TIME);
	add_cell(j, "late", s, CELL_RESOLVED_LATE);
	add_cell(j, "no_deadline", s, CELL_RESOLVED_NO_DEADLINE);
	add_cell(j, "withdrawn", s, CELL_WITHDRAWN);
	add_cell(j, "stopped", s, CELL_STOPPED);
	add_cell(j, "refused", s, CELL_REFUSED);
	add_cell(j, "apologised", s, CELL_APOLOGISED);
	json_end(j);
}

static void add_in_progress(struct json_out *j, const struct figure_sums *s)
{
	json_member_object(j, S("in_progress"));
	add_cell(j, "total", s, CELL_IN_PROGRESS);
	add_cell(j, "within_deadline", s, CELL_WITHIN_DEADLINE);
	add_cell(j, "overdue", s, CELL_OVERDUE);
	add_cell(j, "no_deadline", s, CELL_NO_DEADLINE);
	add_cell(j, "waiting_supplement", s, CELL_WAITING_SUPPLEMENT);
	add_cell(j, "waiting_payment", s, CELL_WAITING_PAYMENT);
	json_end(j);
}

static void add_procedures(struct json_out *j, const struct procedure_counts *p)
{
	json_member_object(j, S("procedures"));
	json_member_int(j, S("total"), p->total);
	json_member_int(j, S("inter_agency"), p->same_level + p->cross_level);
	json_member_int(j, S("same_level"), p->same_level);
	json_member_int(j, S("cross_level"), p->cross_level);
	json_member_object(j, S("online_level"));
	for (int l = 0; l < ONLINE_LEVEL_N; l++)
		json_member_int(j, online_level_text((enum online_level)l), p->online[l]);
	json_end(j);
	json_member_object(j, S("changes"));
	for (int c = CHANGE_NEW; c < PROCEDURE_CHANGE_N; c++)
		json_member_int(j, procedure_change_text((enum procedure_change)c), p->changes[c]);
	json_end(j);
	json_end(j);
}

static void add_services(struct json_out *j, const struct figure_report *r)
{
	json_member_object(j, S("online_services"));
	json_member_int(j, S("offered"), r->procedures.offered);
	json_member_int(j, S("with_dossiers"), r->services_with_dossiers);
	json_key(j, S("share"));
	json_share(j, r->services_with_dossiers, r->procedures.offered, 4);
	json_key(j, S("required"));
	json_decimal(j, ONLINE_SHARE_REQUIRED_PERCENT / 10, 1);
	json_end(j);
}

static void add_time(struct json_out *j, const char *key, struct arena *a, instant t)
{
	json_key(j, str_of(key));
	if (t == INSTANT_NONE)
		json_null(j);
	else
		json_str(j, fmt_instant(a, t));
}

static void add_journal(struct json_out *j, struct arena *a, const struct figure_report *r)
{
	struct buf root = { .a = a };

	add_base64(&root, (struct str){ (const char *)r->journal_root.b, sizeof r->journal_root.b });
	json_member_object(j, S("journal"));
	json_member_int(j, S("size"), r->journal_size);
	json_member_str(j, S("root"), buf_str(&root));
	json_end(j);
}

static void add_rows(struct json_out *j, const struct figure_report *r)
{
	json_member_str(j, S("by"), figure_by_text(r->request.by));
	json_member_array(j, S("rows"));
	for (size_t i = 0; i < r->rows_n; i++) {
		json_object(j);
		json_member_str(j, S("key"), r->rows[i].key);
		json_member_str(j, S("name"), r->rows[i].name);
		add_received(j, &r->rows[i].sums);
		add_resolved(j, &r->rows[i].sums);
		add_in_progress(j, &r->rows[i].sums);
		json_end(j);
	}
	json_end(j);
}

void figures_json(struct buf *out, const struct figure_report *r)
{
	struct json_out j = { .out = out };

	assert(!r->broken);
	json_object(&j);
	json_member_str(&j, S("agency"), r->agency_code);
	json_member_str(&j, S("from"), fmt_day(out->a, r->request.from));
	json_member_str(&j, S("to"), fmt_day(out->a, r->request.to));
	add_time(&j, "as_of", out->a, r->until);
	add_time(&j, "known_at", out->a, r->request.known_at);
	add_received(&j, &r->total);
	add_resolved(&j, &r->total);
	add_in_progress(&j, &r->total);
	add_procedures(&j, &r->procedures);
	add_services(&j, r);
	json_member_object(&j, S("feedback"));
	add_cell(&j, "received", &r->total, CELL_FEEDBACK);
	add_cell(&j, "rules", &r->total, CELL_FEEDBACK_RULES);
	add_cell(&j, "conduct", &r->total, CELL_FEEDBACK_CONDUCT);
	json_end(&j);
	json_member_bool(&j, S("balanced"), !r->broken);
	add_journal(&j, out->a, r);
	if (r->request.by != BY_NOTHING)
		add_rows(&j, r);
	json_end(&j);
	buf_char(out, '\n');
}
