#include "record/record_form_web.h"
#include "record/record_file.h"
#include "record/record_html.h"
#include "search/fold.h"

uint64_t record_form_fields(const struct record_web *web, int verb)
{
	const struct record_verb *v = &web->type->kind->verbs[verb];

	uint64_t set = web->set_by_program | (web->also_set ? web->also_set(verb) : 0);
	int name = record_file_name_field(web->type->kind, verb);

	if (name != RECORD_NO_FIELD)
		set |= RECORD_FIELD_BIT(name);

	return (v->needed | v->other) & ~set;
}

static void complain(struct request *rq, struct record_typed *typed, int field, enum msg why)
{
	if (!typed->error[field].n)
		typed->errors_n++;
	typed->error[field] = msg_text(rq->lang, why);
}

void record_form_refuse(struct request *rq, struct record_typed *typed, const struct record_refusal *refusal)
{
	if (refusal->field != RECORD_NO_FIELD)
		complain(rq, typed, refusal->field, refusal->why);
	else
		typed->problem = msg_text(rq->lang, refusal->why);
}

/* Agencies as people name them become codes. */
static void read_agency(
	struct request *rq, struct str typed, int field, struct record_event *e, struct record_typed *out)
{
	CATALOGUE held = site_catalogue(rq);
	struct agency_choice choice = site_agency(rq, held.c, typed);

	if (choice.number)
		e->values[field] = str_dup(rq->a, held.c->agencies.agencies[choice.number].code);
	else
		complain(rq, out, field, choice.matches > 1 ? MSG_record_agency_many : MSG_record_bad_agency);
}

static void read_value(struct request *rq, const struct record_web *web, int field, struct record_event *e,
	struct record_typed *out)
{
	const struct record_field *f = &web->type->kind->fields[field];
	struct str typed = out->raw[field];

	if (f->kind == RECORD_AGENCY && typed.n) {
		read_agency(rq, typed, field, e, out);
		return;
	}
	struct record_refusal r = record_value(rq->a, f, field, typed, &e->values[field]);

	if (!r.refused && !e->values[field].n &&
		(web->type->kind->verbs[e->verb].needed & RECORD_FIELD_BIT(field)))
		r = RECORD_REFUSED_AT(MSG_record_missing, field);
	if (r.refused)
		record_form_refuse(rq, out, &r);
}

/* The fields as http/form.h wants them; *n of them, at[i] is the field's number. */
static struct field *declare(
	struct request *rq, const struct record_kind *k, uint64_t wanted, int *at, size_t *n)
{
	struct field *fields = NEW_ARRAY(rq->a, struct field, k->fields_n);
	size_t count = 0;

	for (int f = 0; f < k->fields_n; f++) {
		if (!(wanted & RECORD_FIELD_BIT(f)) || k->fields[f].kind == RECORD_FILE)
			continue;
		bool lines = k->fields[f].kind == RECORD_LINES;
		at[count] = f;
		fields[count++] = (struct field){ k->fields[f].name.p,
			lines ? FIELD_KIND_LINES : FIELD_KIND_TEXT, (size_t)f * sizeof(struct str), 0,
			k->fields[f].most > LIMIT_RECORD_LINES_CHARS && lines ? k->fields[f].most
									      : LIMIT_RECORD_LINES_CHARS,
			NULL };
	}
	*n = count;
	return fields;
}

static enum msg problem_of(enum form_problem p)
{
	return p == FORM_TOO_LONG ? MSG_record_too_long : MSG_record_bad_text;
}

/* The step's file: its hash and its name into the event. */
static void read_file(
	struct request *rq, const struct record_web *web, struct record_event *e, struct record_typed *typed)
{
	const struct record_kind *k = web->type->kind;
	int field = record_file_field(k, e->verb);

	if (field == RECORD_NO_FIELD)
		return;
	if (!form_file(rq, k->fields[field].name, &typed->file)) {
		if (k->verbs[e->verb].needed & RECORD_FIELD_BIT(field))
			complain(rq, typed, field, MSG_record_missing);
		return;
	}
	struct record_refusal r = record_file_check(typed->file.bytes, field);

	if (r.refused) {
		record_form_refuse(rq, typed, &r);
		return;
	}
	if (!typed->file.name.n)
		typed->file.name = msg_text(rq->lang, MSG_record_file_no_name);
	e->values[field] = record_file_hash(rq->a, typed->file.bytes);
	e->values[record_file_name_field(k, e->verb)] = nfc(rq->a, typed->file.name);
}

int64_t record_form_seen(struct request *rq)
{
	struct seen {
		int64_t version;
	} seen = { 0 };
	static const struct field fields[] = { FIELD_INT(
		struct seen, version, RECORD_SEEN_PARAMETER, 1, LIMIT_RECORD_EVENTS) };
	struct form form = form_read_body(rq, fields, COUNT(fields), &seen);

	return form.error_count ? 0 : seen.version;
}

void record_form_moved(struct request *rq, const struct record_web *web, const struct record_story *story,
	struct record_typed *typed)
{
	const struct record_event *last = &story->events[story->n - 1];
	struct str who = record_who(rq, last),
		   step = msg_text(rq->lang, web->type->kind->verbs[last->verb].label);
	struct buf b = { .a = rq->a };

	if (who.n)
		msg_record_moved_by(&b, rq->lang, who, step);
	else
		msg_record_moved(&b, rq->lang, step);
	typed->problem = buf_str(&b);
}

void record_form_ask_again(
	struct request *rq, const struct record_web *web, int verb, struct record_typed *typed)
{
	int field = record_file_field(web->type->kind, verb);
	struct buf b = { .a = rq->a };

	if (field == RECORD_NO_FIELD || !typed->file.bytes.n || typed->error[field].n)
		return;
	msg_record_file_again(&b, rq->lang, typed->file.name);
	typed->error[field] = buf_str(&b);
	typed->errors_n++;
}

bool record_form_read(
	struct request *rq, const struct record_web *web, struct record_event *e, struct record_typed *typed)
{
	int at[LIMIT_RECORD_FIELDS];
	size_t n;
	struct str values[LIMIT_RECORD_FIELDS] = { 0 };
	struct field *fields = declare(rq, web->type->kind, record_form_fields(web, e->verb), at, &n);
	struct form form = form_read_body(rq, fields, n, values);

	if (form.unreadable)
		return false;
	for (size_t i = 0; i < n; i++) {
		typed->raw[at[i]] = form.values[i].raw;
		if (form.values[i].problem)
			complain(rq, typed, at[i], problem_of(form.values[i].problem));
		else
			read_value(rq, web, at[i], e, typed);
	}
	read_file(rq, web, e, typed);
	return true;
}

void record_form_read_query(struct request *rq, const struct record_web *web, struct record_event *e)
{
	const struct record_kind *k = web->type->kind;
	struct str values[LIMIT_RECORD_FIELDS] = { 0 };
	uint64_t wanted = 0;
	int at[LIMIT_RECORD_FIELDS];
	size_t n;

	for (int f = 0; f < k->fields_n; f++)
		if (!k->fields[f].sealed && k->fields[f].kind != RECORD_LINES)
			wanted |= RECORD_FIELD_BIT(f);
	struct field *fields = declare(rq, k, wanted & record_form_fields(web, e->verb), at, &n);
	struct form form = form_read_query(rq, fields, n, values);

	for (size_t i = 0; i < n && !form.unreadable; i++) {
		struct record_refusal r =
			record_value(rq->a, &k->fields[at[i]], at[i], values[at[i]], &values[at[i]]);
		if (!r.refused && values[at[i]].n)
			e->values[at[i]] = values[at[i]];
	}
}

static struct str hint_of(struct request *rq, enum record_field_kind kind)
{
	static const enum msg hints[] = { [RECORD_DAY] = MSG_record_hint_day,
		[RECORD_MINUTE] = MSG_record_hint_minute,
		[RECORD_AGENCY] = MSG_record_hint_agency,
		[RECORD_POINTS] = MSG_record_hint_points,
		[RECORD_FILE] = MSG_record_file_hint };
	bool has = kind == RECORD_DAY || kind == RECORD_MINUTE || kind == RECORD_AGENCY ||
		   kind == RECORD_POINTS || kind == RECORD_FILE;

	return has ? msg_text(rq->lang, hints[kind]) : (struct str){ 0 };
}

/* The words of a field as choices, an empty one first. */
static const struct choice *word_choices(
	struct request *rq, const struct record_field *f, struct str chosen, size_t *n)
{
	struct choice *list;
	size_t count = 1, words = 0;

	while (f->words[words].text.n)
		words++;
	list = NEW_ARRAY(rq->a, struct choice, words + 1);
	list[0] = (struct choice){ S(""), msg_text(rq->lang, MSG_record_choose), !chosen.n };
	for (size_t i = 0; i < words; i++)
		list[count++] = (struct choice){ f->words[i].text, msg_text(rq->lang, f->words[i].name),
			str_eq(f->words[i].text, chosen) };
	*n = count;
	return list;
}

/* A canonical value as it is typed here: days as 25/10/2022, points with a comma. */
static struct str as_typed(struct request *rq, const struct record_field *f, struct str value)
{
	struct buf b = { .a = rq->a };
	daynum d;

	if (f->kind == RECORD_DAY && parse_day(value, &d))
		return fmt_day_vi(rq->a, d);
	if (f->kind == RECORD_MINUTE && value.n == S("2022-10-25 15:40").n &&
		parse_day(str_sub(value, 0, 10), &d))
		return str_fmt(
			rq->a, "%.*s%.*s", ARG(fmt_day_vi(rq->a, d)), ARG(str_sub(value, 10, value.n)));
	if (f->kind != RECORD_POINTS || rq->lang != LANG_VI)
		return value;
	for (size_t i = 0; i < value.n; i++)
		buf_char(&b, value.p[i] == '.' ? ',' : value.p[i]);
	return buf_str(&b);
}

static struct record_input input_of(struct request *rq, const struct record_web *web, const void *state,
	const struct record_event *e, int field)
{
	const struct record_field *f = &web->type->kind->fields[field];
	struct record_input in = { .id = f->name,
		.label = msg_text(rq->lang, f->label),
		.hint = hint_of(rq, f->kind),
		.kind = f->kind,
		.needed = web->type->kind->verbs[e->verb].needed & RECORD_FIELD_BIT(field),
		.most = f->most };

	if (f->kind == RECORD_WORD)
		in.choices = word_choices(rq, f, e->values[field], &in.choices_n);
	else if (web->choices)
		in.choices = web->choices(rq, state, e, field, &in.choices_n);
	return in;
}

struct record_input *record_form_inputs(struct request *rq, const struct record_web *web, const void *state,
	const struct record_event *e, const struct record_typed *typed, size_t *n)
{
	const struct record_kind *k = web->type->kind;
	struct record_input *inputs = NEW_ARRAY(rq->a, struct record_input, k->fields_n);
	uint64_t fields = record_form_fields(web, e->verb);

	*n = 0;
	for (int f = 0; f < k->fields_n; f++) {
		if (!(fields & RECORD_FIELD_BIT(f)))
			continue;
		struct record_input in = input_of(rq, web, state, e, f);
		in.error = typed->error[f];
		in.value = typed->raw[f].n || in.error.n ? typed->raw[f]
							 : as_typed(rq, &k->fields[f], e->values[f]);
		inputs[(*n)++] = in;
	}
	return inputs;
}

struct reply record_form_show(struct request *rq, const struct record_web *web, const void *state,
	const struct record_event *e, const struct record_typed *typed)
{
	const struct record_verb *verb = &web->type->kind->verbs[e->verb];
	struct str step = msg_text(rq->lang, verb->label);
	struct page page = staff_page(rq, step);
	struct staff s = staff_of(rq);
	struct html_out o = page_out(rq);
	struct url base = url_path(str_of(web->path));
	struct record_step_view v = { .step = step, .basis = verb->basis, .problem = typed->problem };

	if (state) {
		v.title = web->title(rq, state);
		v.version = ((const struct record_base *)state)->version;
		v.back = record_url(rq->a, web, ((const struct record_base *)state)->number);
		v.action = url_segment(rq->a, v.back, verb->name);
	} else {
		v.back = base;
		v.action = url_segment(rq->a, base, S(RECORD_NEW_SEGMENT));
	}
	v.inputs = record_form_inputs(rq, web, state, e, typed, &v.inputs_n);
	v.errors_n = typed->errors_n;
	v.has_file = record_file_field(web->type->kind, e->verb) != RECORD_NO_FIELD;
	page.has_errors = v.errors_n > 0 || v.problem.n > 0;
	if (!web->own_form || !web->own_form(rq, &o, &(struct record_form_page){ &page, &s, &v, state, e }))
		record_step_page(&o, &page, &s, &v);
	return staff_reply(&o, page.has_errors);
}
