/* motcua doctor: reads everything and says whether it agrees; changes nothing. */
#include "app/commands.h"
#include "app/open.h"
#include "app/record_types.h"
#include "catalogue/catalogue_journal.h"
#include "db/backup.h"
#include "dossier/dossier_entry.h"
#include "dossier/dossier_store.h"
#include "figures/figures_follow.h"
#include "figures/figures_report.h"
#include "report/regime_store.h"
#include "journal/journal_private.h"
#include "picture/picture_store.h"

struct examination {
	struct arena *a;
	struct db *db;
	const struct catalogue *catalogue;
	struct str fault; /* the first thing found wrong */
	int64_t size, behind, erased;
	struct sha256 root;
};

static void found(struct examination *x, struct str what)
{
	if (!x->fault.n)
		x->fault = what;
}

/* Each entry again from its bytes: canonical, times of record in order, the tree as it is stored. */
must_check static const struct fault *examine_journal(struct examination *x)
{
	JOURNAL_CURSOR c = { 0 };
	struct merkle m = { 0 };
	ARENA row = { 0 };
	instant last = INSTANT_NONE;
	bool more = true;

	TRY(journal_size(x->db, &x->size));
	TRY(journal_root(x->db, x->size, &x->root));
	TRY(journal_read(x->db, 0, x->size, &c));
	while (more) {
		struct dossier_event e;
		TRY(journal_next(&c, &more));
		if (!more)
			break;
		struct sha256 leaf = merkle_leaf(c.row.bytes);
		merkle_add(&m, &leaf, NULL, NULL);
		if (c.row.recorded < last)
			found(x, str_fmt(x->a, "journal entry %lld was recorded before the one before it",
					 (long long)c.row.position));
		if (c.row.dossier && dossier_entry_read(&row, c.row.bytes, &e) != ENTRY_DOSSIER)
			found(x, str_fmt(x->a, "journal entry %lld cannot be read",
					 (long long)c.row.position));
		last = c.row.recorded;
		arena_reset(&row);
	}
	struct sha256 root = merkle_root(&m);

	if (m.size != x->size || memcmp(&root, &x->root, sizeof root) != 0)
		found(x, S("the stored tree of the journal does not belong to its entries"));
	return NULL;
}

/* The tallies against the sum of all steps, over the whole province and all time. */
must_check static const struct fault *examine_figures(struct examination *x)
{
	struct figure_request rq = { .agencies = &x->catalogue->agencies,
		.procedures = &x->catalogue->procedures,
		.from = day_from_civil((struct civil){ 1900, 1, 1 }),
		.to = day_from_civil((struct civil){ 2199, 12, 31 }),
		.now = instant_at(day_from_civil((struct civil){ 2199, 12, 31 }), DAY_S - 1) };
	struct figure_report report;
	struct figure_list list;
	int64_t position;

	TRY(figures_position(x->db, &position));
	x->behind = x->size - position;
	TRY(figures_report(x->db, &rq, &report));
	if (report.broken)
		found(x, str_fmt(x->a, "the figures do not balance: %s", report.broken));
	static const enum figure_cell cells[] = { CELL_RECEIVED, CELL_RESOLVED_LATE, CELL_IN_PROGRESS };

	for (size_t i = 0; i < COUNT(cells); i++) {
		TRY(figures_cell_dossiers(x->db, &rq, figure_cells_of(cells[i]), NULL, &list));
		if ((int64_t)list.n != figure_cell(&report.total, cells[i]))
			found(x, str_fmt(x->a, "the figure %.*s and its list differ",
					 ARG(figure_cell_name(cells[i]))));
	}
	return NULL;
}

/* The private parts against what their entries commit to. */
must_check static const struct fault *examine_private(struct examination *x)
{
	struct journal_parts parts;

	TRY(journal_examine_private(x->db, &parts));
	x->erased = parts.erased;
	if (parts.bad >= 0)
		found(x, str_fmt(x->a, "a private part of journal entry %lld %s", (long long)parts.bad,
				 parts.lost ? "is missing and was not erased"
					    : "is not what the entry commits to"));
	if (parts.loose)
		found(x, str_fmt(x->a, "%lld private parts belong to no entry", (long long)parts.loose));
	return NULL;
}

must_check static const struct fault *examine(struct examination *x)
{
	struct str complaint;
	bool sound;

	TRY(db_check(x->db, &sound, &complaint));
	if (!sound)
		found(x, complaint);
	TRY(examine_journal(x));
	TRY(examine_private(x));
	TRY(catalogue_examine(x->db, &complaint));
	if (complaint.n)
		found(x, complaint);
	TRY(regimes_examine(x->db, &complaint));
	if (complaint.n)
		found(x, complaint);
	TRY(dossier_examine(x->db, &complaint));
	if (complaint.n)
		found(x, complaint);
	TRY(record_examine(x->db, app_record_types, &complaint));
	if (complaint.n)
		found(x, complaint);
	TRY(picture_examine(x->db, &complaint));
	if (complaint.n)
		found(x, complaint);
	return examine_figures(x);
}

static int say_result(const struct cli *c, const struct examination *x)
{
	struct buf b = { .a = c->a }, root = { .a = c->a };

	if (x->fault.n) {
		msg_app_doctor_bad(&b, c->lang, x->fault);
		cli_err(buf_str(&b));
		return EXIT_WORLD;
	}
	add_base64(&root, (struct str){ (const char *)x->root.b, sizeof x->root.b });
	msg_app_doctor_fine(&b, c->lang, x->size, buf_str(&root));
	buf_char(&b, '\n');
	if (x->erased) {
		msg_app_doctor_erased(&b, c->lang, x->erased);
		buf_char(&b, '\n');
	}
	if (x->behind) {
		msg_app_doctor_behind(&b, c->lang, x->behind);
		buf_char(&b, '\n');
	}
	cli_out(buf_str(&b));
	return EXIT_DONE;
}

int run_doctor(struct cli *c)
{
	struct province_options o = { .clock = clock_real(), .read_only = true };
	struct examination x = { .a = c->a };
	struct province *p;
	int code = open_province(c, &o, &p);

	if (code)
		return code;
	x.catalogue = province_take_catalogue(p);
	const struct fault *f = province_take_reader(p, c->a, &x.db);

	if (!f) {
		f = examine(&x);
		province_give_reader(p, x.db);
	}
	province_give_catalogue(p, x.catalogue);
	code = f ? cli_fault(c, f) : say_result(c, &x);
	province_close(p);
	return code;
}
