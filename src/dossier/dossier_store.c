#include "dossier/dossier_store.h"
#include "base/hash.h"
#include "dossier/dossier_code.h"
#include "dossier/dossier_entry.h"
#include "dossier/dossier_save.h"
#include "dossier/dossier_sql.h"

enum { ENTRY_ROOM = 2048, COMMITMENT_ROOM = 48 };

/* The people behind a step, sealed, and their commitments as text; its arrays are what the event points to.
 */
struct people {
	struct journal_sealed sealed[DOSSIER_MAX_PERSONS];
	char text[DOSSIER_MAX_PERSONS][COMMITMENT_ROOM];
	int n;
};

static void seal_people(
	struct write *w, const struct dossier_step *step, struct people *p, struct dossier_event *e)
{
	assert(step->parts_n <= DOSSIER_MAX_PERSONS);
	for (int i = 0; i < step->parts_n; i++) {
		struct buf text = { .p = p->text[i], .cap = sizeof p->text[i] };
		p->sealed[i] = write_seal(w, step->parts[i].as, step->parts[i].data);
		struct sha256 *h = &p->sealed[i].commitment;
		add_base64(&text, (struct str){ (const char *)h->b, sizeof h->b });
		e->persons[i] = (struct dossier_person){ step->parts[i].as, buf_str(&text) };
	}
	e->persons_n = p->n = step->parts_n;
}

must_check static const struct fault *append(struct write *w, int64_t number, const struct dossier_step *step,
	struct dossier_event *e, int64_t *position)
{
	char room[ENTRY_ROOM];
	struct buf entry = { .a = w->db->a, .p = room, .cap = sizeof room };
	struct people people;

	seal_people(w, step, &people, e);
	dossier_entry_write(&entry, e);
	struct journal_record record = { .recorded = w->now,
		.dossier = number,
		.bytes = buf_str(&entry),
		.sealed = people.sealed,
		.sealed_n = people.n,
		.figures_alone = true };

	return journal_append(w->db, w->journal, &record, position);
}

const struct fault *dossier_code_reserve(struct write *w, struct str code)
{
	struct dossier_code c;
	bool ok = dossier_code_parse(code, &c);

	assert(ok);
	return dossier_sql_raise_counter(w->db, c.prefix, c.day, c.number);
}

/* The next number of prefix and day, taken in the transaction of the command. */
must_check static const struct fault *allot_code(
	struct write *w, struct dossier_code c, struct dossier_result *out, struct str *code)
{
	struct dossier_sql_counter_row last = { 0 };
	struct buf text = { .a = w->db->a };
	bool found;

	if (!dossier_code_possible(&c)) {
		out->refusal = REFUSED_CODE_INVALID;
		return NULL;
	}
	TRY(dossier_sql_counter(w->db, c.prefix, c.day, &last, &found));
	if (found && last.last >= DOSSIER_CODES_PER_DAY) {
		out->refusal = REFUSED_CODES_USED_UP;
		return NULL;
	}
	c.number = (int)last.last + 1;
	add_dossier_code(&text, &c);
	*code = buf_str(&text);
	return NULL;
}

must_check static const struct fault *code_for(
	struct write *w, const struct dossier_new *new, struct dossier_result *out, struct str *code)
{
	const struct dossier_command *submit = &new->steps[0].command;

	if (submit->code.n == 0)
		return allot_code(w,
			(struct dossier_code){ new->receiving.n ? new->receiving : submit->agency,
				day_of(submit->happened), 0 },
			out, code);
	*code = submit->code;
	if (!dossier_code_valid(submit->code))
		out->refusal = REFUSED_CODE_INVALID;
	return NULL;
}

/* Everything is decided before anything is written. */
static void decide_all(
	const struct dossier_new *new, struct str code, instant now, struct dossier_rehearsal *out)
{
	struct dossier_command commands[DOSSIER_MAX_STEPS];
	struct dossier_rules rules = *new->rules;

	assert(new->steps_n >= 1 && new->steps_n <= DOSSIER_MAX_STEPS);
	for (int i = 0; i < new->steps_n; i++)
		commands[i] = new->steps[i].command;
	commands[0].code = code;
	rules.now = now;
	dossier_rehearse(&(struct dossier){ 0 }, commands, new->steps_n, &rules, out);
}

must_check static const struct fault *write_new(struct write *w, const struct dossier_new *new,
	struct dossier_rehearsal *made, struct dossier_result *out)
{
	bool taken;

	out->number = w->journal->tree.size + 1;
	TRY(dossier_insert(w->db, out->number, &made->after, &taken));
	if (taken) {
		out->refusal = REFUSED_CODE_TAKEN;
		return NULL;
	}
	TRY(dossier_code_reserve(w, made->after.code));
	for (int i = 0; i < made->events_n; i++)
		TRY(append(w, out->number, &new->steps[i], &made->events[i], &out->position));
	return NULL;
}

const struct fault *dossier_create(struct write *w, const struct dossier_new *new, struct dossier_result *out)
{
	struct dossier_result result = { 0 };
	struct dossier_rehearsal made;
	struct str code = { 0 };

	TRY(code_for(w, new, &result, &code));
	if (!result.refusal) {
		decide_all(new, code, w->now, &made);
		result.refusal = made.refusal;
		result.refused = made.refused;
		result.warnings = made.warnings;
		result.after = made.after;
	}
	if (!result.refusal)
		TRY(write_new(w, new, &made, &result));
	*out = result;
	return NULL;
}

const struct fault *dossier_run(struct write *w, struct str code, const struct dossier_step *step,
	const struct dossier_rules *rules, struct dossier_result *out)
{
	struct dossier_result result = { 0 };
	struct dossier_rules now = *rules;
	struct dossier d;
	bool found;

	TRY(dossier_load_code(w->db, code, &result.number, &d, &found));
	now.now = w->now;
	struct dossier_decision done = { .refusal = REFUSED_NOT_FOUND };

	if (found)
		done = dossier_decide(&d, &step->command, &now);
	result.refusal = done.refusal;
	result.warnings = done.warnings;
	if (!done.refusal) {
		result.after = dossier_apply(d, &done.event);
		TRY(append(w, result.number, step, &done.event, &result.position));
		TRY(dossier_update(w->db, result.number, &result.after));
	}
	*out = result;
	return NULL;
}
