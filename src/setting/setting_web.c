#include "setting/setting_web.h"

#include "account/staff_web.h"
#include "setting/setting_html.h"

enum { SETTING_CHARS = 300 };
#define SETTINGS_PATH STAFF_PATH "/cai-dat"

struct typed {
	struct str values[PORTAL_SETTING_N];
};

static const struct choice *licence_choices(struct request *rq, struct str chosen, size_t *n)
{
	static const struct str words[] = {
#define X(word, name, url) S_INIT(word),
		LICENCES(X)
#undef X
	};
	struct choice *list = NEW_ARRAY(rq->a, struct choice, COUNT(words));

	for (*n = 0; *n < COUNT(words); (*n)++)
		list[*n] = (struct choice){ words[*n], licence_of(words[*n]).name,
			str_eq(licence_of(chosen).word, words[*n]) };
	return list;
}

static struct reply show(struct request *rq, const struct typed *t, struct setting_page_view *v)
{
	struct page page = staff_page(rq, msg_text(rq->lang, MSG_setting_title));
	struct staff s = staff_of(rq);
	struct html_out o = page_out(rq);

	for (int i = 0; i < PORTAL_SETTING_N; i++) {
		struct setting_input *in = &v->inputs[i];

		in->id = portal_setting_name((enum portal_setting)i);
		in->label = msg_text(rq->lang, portal_setting_words((enum portal_setting)i));
		in->value = t->values[i];
		in->wrong = !portal_setting_fits((enum portal_setting)i, t->values[i]);
		v->wrong_n += in->wrong;
		if (i == PORTAL_LICENCE)
			in->choices = licence_choices(rq, t->values[i], &in->choices_n);
	}
	page.has_errors = v->wrong_n > 0;
	setting_page(&o, &page, &s, v);
	return staff_reply(&o, v->wrong_n > 0);
}

struct done_form {
	bool done;
};

struct reply settings_get(struct request *rq)
{
	static const struct field fields[] = { FIELD_FLAG(struct done_form, done, "xong") };
	READER reader = { 0 };
	struct typed t = { 0 };
	struct done_form d = { 0 };
	struct form form = form_read_query(rq, fields, COUNT(fields), &d);
	struct setting_page_view v = { .saved = !form.error_count && d.done };
	const struct fault *f = site_reader(rq, &reader);

	for (int i = 0; i < PORTAL_SETTING_N && !f; i++)
		f = portal_setting(reader.db, (enum portal_setting)i, &t.values[i]);
	return f ? reply_fault(f) : show(rq, &t, &v);
}

static const struct fault *save(struct write *w, void *arg)
{
	const struct typed *t = arg;

	for (int i = 0; i < PORTAL_SETTING_N; i++)
		TRY(setting_set(w, portal_setting_name((enum portal_setting)i), t->values[i]));
	return NULL;
}

struct reply settings_post(struct request *rq)
{
#define X(name, text, fallback, words) \
	FIELD_TEXT(struct typed, values[PORTAL_##name], text, 0, SETTING_CHARS),
	static const struct field fields[] = { PORTAL_SETTINGS(X) };
#undef X
	struct setting_page_view v = { 0 };
	struct typed t = { 0 };
	struct form form = form_read_body(rq, fields, COUNT(fields), &t);
	bool fits = !form.error_count;

	if (form.unreadable)
		return reply_error(400, S(""));
	for (int i = 0; i < PORTAL_SETTING_N; i++) {
		if (form.values[i].problem)
			t.values[i] = form.values[i].raw;
		fits &= portal_setting_fits((enum portal_setting)i, t.values[i]);
	}
	if (!fits)
		return show(rq, &t, &v);
	const struct fault *f = staff_run(rq, save, &t);

	return f ? reply_fault(f) : reply_see_other(S(SETTINGS_PATH "?xong=1"));
}
