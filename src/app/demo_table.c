#include "app/demo_table.h"
#include "demo/demo_pack_store.h"
#include "figures/figures_out.h"

enum { LABEL_WIDTH = 46, NUMBER_WIDTH = 11 };

/* What the article says of one department; what it does not say is no row. */
static int64_t received(const struct figure_report *r)
{
	return figure_cell(&r->total, CELL_RECEIVED);
}
static int64_t received_new(const struct figure_report *r)
{
	return figure_cell(&r->total, CELL_NEW);
}
static int64_t carried_over(const struct figure_report *r)
{
	return figure_cell(&r->total, CELL_CARRIED_OVER);
}
static int64_t settled(const struct figure_report *r)
{
	return figure_cell(&r->total, CELL_RESOLVED_EARLY) + figure_cell(&r->total, CELL_RESOLVED_ON_TIME);
}
static int64_t late(const struct figure_report *r)
{
	return figure_cell(&r->total, CELL_RESOLVED_LATE);
}
static int64_t within(const struct figure_report *r)
{
	return figure_cell(&r->total, CELL_WITHIN_DEADLINE);
}
static int64_t overdue(const struct figure_report *r)
{
	return figure_cell(&r->total, CELL_OVERDUE);
}
static int64_t procedures(const struct figure_report *r)
{
	return r->procedures.total;
}
static int64_t interagency(const struct figure_report *r)
{
	return r->procedures.same_level + r->procedures.cross_level;
}
static int64_t same_level(const struct figure_report *r)
{
	return r->procedures.same_level;
}
static int64_t cross_level(const struct figure_report *r)
{
	return r->procedures.cross_level;
}
static int64_t level_3(const struct figure_report *r)
{
	return r->procedures.online[ONLINE_3];
}
static int64_t level_4(const struct figure_report *r)
{
	return r->procedures.online[ONLINE_4];
}
static int64_t changes_new(const struct figure_report *r)
{
	return r->procedures.changes[CHANGE_NEW];
}
static int64_t changes_amended(const struct figure_report *r)
{
	return r->procedures.changes[CHANGE_AMENDED];
}
static int64_t changes_shortened(const struct figure_report *r)
{
	return r->procedures.changes[CHANGE_SHORTENED];
}

struct claim {
	enum msg label;
	int64_t said;
	int64_t (*computed)(const struct figure_report *r);
};
static const struct claim construction[] = { { MSG_demo_received, 1713, received },
	{ MSG_demo_settled, 1668, settled }, { MSG_demo_late, 0, late }, { MSG_demo_in_progress, 45, within },
	{ MSG_demo_overdue, 0, overdue }, { MSG_demo_procedures, 56, procedures },
	{ MSG_demo_interagency, 37, interagency }, { MSG_demo_same_level, 14, same_level },
	{ MSG_demo_cross_level, 23, cross_level } };
static const struct claim transport[] = { { MSG_demo_received, 15726, received },
	{ MSG_demo_new, 15383, received_new }, { MSG_demo_carried_over, 343, carried_over },
	{ MSG_demo_settled, 15706, settled }, { MSG_demo_late, 0, late },
	{ MSG_demo_in_progress, 20, within }, { MSG_demo_overdue, 0, overdue },
	{ MSG_demo_procedures, 123, procedures }, { MSG_demo_level_3, 26, level_3 },
	{ MSG_demo_level_4, 62, level_4 }, { MSG_demo_changes_new, 6, changes_new },
	{ MSG_demo_changes_amended, 13, changes_amended },
	{ MSG_demo_changes_shortened, 3, changes_shortened } };

static const struct department {
	struct str code; /* short name in the catalogue */
	const struct claim *claims;
	size_t claims_n;
} departments[] = { { S_INIT("SXD"), construction, COUNT(construction) },
	{ S_INIT("SGTVT"), transport, COUNT(transport) } };

static void add_padded(struct buf *out, struct str s, size_t width, bool right)
{
	size_t n = utf8_count(s);

	if (!right)
		buf_add(out, s);
	for (; n < width; n++)
		buf_char(out, ' ');
	if (right)
		buf_add(out, s);
}

static void add_row(struct buf *out, struct str label, struct str said, struct str computed)
{
	buf_add(out, S("  "));
	add_padded(out, label, LABEL_WIDTH, false);
	add_padded(out, said, NUMBER_WIDTH, true);
	add_padded(out, computed, NUMBER_WIDTH + 1, true);
}

static void add_verdict(struct buf *out, bool same, bool *all_same)
{
	buf_add(out, same ? S("  ✓\n") : S("  ✗\n"));
	*all_same = *all_same && same;
}

static struct str number(const struct cli *c, int64_t n)
{
	struct buf b = { .a = c->a };

	add_number(&b, c->lang, n);
	return buf_str(&b);
}

/* The article names no figure here, only that it is below what is required. */
static void add_share_row(const struct cli *c, const struct figure_report *r, struct buf *out, bool *same)
{
	struct buf said = { .a = c->a }, computed = { .a = c->a };
	struct share s = { r->services_with_dossiers, r->procedures.offered };

	msg_demo_below(&said, c->lang, ONLINE_SHARE_REQUIRED_PERCENT);
	add_share(&computed, c->lang, s);
	add_row(out, msg_text(c->lang, MSG_demo_online_share), buf_str(&said), buf_str(&computed));
	add_verdict(out, s.part * 100 < s.whole * ONLINE_SHARE_REQUIRED_PERCENT, same);
}

static void add_department(const struct cli *c, const struct department *d, const struct figure_report *r,
	struct buf *out, bool *same)
{
	buf_char(out, '\n');
	msg_demo_title(out, c->lang, r->agency_name, fmt_day_vi(c->a, r->request.from),
		fmt_day_vi(c->a, r->request.to));
	buf_char(out, '\n');
	add_row(out, S(""), msg_text(c->lang, MSG_demo_said), msg_text(c->lang, MSG_demo_computed));
	buf_char(out, '\n');
	for (size_t i = 0; i < d->claims_n; i++) {
		const struct claim *claim = &d->claims[i];
		int64_t computed = claim->computed(r);
		add_row(out, msg_text(c->lang, claim->label), number(c, claim->said), number(c, computed));
		add_verdict(out, computed == claim->said, same);
	}
	add_share_row(c, r, out, same);
}

const struct fault *demo_table(
	const struct cli *c, struct db *db, const struct catalogue *k, struct buf *out, bool *same)
{
	bool all_same = true;

	for (size_t i = 0; i < COUNT(departments); i++) {
		struct figure_request rq = { .agencies = &k->agencies,
			.procedures = &k->procedures,
			.from = day_from_civil((struct civil){ 2022, 1, 1 }),
			.to = day_from_civil((struct civil){ 2022, 10, 25 }),
			.now = DEMO_NOW };
		struct figure_report r;
		if (catalogue_match_agency(k, c->a, departments[i].code, &rq.agency, 1) != 1)
			return FAULT(c->a, FAULT_NOT_FOUND, "agency %.*s", ARG(departments[i].code));
		rq.as_of = day_end(rq.to);
		TRY(figures_report(db, &rq, &r));
		all_same = all_same && !r.broken;
		add_department(c, &departments[i], &r, out, &all_same);
	}
	*same = all_same;
	return NULL;
}
