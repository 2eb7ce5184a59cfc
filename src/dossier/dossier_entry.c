#include "dossier/dossier_entry.h"
#include "json/json_write.h"

/* Long enough for an instant; a buf over it never grows. */
enum { TIME_ROOM = 32 };

static void put_instant(struct json_out *j, struct str key, instant t)
{
	char room[TIME_ROOM];
	struct buf text = { .p = room, .cap = sizeof room };

	if (t == INSTANT_NONE)
		return;
	add_instant(&text, t);
	json_member_str(j, key, buf_str(&text));
}

static void put_due(struct json_out *j, struct str key, struct due due)
{
	char room[TIME_ROOM];
	struct buf text = { .p = room, .cap = sizeof room };

	if (due.kind == DUE_NONE)
		return;
	add_due(&text, due);
	json_member_str(j, key, buf_str(&text));
}

/* Empty texts are left out. */
static void put_text(struct json_out *j, struct str key, struct str text)
{
	if (text.n)
		json_member_str(j, key, text);
}

static void put_rule_of_calendar(struct json_out *j, enum due_rule rule, int64_t calendar)
{
	if (rule == DUE_RULE_CIVIL || rule == DUE_RULE_HOURS)
		json_member_int(j, S("calendar"), calendar);
}

static void put_dues(struct json_out *j, const struct dossier *d)
{
	if (!d->dues_n)
		return;
	json_member_array(j, S("dues"));
	for (int i = 0; i < d->dues_n; i++) {
		json_object(j);
		put_due(j, S("due"), d->dues[i].due);
		json_member_str(j, S("reason"), due_reason_text(d->dues[i].reason));
		put_instant(j, S("since"), d->dues[i].since);
		json_end(j);
	}
	json_end(j);
}

static void put_waits(struct json_out *j, const struct dossier *d)
{
	if (!d->waits_n)
		return;
	json_member_array(j, S("waits"));
	for (int i = 0; i < d->waits_n; i++) {
		json_object(j);
		put_instant(j, S("from"), d->waits[i].from);
		json_member_str(j, S("kind"), wait_text(d->waits[i].kind));
		put_instant(j, S("to"), d->waits[i].to);
		json_end(j);
	}
	json_end(j);
}

/* What a correction replaces beside what every entry says. */
static void put_facts(struct json_out *j, const struct dossier *d)
{
	json_member_object(j, S("facts"));
	put_instant(j, S("accepted"), d->accepted_at);
	put_rule_of_calendar(j, d->rule, d->calendar);
	put_dues(j, d);
	put_instant(j, S("ended"), d->ended_at);
	put_instant(j, S("returned"), d->returned_at);
	put_text(j, S("rule"), due_rule_text(d->rule));
	put_instant(j, S("submitted"), d->submitted_at);
	put_waits(j, d);
	json_end(j);
}

static void put_persons(struct json_out *j, const struct dossier_event *e)
{
	if (!e->persons_n)
		return;
	json_member_object(j, S("persons"));
	for (int i = 0; i < e->persons_n; i++) {
		assert(i == 0 || str_cmp(e->persons[i - 1].as, e->persons[i].as) < 0);
		json_member_str(j, e->persons[i].as, e->persons[i].commitment);
	}
	json_end(j);
}

/* Members in the order of their names. */
void dossier_entry_write(struct buf *out, const struct dossier_event *e)
{
	struct json_out j = { .out = out };

	json_object(&j);
	json_member_str(&j, S("agency"), e->agency);
	json_member_str(&j, S("by"), role_text(e->by));
	put_rule_of_calendar(&j, e->rule, e->calendar);
	json_member_str(&j, S("channel"), channel_text(e->channel));
	json_member_str(&j, S("code"), e->code);
	put_due(&j, S("due"), e->due);
	put_due(&j, S("due_before"), e->due_before);
	if (e->facts)
		put_facts(&j, e->facts);
	put_instant(&j, S("happened"), e->happened);
	json_member_str(&j, S("kind"), dossier_verb_text(e->verb));
	put_text(&j, S("outcome"), outcome_text(e->outcome));
	put_persons(&j, e);
	json_member_str(&j, S("procedure"), e->procedure);
	json_member_int(&j, S("procedure_version"), e->procedure_version);
	put_text(&j, S("reason"), reason_text(e->reason));
	put_instant(&j, S("recorded"), e->recorded);
	put_text(&j, S("rule"), due_rule_text(e->rule));
	json_member_str(&j, S("state"), dossier_state_text(e->state));
	put_text(&j, S("state_before"), dossier_state_text(e->before));
	json_member_int(&j, S("v"), 1);
	json_end(&j);
}
