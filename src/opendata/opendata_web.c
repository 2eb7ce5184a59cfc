#include "opendata/opendata_web.h"

#include "journal/journal_store.h"
#include "opendata/opendata.h"
#include "opendata/opendata_html.h"
#include "figures/figures_out.h"
#include "setting/portal_setting.h"
#include "site/period_web.h"

const struct dataset *const datasets[] = { &dataset_procedures, &dataset_agencies, &dataset_figures,
	&dataset_holidays, &dataset_legal, &dataset_news, &dataset_feedback, NULL };

struct year_form {
	int64_t year;
};

/* The year of the usual period, if nothing else is asked for. */
static int64_t usual_year(struct request *rq, const struct catalogue *c)
{
	return civil_from_day(site_figures(rq, c).from).year;
}

int64_t dataset_year(const struct dataset_out *o)
{
	static const struct field fields[] = { FIELD_INT(struct year_form, year, "nam", 1990, 2199) };
	struct year_form f = { usual_year(o->rq, o->c) };
	struct form form = form_read_query(o->rq, fields, COUNT(fields), &f);

	return form.unreadable ? usual_year(o->rq, o->c) : f.year;
}

/* "thu-tuc.csv" */
static const struct dataset *set_of(struct str file, enum dataset_format *format)
{
	struct str rest = file, name = { 0 };

	if (!str_cut(&rest, '.', &name))
		return NULL;
	*format = str_eq(rest, S("csv")) ? DATASET_CSV : DATASET_JSON;
	if (*format != DATASET_CSV && !str_eq(rest, S("json")))
		return NULL;
	for (int i = 0; datasets[i]; i++)
		if (str_eq(datasets[i]->name, name))
			return datasets[i];
	return NULL;
}

/* The name that is offered: with the year, where there is one. */
static struct str file_name(const struct dataset_out *o, const struct dataset *d)
{
	const char *ending = o->format == DATASET_CSV ? "csv" : "json";

	if (d->by_year)
		return str_fmt(o->rq->a, "%.*s-%lld.%s", ARG(d->name), (long long)dataset_year(o), ending);
	return str_fmt(o->rq->a, "%.*s.%s", ARG(d->name), ending);
}

static void begin(struct dataset_out *o)
{
	if (o->format == DATASET_JSON) {
		json_array(&o->json);
		return;
	}
	csv_out_mark(&o->csv);
	for (size_t i = 0; i < o->columns_n; i++)
		csv_out_str(&o->csv, o->columns[i].name);
	csv_out_end(&o->csv);
}

static struct reply answer(struct dataset_out *o, const struct dataset *d)
{
	READER reader = { 0 };
	const struct fault *f = site_reader(o->rq, &reader);
	struct str type = o->format == DATASET_CSV ? S("text/csv; charset=utf-8")
						   : S("application/json; charset=utf-8");

	o->db = reader.db;
	begin(o);
	if (!f)
		f = d->say(o);
	if (f)
		return reply_fault(f);
	if (o->full)
		return reply_error(503, msg_text(o->rq->lang, MSG_opendata_too_large));
	if (o->format == DATASET_JSON)
		json_end(&o->json);
	return reply_file(o->rq, type, file_name(o, d), buf_str(&o->body));
}

struct reply opendata_file_get(struct request *rq)
{
	CATALOGUE held = site_catalogue(rq);
	enum dataset_format format = DATASET_CSV;
	const struct dataset *d = set_of(request_param(rq, "file"), &format);
	struct dataset_out *o = NEW(rq->a, struct dataset_out);

	if (!d)
		return reply_error(404, S(""));
	*o = (struct dataset_out){ .rq = rq,
		.c = held.c,
		.columns = d->columns,
		.columns_n = d->columns_n,
		.format = format,
		.body = { .a = rq->a } };
	o->csv = (struct csv_out){ .out = &o->body, .separator = ';' };
	o->json = (struct json_out){ .out = &o->body };
	return answer(o, d);
}

struct about {
	struct licence licence;
	struct str contact; /* an address of mail */
	instant updated;    /* of the newest entry of the journal */
};

must_check static const struct fault *read_about(struct request *rq, struct about *out)
{
	READER reader = { 0 };
	JOURNAL_CURSOR cursor = { 0 };
	struct str word;
	int64_t size;
	bool more = false;

	TRY(site_reader(rq, &reader));
	TRY(portal_setting(reader.db, PORTAL_LICENCE, &word));
	TRY(portal_setting(reader.db, PORTAL_CONTACT_EMAIL, &out->contact));
	out->licence = licence_of(word);
	TRY(journal_size(reader.db, &size));
	TRY(journal_read(reader.db, size ? size - 1 : 0, size, &cursor));
	TRY(journal_next(&cursor, &more));
	out->updated = more ? cursor.row.recorded : rq->now;
	return NULL;
}

static struct url file_url(struct request *rq, const struct dataset *d, const char *ending)
{
	struct str file = str_fmt(rq->a, "%.*s.%s", ARG(d->name), ending);

	return url_segment(rq->a, url_path(S("/du-lieu-mo")), file);
}

static const struct dataset_column_view *columns_of(struct request *rq, const struct dataset *d)
{
	static const enum msg types[] = { [DATASET_TEXT] = MSG_opendata_type_text,
		[DATASET_NUMBER] = MSG_opendata_type_number,
		[DATASET_DAY] = MSG_opendata_type_day };
	struct dataset_column_view *list = NEW_ARRAY(rq->a, struct dataset_column_view, d->columns_n + 1);

	for (size_t i = 0; i < d->columns_n; i++) {
		const struct dataset_column *c = &d->columns[i];
		enum figure_cell cell = CELL_RECEIVED;
		bool is_cell = c->meaning == MSG_opendata_c_cell && figure_cell_from(c->name, &cell);

		list[i] = (struct dataset_column_view){ c->name,
			is_cell ? figure_cell_label(rq->lang, cell) : msg_text(rq->lang, c->meaning),
			msg_text(rq->lang, types[c->type]) };
	}
	return list;
}

static struct dataset_view view_of(struct request *rq, const struct dataset *d)
{
	const struct url none = { { 0 } };

	return (struct dataset_view){ .id = d->name,
		.title = msg_text(rq->lang, d->title),
		.what = msg_text(rq->lang, d->what),
		.csv = file_url(rq, d, "csv"),
		.json = file_url(rq, d, "json"),
		.page = d->page.n ? url_path(d->page) : none,
		.api = d->api.n ? url_path(d->api) : none,
		.columns = columns_of(rq, d),
		.columns_n = d->columns_n,
		.by_year = d->by_year };
}

struct reply opendata_get(struct request *rq)
{
	CATALOGUE held = site_catalogue(rq);
	struct page page = site_page(rq, held.c, NAV_NONE, msg_text(rq->lang, MSG_opendata_title));
	struct dataset_view sets[COUNT(datasets)];
	struct opendata_view v = { .sets = sets, .year = usual_year(rq, held.c) };
	struct about about = { 0 };
	struct html_out o = page_out(rq);
	const struct fault *f = read_about(rq, &about);

	if (f)
		return reply_fault(f);
	for (; datasets[v.sets_n]; v.sets_n++)
		sets[v.sets_n] = view_of(rq, datasets[v.sets_n]);
	v.licence = about.licence.name;
	v.contact = about.contact;
	v.contact_to = url_mail(rq->a, about.contact);
	v.updated = about.updated;
	if (!url_external(about.licence.url, &v.licence_to))
		v.licence_to = url_path(S("/du-lieu-mo"));
	page.description = msg_text(rq->lang, MSG_opendata_lead);
	page.synthetic = rq->app->synthetic;
	opendata_page(&o, &page, &v);
	return page_reply(&o);
}

/* DCAT-AP 3: one Distribution for each file. */
static void add_file(struct request *rq, struct json_out *j, const struct dataset *d,
	const struct about *about, const char *ending)
{
	bool is_csv = *ending == 'c';

	json_object(j);
	json_member_str(j, S("@type"), S("dcat:Distribution"));
	json_member_str(j, S("dct:title"), is_csv ? S("CSV") : S("JSON"));
	json_member_str(j, S("dcat:accessURL"), site_absolute(rq, url_path(S("/du-lieu-mo"))).s);
	json_member_str(j, S("dcat:downloadURL"), site_absolute(rq, file_url(rq, d, ending)).s);
	json_member_str(j, S("dcat:mediaType"),
		is_csv ? S("https://www.iana.org/assignments/media-types/text/csv")
		       : S("https://www.iana.org/assignments/media-types/application/json"));
	json_member_str(j, S("dct:license"), about->licence.url);
	json_end(j);
}

static void add_words(struct json_out *j, struct str key, enum msg words)
{
	json_key(j, key);
	json_array(j);
	for (int lang = LANG_VI; lang <= LANG_EN; lang++) {
		json_object(j);
		json_member_str(j, S("@language"), lang_code((enum lang)lang));
		json_member_str(j, S("@value"), msg_text((enum lang)lang, words));
		json_end(j);
	}
	json_end(j);
}

static void add_set(
	struct request *rq, struct json_out *j, const struct dataset *d, const struct about *about)
{
	struct url page = url_fragment(rq->a, url_path(S("/du-lieu-mo")), d->name);

	json_object(j);
	json_member_str(j, S("@type"), S("dcat:Dataset"));
	json_member_str(j, S("@id"), site_absolute(rq, page).s);
	json_member_str(j, S("dct:identifier"), d->name);
	add_words(j, S("dct:title"), d->title);
	add_words(j, S("dct:description"), d->what);
	json_member_object(j, S("dct:modified"));
	json_member_str(j, S("@type"), S("xsd:dateTime"));
	json_member_str(j, S("@value"), fmt_instant(rq->a, about->updated));
	json_end(j);
	json_key(j, S("dcat:distribution"));
	json_array(j);
	add_file(rq, j, d, about, "csv");
	add_file(rq, j, d, about, "json");
	json_end(j);
	json_end(j);
}

static void add_context(struct json_out *j)
{
	json_member_object(j, S("@context"));
	json_member_str(j, S("dcat"), S("http://www.w3.org/ns/dcat#"));
	json_member_str(j, S("dct"), S("http://purl.org/dc/terms/"));
	json_member_str(j, S("foaf"), S("http://xmlns.com/foaf/0.1/"));
	json_member_str(j, S("xsd"), S("http://www.w3.org/2001/XMLSchema#"));
	for (int i = 0; i < 4; i++) {
		static const struct str links[] = { S_INIT("dct:license"), S_INIT("dcat:accessURL"),
			S_INIT("dcat:downloadURL"), S_INIT("dcat:mediaType") };

		json_member_object(j, links[i]);
		json_member_str(j, S("@type"), S("@id"));
		json_end(j);
	}
	json_end(j);
}

struct reply opendata_catalogue_get(struct request *rq)
{
	CATALOGUE held = site_catalogue(rq);
	struct page page = site_page(rq, held.c, NAV_NONE, S(""));
	struct buf b = { .a = rq->a };
	struct json_out j = { .out = &b };
	struct about about = { 0 };
	const struct fault *f = read_about(rq, &about);

	if (f)
		return reply_fault(f);
	json_object(&j);
	add_context(&j);
	json_member_str(&j, S("@type"), S("dcat:Catalog"));
	json_member_str(&j, S("@id"), site_absolute(rq, url_path(S("/du-lieu-mo"))).s);
	add_words(&j, S("dct:title"), MSG_opendata_title);
	add_words(&j, S("dct:description"), MSG_opendata_lead);
	json_member_object(&j, S("dct:publisher"));
	json_member_str(&j, S("@type"), S("foaf:Agent"));
	json_member_str(&j, S("foaf:name"), page.owner.n ? page.owner : msg_text(LANG_VI, MSG_portal_owner));
	json_end(&j);
	json_member_str(&j, S("dct:license"), about.licence.url);
	json_key(&j, S("dcat:dataset"));
	json_array(&j);
	for (int i = 0; datasets[i]; i++)
		add_set(rq, &j, datasets[i], &about);
	json_end(&j);
	json_end(&j);
	return (struct reply){
		.status = 200, .type = S("application/ld+json; charset=utf-8"), .body = buf_str(&b)
	};
}
