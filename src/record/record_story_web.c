/* The history of a record as people read it. */
#include "record/record_file.h"
#include "record/record_web.h"

struct str record_value_text(struct request *rq, const struct catalogue *c, const struct record_kind *k,
	const struct record_event *e, int field)
{
	const struct record_field *f = &k->fields[field];
	struct str value = e->values[field];
	struct buf b = { .a = rq->a };
	int word, name;

	switch (f->kind) {
	case RECORD_DAY: return fmt_day_vi(rq->a, record_day(e, field));
	case RECORD_MINUTE: add_time_lang(&b, rq->lang, record_minute(e, field)); return buf_str(&b);
	case RECORD_COUNT: add_number(&b, rq->lang, record_count(e, field)); return buf_str(&b);
	case RECORD_WORD:
		word = record_word(k, e, field);
		return word < 0 ? value : msg_text(rq->lang, f->words[word].name);
	case RECORD_AGENCY: return str_dup(rq->a, site_agency_name(rq, c, value));
	case RECORD_FLAG: return msg_text(rq->lang, MSG_record_yes);
	case RECORD_FILE:
		name = record_file_name_field(k, e->verb);
		msg_record_file_text(&b, rq->lang, name < 0 ? (struct str){ 0 } : e->values[name], value);
		return buf_str(&b);
	case RECORD_LINE:
	case RECORD_LINES:
	case RECORD_POINTS:
	case RECORD_ITEM: return value;
	}
	impossible();
}

struct str record_who(struct request *rq, const struct record_event *e)
{
	struct buf b = { .a = rq->a };
	struct str role = role_is_staff(e->by) ? role_name(rq->lang, e->by) : (struct str){ 0 };

	if (e->actor.n && role.n && e->delegated)
		msg_record_history_delegated(&b, rq->lang, role, e->actor);
	else if (e->actor.n && role.n)
		msg_record_history_who(&b, rq->lang, role, e->actor);
	else
		buf_add(&b, role);
	return buf_str(&b);
}

static struct record_said said_of(struct request *rq, const struct catalogue *c, const struct record_web *web,
	const struct record_event *e, int field)
{
	const struct record_kind *k = web->type->kind;
	struct record_said said = { .label = msg_text(rq->lang, k->fields[field].label),
		.text = record_value_text(rq, c, k, e, field) };

	if (k->fields[field].kind != RECORD_FILE || !web->file_segment)
		return said;
	said.is_file = true;
	said.to = url_segment(rq->a, record_url(rq->a, web, e->record), str_of(web->file_segment));
	said.to = url_segment(rq->a, said.to, e->values[field]);
	return said;
}

static struct record_line line_of(struct request *rq, const struct catalogue *c, const struct record_web *web,
	const struct record_event *e)
{
	const struct record_kind *k = web->type->kind;
	struct record_said *said = NEW_ARRAY(rq->a, struct record_said, k->fields_n);
	struct record_line line = { .step = msg_text(rq->lang, k->verbs[e->verb].label),
		.who = record_who(rq, e),
		.happened = e->happened,
		.recorded = e->recorded,
		.late = day_of(e->happened) != day_of(e->recorded),
		.erased = e->erased,
		.said = said };

	for (int f = 0; f < k->fields_n; f++)
		if (e->values[f].n && f != record_file_name_field(k, e->verb))
			said[line.said_n++] = said_of(rq, c, web, e, f);
	return line;
}

const struct record_line *record_lines(
	struct request *rq, const struct record_web *web, const struct record_story *story, size_t *n)
{
	CATALOGUE held = site_catalogue(rq);
	struct record_line *lines = NEW_ARRAY(rq->a, struct record_line, story->n + 1);

	*n = 0;
	for (int i = story->n; i-- > 0;)
		lines[(*n)++] = line_of(rq, held.c, web, &story->events[i]);
	return lines;
}
