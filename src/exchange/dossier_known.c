#include "exchange/dossier_known.h"
#include "base/hash.h"
#include "catalogue/dossier_rules.h"
#include "json/canon.h"

struct str applicant_data(struct arena *a, const struct dossier_line *l)
{
	struct buf out = { .a = a };
	struct canon c = { 0 };

	canon_begin(&c, &out);
	canon_str(&c, S("name"), l->applicant);
	if (l->note.n)
		canon_str(&c, S("note"), l->note);
	canon_end(&c);
	return buf_str(&out);
}

/* The applicant of the first entry. What was erased cannot differ. */
must_check static const struct fault *same_applicant(
	struct write *w, int64_t number, const struct dossier_line *l, struct str *stored, bool *same)
{
	JOURNAL_CURSOR c = { 0 };
	bool more, found = false;

	TRY(journal_read_dossier(w->db, number, &c));
	TRY(journal_next(&c, &more));
	if (more)
		TRY(journal_private(w->db, c.row.position, S("applicant"), stored, &found));
	*same = !found || str_eq(*stored, applicant_data(w->db->a, l));
	return NULL;
}

static struct str moment(struct arena *a, instant t)
{
	struct buf b = { .a = a };

	if (t != INSTANT_NONE)
		add_minute_local(&b, t);
	return buf_str(&b);
}

struct compared {
	enum dossier_column column;
	struct str typed, stored;
};

/* The columns of two dossiers side by side; returns how many rows. */
static int compare(
	struct arena *a, const struct dossier *file, const struct dossier *was, struct compared *out)
{
	const struct dossier_wait none = { 0 };
	const struct dossier_wait *fw = file->waits_n ? &file->waits[0] : &none,
				  *ww = was->waits_n ? &was->waits[0] : &none;
	const struct compared rows[] = {
		{ FIELD_PROCEDURE, file->procedure, was->procedure },
		{ FIELD_AGENCY, file->agency, was->agency },
		{ FIELD_CHANNEL, channel_text(file->channel), channel_text(was->channel) },
		{ FIELD_RECEIVED, moment(a, file->accepted_at), moment(a, was->accepted_at) },
		{ FIELD_ASKED, moment(a, fw->from), moment(a, ww->from) },
		{ FIELD_SUPPLEMENTED, moment(a, fw->to), moment(a, ww->to) },
		{ FIELD_RESOLVED, moment(a, file->ended_at), moment(a, was->ended_at) },
		{ FIELD_RETURNED, moment(a, file->returned_at), moment(a, was->returned_at) },
		{ FIELD_OUTCOME, outcome_text(file->outcome), outcome_text(was->outcome) },
		{ FIELD_DUE, fmt_due(a, file->dues_n ? file->dues[0].due : (struct due){ 0 }),
			fmt_due(a, was->dues_n ? was->dues[0].due : (struct due){ 0 }) },
	};

	memcpy(out, rows, sizeof rows);
	return (int)COUNT(rows);
}

static void name_difference(
	struct arena *a, const struct dossier *file, const struct dossier *was, struct dossier_known *out)
{
	struct compared rows[DOSSIER_FIELD_N];
	int n = compare(a, file, was, rows);

	out->column = FIELD_CODE;
	out->typed = out->stored = was->code;
	for (int i = n - 1; i >= 0; i--)
		if (!str_eq(rows[i].typed, rows[i].stored)) {
			out->column = rows[i].column;
			out->typed = rows[i].typed;
			out->stored = rows[i].stored;
		}
}

static struct str reason_data(struct arena *a, struct str reason)
{
	struct buf out = { .a = a };
	struct canon c = { 0 };

	canon_begin(&c, &out);
	canon_str(&c, S("text"), reason);
	canon_end(&c);
	return buf_str(&out);
}

must_check static const struct fault *correct(struct write *w, const struct dossier_job *job,
	const struct dossier_line *l, const struct dossier *facts, struct dossier_known *out)
{
	struct dossier_rules rules = catalogue_dossier_rules(job->catalogue, l->agency, l->procedure);
	struct dossier_part parts[] = { { S("applicant"), applicant_data(w->db->a, l) },
		{ S("note"), reason_data(w->db->a, job->correct) } };
	struct dossier_step step = { .parts = parts, .parts_n = COUNT(parts) };
	struct dossier_result result;

	step.command = (struct dossier_command){ .verb = VERB_CORRECT,
		.seen = facts->version,
		.by = ROLE_SYSTEM,
		.reason = REASON_WRONG_ENTRY,
		.facts = facts };
	rules.now = w->now;
	rules.history = true;
	TRY(dossier_run(w, l->code, &step, &rules, &result));
	out->refusal = result.refusal;
	out->corrected = !result.refusal;
	return NULL;
}

/* What the row says, as facts: its commands tried on nothing. */
static enum dossier_refusal facts_of(
	const struct dossier_line *l, const struct dossier_job *job, instant now, struct dossier *facts)
{
	struct dossier_command commands[DOSSIER_MAX_STEPS];
	struct dossier_rules rules = catalogue_dossier_rules(job->catalogue, l->agency, l->procedure);
	struct dossier_rehearsal made;
	int n = dossier_line_commands(l, job->catalogue, commands);

	rules.now = now;
	rules.history = true;
	dossier_rehearse(&(struct dossier){ 0 }, commands, n, &rules, &made);
	*facts = made.after;
	return made.refusal;
}

const struct fault *dossier_meet(struct write *w, const struct dossier_job *job, const struct dossier_line *l,
	struct dossier_known *out)
{
	struct dossier was, facts;
	struct str stored = { 0 };
	int64_t number;
	bool found, same_person;

	*out = (struct dossier_known){ 0 };
	TRY(dossier_load_code(w->db, l->code, &number, &was, &found));
	if (!found)
		return FAULT(w->db->a, FAULT_CORRUPT, "a dossier's row and its journal entries differ");
	out->refusal = facts_of(l, job, w->now, &facts);
	if (out->refusal)
		return NULL;
	dossier_keep_unsaid(&facts, &was);
	TRY(same_applicant(w, number, l, &stored, &same_person));
	out->same = same_person && dossier_same_facts(&facts, &was);
	if (out->same)
		return NULL;
	facts.version = was.version;
	if (job->correct.n)
		return correct(w, job, l, &facts, out);
	name_difference(w->db->a, &facts, &was, out);
	if (dossier_same_facts(&facts, &was)) {
		out->column = FIELD_APPLICANT;
		out->typed = l->applicant;
		out->stored = S("***"); /* a name does not go into messages */
	}
	return NULL;
}

int64_t dossier_code_key(struct str code)
{
	struct sha256 h = sha256_of(S("import"), code);
	int64_t key;

	memcpy(&key, h.b, sizeof key);
	return key;
}

/* Whether the dossier of that code says what the row says. */
must_check static const struct fault *says_the_same(struct write *w, const struct dossier_job *job,
	struct str code, const struct dossier_line *l, bool *same)
{
	struct dossier was, facts;
	struct dossier_line named = *l;
	struct str stored = { 0 };
	int64_t number;
	bool found;

	named.code = code;
	*same = false;
	TRY(dossier_load_code(w->db, code, &number, &was, &found));
	if (!found || facts_of(&named, job, w->now, &facts))
		return NULL;
	dossier_keep_unsaid(&facts, &was);
	return dossier_same_facts(&facts, &was) ? same_applicant(w, number, l, &stored, same) : NULL;
}

const struct fault *dossier_meet_without_code(struct write *w, const struct dossier_job *job,
	struct intmap *meant, const struct dossier_line *l, bool *same)
{
	const struct dossier like = { .agency = job->catalogue->agencies.agencies[l->agency].code,
		.procedure = l->procedure->code,
		.accepted_at = l->received };
	struct dossier_codes alike;
	int64_t line;
	bool met = false;

	TRY(dossier_alike(w->db, &like, &alike));
	for (size_t k = 0; k < alike.n && !met; k++) {
		int64_t key = dossier_code_key(alike.codes[k]);
		if (intmap_get(meant, key, &line))
			continue;
		TRY(says_the_same(w, job, alike.codes[k], l, &met));
		if (met)
			intmap_put(meant, key, l->line, &met);
	}
	*same = met;
	return NULL;
}
