/*
 * The reader. An entry has one possible text, so it is read in its one order, byte by byte, without a JSON
 * tree; followers read millions of them.
 */
#include "base/limits.h"
#include "base/utf8.h"
#include "dossier/dossier_entry.h"
#include "json/canon.h"
#include "json/json_read.h"

enum { COMMITMENT_CHARS = 44, INSTANT_CHARS = 25 };

struct scan {
	struct arena *a;
	struct str rest;
	bool bad;     /* and then nothing more is read */
	bool unusual; /* escapes or letters beyond ASCII: compared with what the writer would write */
};

/* Takes text off the front if it stands there. */
static bool take(struct scan *s, struct str text)
{
	if (s->bad || s->rest.n < text.n || memcmp(s->rest.p, text.p, text.n) != 0)
		return false;
	s->rest.p += text.n;
	s->rest.n -= text.n;
	return true;
}

static void need(struct scan *s, struct str text)
{
	s->bad = !take(s, text) || s->bad;
}

/* Unescapes by the reader of JSON; quoted includes the quotes. */
static struct str unescape(struct scan *s, struct str quoted)
{
	struct json_reader r;
	struct json_token t;

	json_begin(&r, s->a, quoted);
	if (json_next(&r, &t) && t.kind == JSON_STRING)
		return t.text;
	s->bad = true;
	return (struct str){ 0 };
}

/* A string that is not empty. */
static struct str text(struct scan *s)
{
	const char *p = s->rest.p;
	size_t i = 1;
	bool escaped = false, beyond = false;

	if (s->bad || s->rest.n < 2 || p[0] != '"') {
		s->bad = true;
		return (struct str){ 0 };
	}
	for (; i < s->rest.n && p[i] != '"'; i++) {
		beyond |= (uint8_t)p[i] >= 0x80;
		if (p[i] == '\\') {
			escaped = true;
			i++;
		} else if ((uint8_t)p[i] < ' ') {
			break;
		}
	}
	if (i >= s->rest.n || p[i] != '"' || i == 1) {
		s->bad = true;
		return (struct str){ 0 };
	}
	struct str quoted = str_sub(s->rest, 0, i + 1), inside = str_sub(s->rest, 1, i);

	s->rest = str_sub(s->rest, i + 1, s->rest.n);
	s->unusual |= escaped || beyond;
	s->bad = beyond && !utf8_valid(inside);
	return escaped ? unescape(s, quoted) : inside;
}

static int64_t number(struct scan *s)
{
	size_t i = 0;
	int64_t n = 0;

	while (i < s->rest.n && s->rest.p[i] >= '0' && s->rest.p[i] <= '9' && n <= CANON_INT_MAX)
		n = n * 10 + (s->rest.p[i++] - '0');
	if (i == 0 || (i > 1 && s->rest.p[0] == '0') || n > CANON_INT_MAX)
		s->bad = true;
	s->rest = str_sub(s->rest, i, s->rest.n);
	return n;
}

static instant moment(struct scan *s)
{
	struct str t = text(s);
	instant out = INSTANT_NONE;

	if (s->bad || t.n != INSTANT_CHARS || t.p[10] != 'T' || !str_ends(t, S("+07:00")) ||
		!parse_time(t, 0, &out) || out == INSTANT_NONE)
		s->bad = true;
	return out;
}

static struct due deadline(struct scan *s)
{
	struct due due = { 0 };

	if (!parse_due(text(s), &due) || due.kind == DUE_NONE)
		s->bad = true;
	return due;
}

/* ,"key":value when it stands there; else the zero value. key is written ,"key": */
static instant moment_after(struct scan *s, struct str key)
{
	return take(s, key) ? moment(s) : INSTANT_NONE;
}

static struct due deadline_after(struct scan *s, struct str key)
{
	return take(s, key) ? deadline(s) : (struct due){ 0 };
}

/* The first member of an object has no comma before it. */
static struct str first_or_next(const struct scan *s, struct str key)
{
	return s->rest.p[-1] == '{' ? str_sub(key, 1, key.n) : key;
}

/* Words of a list; an absent one is the list's empty word, which is its zero. */
#define WORD(s, from, out) (*(out) = 0, (s)->bad |= !from(text(s), (out)))
#define WORD_AFTER(s, key, from, out) (*(out) = 0, take((s), (key)) ? (void)WORD(s, from, out) : (void)0)

static void persons(struct scan *s, struct dossier_event *e)
{
	if (!take(s, S(",\"persons\":{")))
		return;
	do {
		if (e->persons_n == DOSSIER_MAX_PERSONS) {
			s->bad = true;
			return;
		}
		struct dossier_person *p = &e->persons[e->persons_n++];
		p->as = text(s);
		need(s, S(":"));
		p->commitment = text(s);
		if (p->commitment.n != COMMITMENT_CHARS || (p > e->persons && str_cmp(p[-1].as, p->as) >= 0))
			s->bad = true;
	} while (!s->bad && take(s, S(",")));
	need(s, S("}"));
}

static void one_due(struct scan *s, struct dossier_due *due)
{
	need(s, S("{"));
	if (take(s, S("\"due\":"))) {
		due->due = deadline(s);
		need(s, S(","));
	}
	need(s, S("\"reason\":"));
	WORD(s, due_reason_from, &due->reason);
	need(s, S(",\"since\":"));
	due->since = moment(s);
	need(s, S("}"));
}

static void one_wait(struct scan *s, struct dossier_wait *w)
{
	need(s, S("{\"from\":"));
	w->from = moment(s);
	need(s, S(",\"kind\":"));
	WORD(s, wait_from, &w->kind);
	w->to = moment_after(s, S(",\"to\":"));
	need(s, S("}"));
}

static void dues(struct scan *s, struct dossier *d)
{
	if (!take(s, first_or_next(s, S(",\"dues\":["))))
		return;
	do {
		if (d->dues_n == DOSSIER_MAX_DUES)
			s->bad = true;
		else
			one_due(s, &d->dues[d->dues_n++]);
	} while (!s->bad && take(s, S(",")));
	need(s, S("]"));
}

static void waits(struct scan *s, struct dossier *d)
{
	if (!take(s, S(",\"waits\":[")))
		return;
	do {
		if (d->waits_n == DOSSIER_MAX_WAITS)
			s->bad = true;
		else
			one_wait(s, &d->waits[d->waits_n++]);
	} while (!s->bad && take(s, S(",")));
	need(s, S("]"));
}

/* The rule tells whether a calendar was used. */
static bool rule_needs_calendar(enum due_rule rule)
{
	return rule == DUE_RULE_CIVIL || rule == DUE_RULE_HOURS;
}

static struct dossier *facts(struct scan *s)
{
	if (!take(s, S(",\"facts\":{")))
		return NULL;
	struct dossier *d = NEW(s->a, struct dossier);

	d->accepted_at = moment_after(s, first_or_next(s, S(",\"accepted\":")));
	bool calendar = take(s, first_or_next(s, S(",\"calendar\":")));

	d->calendar = calendar ? number(s) : 0;
	dues(s, d);
	d->ended_at = moment_after(s, first_or_next(s, S(",\"ended\":")));
	d->returned_at = moment_after(s, first_or_next(s, S(",\"returned\":")));
	WORD_AFTER(s, first_or_next(s, S(",\"rule\":")), due_rule_from, &d->rule);
	need(s, first_or_next(s, S(",\"submitted\":")));
	d->submitted_at = moment(s);
	waits(s, d);
	need(s, S("}"));
	s->bad |= calendar != rule_needs_calendar(d->rule);
	d->apologised = false;
	for (int i = 0; i < d->dues_n; i++)
		d->apologised |= d->dues[i].reason == DUE_BY_APOLOGY;
	return d;
}

/* Up to "kind"; the facts, if any, lack what the entry itself says. */
static bool first_half(struct scan *s, struct dossier_event *e, struct dossier **corrected)
{
	need(s, S("{\"agency\":"));
	e->agency = text(s);
	need(s, S(",\"by\":"));
	WORD(s, role_from, &e->by);
	bool calendar = take(s, S(",\"calendar\":"));

	e->calendar = calendar ? number(s) : 0;
	need(s, S(",\"channel\":"));
	WORD(s, channel_from, &e->channel);
	need(s, S(",\"code\":"));
	e->code = text(s);
	e->due = deadline_after(s, S(",\"due\":"));
	e->due_before = deadline_after(s, S(",\"due_before\":"));
	*corrected = facts(s);
	need(s, S(",\"happened\":"));
	e->happened = moment(s);
	return calendar;
}

static void second_half(struct scan *s, struct dossier_event *e)
{
	need(s, S(",\"kind\":"));
	WORD(s, dossier_verb_from, &e->verb);
	WORD_AFTER(s, S(",\"outcome\":"), outcome_from, &e->outcome);
	persons(s, e);
	need(s, S(",\"procedure\":"));
	e->procedure = text(s);
	need(s, S(",\"procedure_version\":"));
	e->procedure_version = number(s);
	WORD_AFTER(s, S(",\"reason\":"), reason_from, &e->reason);
	need(s, S(",\"recorded\":"));
	e->recorded = moment(s);
	WORD_AFTER(s, S(",\"rule\":"), due_rule_from, &e->rule);
	need(s, S(",\"state\":"));
	WORD(s, dossier_state_from, &e->state);
	WORD_AFTER(s, S(",\"state_before\":"), dossier_state_from, &e->before);
	need(s, S(",\"v\":1}"));
}

static void complete_facts(struct dossier *d, const struct dossier_event *e)
{
	d->code = e->code;
	d->agency = e->agency;
	d->procedure = e->procedure;
	d->procedure_version = e->procedure_version;
	d->channel = e->channel;
	d->state = e->state;
	d->outcome = e->outcome;
}

static bool as_written(struct arena *a, struct str entry, const struct dossier_event *e)
{
	struct buf again = { .a = a };

	dossier_entry_write(&again, e);
	return str_eq(buf_str(&again), entry);
}

enum entry_read dossier_entry_read(struct arena *a, struct str entry, struct dossier_event *out)
{
	struct scan s = { .a = a, .rest = entry };
	struct dossier_event e = { 0 };
	struct dossier *corrected = NULL;
	bool calendar = first_half(&s, &e, &corrected);

	second_half(&s, &e);
	if (s.bad)
		return str_find(entry, S("\"kind\":\"dossier.")) < entry.n ? ENTRY_BROKEN : ENTRY_OTHER;
	if (s.rest.n || calendar != rule_needs_calendar(e.rule) ||
		(e.verb == VERB_CORRECT) != (corrected != NULL))
		return ENTRY_BROKEN;
	if (corrected)
		complete_facts(corrected, &e);
	e.facts = corrected;
	if (s.unusual && !as_written(a, entry, &e))
		return ENTRY_BROKEN;
	*out = e;
	return ENTRY_DOSSIER;
}
