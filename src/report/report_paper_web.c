/* A submitted report as an official document: báo cáo (BC), Nghị định 30/2020/NĐ-CP. */
#include "document/official_web.h"
#include "msg/number.h"
#include "report/report_parts_web.h"

struct paper_form {
	int64_t version;
	struct str format; /* "pdf", "odt"; empty: pdf */
};

/* The document under work. */
struct paper {
	struct request *rq;
	const struct catalogue *c;
	const struct report *r; /* as the version had it */
	const struct report_version *version;
	int agency;
	struct blocks body;
};

static void add_text(struct paper *p, struct str text)
{
	struct str rest = text, line;

	while (str_cut(&rest, '\n', &line))
		if (str_trim(line).n)
			blocks_add(&p->body, block_paragraph(str_trim(line)));
}

/* Headings of level 1 are those of the outline's mark; "II.2" stands below the heading of its group. */
static void add_sections(struct paper *p)
{
	for (int i = 0; i < p->r->outline->n; i++) {
		const struct outline_section *s = &p->r->outline->sections[i];
		size_t dot = str_find_char(s->mark, '.');
		bool below = dot < s->mark.n;
		struct block b = block_heading(below ? 2 : 1, msg_text(LANG_VI, s->title));

		if (s->group.n) {
			struct block group = block_heading(1, msg_text(LANG_VI, s->group_title));

			group.label = str_fmt(p->rq->a, "%.*s.", ARG(s->group));
			blocks_add(&p->body, group);
		}
		b.label = str_fmt(
			p->rq->a, "%.*s.", ARG(below ? str_sub(s->mark, dot + 1, s->mark.n) : s->mark));
		blocks_add(&p->body, b);
		add_text(p,
			p->r->sections[i].n ? p->r->sections[i] : msg_text(LANG_VI, MSG_report_web_no_text));
	}
}

static const struct block_table *figures_table(struct paper *p)
{
	static const struct block_column columns[] = { { S_INIT("Chỉ tiêu"), 3, CELL_LEFT },
		{ S_INIT("Số lượng"), 1, CELL_RIGHT } };
	struct block_row *rows = NEW_ARRAY(p->rq->a, struct block_row, REPORT_FIGURE_N);
	struct block_table *t = NEW(p->rq->a, struct block_table);

	for (int i = 0; i < REPORT_FIGURE_N; i++) {
		struct str *cells = NEW_ARRAY(p->rq->a, struct str, 2);
		struct buf n = { .a = p->rq->a };

		add_number(&n, LANG_VI, p->version->figures.n[i]);
		cells[0] = msg_text(LANG_VI, report_figure_label((enum report_figure)i));
		cells[1] = buf_str(&n);
		rows[i] = (struct block_row){ .cells = cells };
	}
	*t = (struct block_table){
		.columns = columns, .columns_n = COUNT(columns), .rows = rows, .rows_n = REPORT_FIGURE_N
	};
	return t;
}

static struct official_annex *annex_of(struct paper *p)
{
	struct official_annex *annex = NEW(p->rq->a, struct official_annex);
	struct block *blocks = NEW_ARRAY(p->rq->a, struct block, 2);
	struct buf words = { .a = p->rq->a };

	msg_report_web_annex(&words, LANG_VI, p->r->from, p->r->to);
	blocks[0] = block_paragraph(buf_str(&words));
	blocks[1] = block_of_table(figures_table(p));
	*annex = (struct official_annex){ S("Phụ lục"), msg_text(LANG_VI, MSG_report_web_annex_title), blocks,
		2 };
	return annex;
}

static struct str receiver_of(struct paper *p, struct db *db)
{
	struct report_regimes regimes;
	const struct report_regime *regime = NULL;

	if (!regimes_load(db, p->rq->a, &regimes))
		regime = report_regime_on(&regimes, p->r->regime, p->r->to);
	return regime ? receiver_name(p->rq, p->c, regime, p->agency) : (struct str){ 0 };
}

static struct official document_of(struct paper *p, struct db *db)
{
	struct arena *a = p->rq->a;
	const struct agency_version *v =
		agency_described(&p->c->agencies, p->agency, day_of(p->version->at), KNOWN_NOW);
	struct str *copies = NEW_ARRAY(a, struct str, 1), *to = NEW(a, struct str);
	struct official_signature *signature = NEW(a, struct official_signature);
	struct buf abstract = { .a = a }, foot = { .a = a };
	bool has_parent = v && v->parent.n;

	*to = receiver_of(p, db);
	copies[0] = S("Như trên");
	signature->title = msg_text(LANG_VI, MSG_report_web_signer);
	msg_report_web_abstract(&abstract, LANG_VI, p->r->name, p->r->year);
	msg_report_web_foot(
		&foot, LANG_VI, p->version->figures.journal_size, p->version->figures.journal_root);
	add_sections(p);
	return (struct official){ .type = OFFICIAL_BC,
		.superior = has_parent ? site_agency_name(p->rq, p->c, v->parent) : (struct str){ 0 },
		.issuer = v ? v->name : p->r->base.agency,
		.symbol = official_symbol(a, OFFICIAL_BC, v ? v->short_name : S(""), S("")),
		.date = day_of(p->version->at),
		.abstract = buf_str(&abstract),
		.recipients = to,
		.recipients_n = to->n > 0,
		.body = p->body.list,
		.body_n = p->body.n,
		.signatures = signature,
		.signatures_n = 1,
		.copies = copies,
		.copies_n = 1,
		.file_copy = S("VT"),
		.annexes = annex_of(p),
		.annexes_n = 1,
		.foot = buf_str(&foot),
		.made = p->version->at,
		.is_draft = p->version->fate != FATE_ACCEPTED,
		.is_synthetic = p->rq->app->synthetic };
}

static struct reply reply_with(struct request *rq, const struct report *now, const struct record_story *story,
	int version, enum official_format format)
{
	CATALOGUE cat = site_catalogue(rq);
	READER held = { 0 };
	struct record_story then = *story;
	const struct fault *f = site_reader(rq, &held);

	if (f)
		return reply_fault(f);
	then.n = report_events_of_version(then.events, then.n, version);
	struct paper p = { .rq = rq,
		.c = cat.c,
		.r = record_fold(rq->a, &report_type, &then),
		.version = &now->versions[version - 1],
		.agency = catalogue_agency(cat.c, now->base.agency),
		.body = { .a = rq->a } };
	struct official d = document_of(&p, held.db);

	return official_reply(rq, &d, format, str_fmt(rq->a, "%.*s %d", ARG(now->name), now->year));
}

struct reply report_paper_get(struct request *rq)
{
	static const struct field fields[] = {
		FIELD_INT(struct paper_form, version, "lan", 1, LIMIT_REPORT_VERSIONS),
		FIELD_CODE(struct paper_form, format, "dang", 0),
	};
	struct paper_form x = { 0 };
	struct form form = form_read_query(rq, fields, COUNT(fields), &x);
	enum official_format format = OFFICIAL_PDF;
	struct record_story story;
	void *state;

	if (form.error_count || (x.format.n && !official_format_from(x.format, &format)))
		return reply_error(400, site_form_problem(rq, &form));
	const struct fault *f = record_open(rq, &report_web, &state, &story);

	if (f)
		return reply_fault(f);
	const struct report *now = state;

	if (!now || !now->versions_n || x.version > now->versions_n)
		return reply_error(404, msg_text(rq->lang, MSG_record_unknown));
	return reply_with(rq, now, &story, x.version ? (int)x.version : now->versions_n, format);
}
