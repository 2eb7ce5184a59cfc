#include "exchange/dossier_row.h"
#include "dossier/dossier_code.h"
#include "exchange/field.h"

#define X(name, text) { S_INIT(text), true },
const struct csv_column dossier_columns[DOSSIER_FIELD_N] = { DOSSIER_COLUMNS(X) };
#undef X

static void row_error(struct csv *c, enum dossier_column column, enum import_code code, struct str piece)
{
	csv_error(c, column, (struct import_error){ .code = code, .piece = piece });
}

static bool recall(const struct agency_memory *m, struct str typed, int *number)
{
	for (int i = 0; i < m->n && i < REMEMBERED_AGENCIES; i++)
		if (str_eq(m->typed[i], typed)) {
			*number = m->number[i];
			return true;
		}
	return false;
}

static void remember(struct agency_memory *m, struct str typed, int number)
{
	int at = m->n++ % REMEMBERED_AGENCIES;

	m->typed[at] = str_dup(m->a, typed);
	m->number[at] = number;
}

static bool read_agency(
	struct csv *c, const struct catalogue *k, struct agency_memory *memory, struct dossier_line *out)
{
	struct str typed;
	int found[4];

	if (!field_text(c, FIELD_AGENCY, LIMIT_NAME_CHARS, &typed))
		return false;
	if ((out->agency = catalogue_agency(k, typed)) || recall(memory, typed, &out->agency))
		return true;
	int n = catalogue_match_agency(k, memory->a, typed, found, COUNT(found));

	if (n == 1) {
		out->agency = found[0];
		remember(memory, typed, found[0]);
		return true;
	}
	struct buf codes = { .a = memory->a };

	for (int i = 0; i < n && i < (int)COUNT(found); i++) {
		buf_add(&codes, i ? S(", ") : S(""));
		buf_add(&codes, k->agencies.agencies[found[i]].code);
	}
	csv_error(c, FIELD_AGENCY,
		(struct import_error){ .code = n ? IMPORT_AMBIGUOUS_AGENCY : IMPORT_UNKNOWN_AGENCY,
			.piece = typed,
			.also = buf_str(&codes) });
	return false;
}

/* The version under which a dossier is accepted that day. */
static bool read_procedure(struct csv *c, const struct catalogue *k, struct dossier_line *out)
{
	struct str code;

	if (!field_text(c, FIELD_PROCEDURE, LIMIT_CODE_CHARS, &code))
		return false;
	int number = catalogue_procedure(k, code);

	out->procedure =
		number && out->received != INSTANT_NONE
			? procedure_on(&k->procedures, number, day_of(out->received), k->journal_size)
			: NULL;
	if (out->procedure || (number && out->received == INSTANT_NONE))
		return out->procedure != NULL;
	row_error(c, FIELD_PROCEDURE, IMPORT_UNKNOWN_PROCEDURE, code);
	return false;
}

static bool read_code(struct csv *c, struct dossier_line *out)
{
	if (!field_text_or_empty(c, FIELD_CODE, LIMIT_CODE_CHARS, &out->code))
		return false;
	if (!out->code.n || dossier_code_valid(out->code))
		return true;
	row_error(c, FIELD_CODE, IMPORT_BAD_DOSSIER_CODE, out->code);
	return false;
}

static bool read_due(struct csv *c, struct dossier_line *out)
{
	struct str text;

	if (!field_text_or_empty(c, FIELD_DUE, LIMIT_CODE_CHARS, &text))
		return false;
	out->due_given = text.n > 0;
	if (!out->due_given || parse_due_local(text, &out->due))
		return true;
	row_error(c, FIELD_DUE, IMPORT_NOT_A_MINUTE, text);
	return false;
}

static bool read_words(struct csv *c, struct dossier_line *out)
{
	static const struct str channels[] = { S_INIT("counter"), S_INIT("online"), S_INIT("postal") };
	static const struct str outcomes[] = { S_INIT("approved"), S_INIT("refused"), S_INIT("withdrawn"),
		S_INIT("stopped") };
	size_t channel = 0, outcome = SIZE_MAX;
	bool fine = field_word(c, FIELD_CHANNEL, channels, COUNT(channels), &channel);

	fine = field_word_or(c, FIELD_OUTCOME, outcomes, COUNT(outcomes), &outcome) && fine;
	out->channel = (enum channel)(CHANNEL_COUNTER + channel);
	out->outcome = outcome == SIZE_MAX ? OUTCOME_NONE : (enum outcome)(OUTCOME_APPROVED + outcome);
	return fine;
}

static bool read_times(struct csv *c, struct dossier_line *out)
{
	bool fine = field_minute(c, FIELD_RECEIVED, &out->received);

	fine = field_minute_or_none(c, FIELD_ASKED, &out->asked) && fine;
	fine = field_minute_or_none(c, FIELD_SUPPLEMENTED, &out->supplemented) && fine;
	fine = field_minute_or_none(c, FIELD_RESOLVED, &out->resolved) && fine;
	return field_minute_or_none(c, FIELD_RETURNED, &out->returned) && fine;
}

/* Each time that is given must not come before the last one given. */
static bool check_order(struct csv *c, const struct dossier_line *l, instant now)
{
	const struct {
		enum dossier_column column;
		instant t;
	} times[] = { { FIELD_RECEIVED, l->received }, { FIELD_ASKED, l->asked },
		{ FIELD_SUPPLEMENTED, l->supplemented }, { FIELD_RESOLVED, l->resolved },
		{ FIELD_RETURNED, l->returned } };
	size_t last = 0;
	bool fine = true;

	for (size_t i = 0; i < COUNT(times); i++) {
		if (times[i].t == INSTANT_NONE)
			continue;
		if (times[i].t < times[last].t) {
			csv_error(c, times[i].column,
				(struct import_error){ .code = IMPORT_TIMES_OUT_OF_ORDER,
					.piece = dossier_columns[times[i].column].name,
					.also = dossier_columns[times[last].column].name });
			fine = false;
		}
		if (times[i].t > now) {
			row_error(c, times[i].column, IMPORT_IN_THE_FUTURE, c->field[times[i].column]);
			fine = false;
		}
		last = i;
	}
	return fine;
}

/* A later fact needs the earlier one: supplemented needs asked, returned needs resolved, and so on. */
static bool check_pairs(struct csv *c, const struct dossier_line *l)
{
	const struct {
		bool there, needs;
		enum dossier_column needed;
	} pairs[] = { { l->supplemented != INSTANT_NONE, l->asked != INSTANT_NONE, FIELD_ASKED },
		{ l->returned != INSTANT_NONE, l->resolved != INSTANT_NONE, FIELD_RESOLVED },
		{ l->resolved != INSTANT_NONE, l->outcome != OUTCOME_NONE, FIELD_OUTCOME },
		{ l->outcome != OUTCOME_NONE, l->resolved != INSTANT_NONE, FIELD_RESOLVED } };
	bool fine = true;

	for (size_t i = 0; i < COUNT(pairs); i++)
		if (pairs[i].there && !pairs[i].needs) {
			row_error(c, pairs[i].needed, IMPORT_MISSING_VALUE, S(""));
			fine = false;
		}
	return fine;
}

bool dossier_line_read(struct csv *c, const struct catalogue *k, struct agency_memory *memory, instant now,
	struct dossier_line *out)
{
	*out = (struct dossier_line){ .line = c->row_line, .note = c->note };
	bool fine = read_times(c, out);

	fine = read_code(c, out) && fine;
	fine = read_agency(c, k, memory, out) && fine;
	fine = read_procedure(c, k, out) && fine;
	fine = read_words(c, out) && fine;
	fine = read_due(c, out) && fine;
	fine = field_text(c, FIELD_APPLICANT, LIMIT_NAME_CHARS, &out->applicant) && fine;
	if (!fine)
		return false;
	fine = check_order(c, out, now);
	return check_pairs(c, out) && fine;
}

static struct dossier_command command(enum dossier_verb verb, instant happened)
{
	return (struct dossier_command){ .verb = verb,
		.happened = happened,
		.by = ROLE_SYSTEM,
		.reason = dossier_rule_of(verb)->needs_reason ? REASON_OTHER : REASON_NONE };
}

static enum dossier_verb end_of(enum outcome o)
{
	switch (o) {
	case OUTCOME_APPROVED: return VERB_APPROVE;
	case OUTCOME_REFUSED: return VERB_REFUSE;
	case OUTCOME_WITHDRAWN: return VERB_WITHDRAW;
	case OUTCOME_STOPPED: return VERB_STOP;
	case OUTCOME_NONE:
	case OUTCOME_N: break;
	}
	impossible();
}

int dossier_line_commands(
	const struct dossier_line *l, const struct catalogue *k, struct dossier_command *out)
{
	int n = 0;

	out[n] = command(VERB_SUBMIT, l->received);
	out[n].code = l->code;
	out[n].agency = k->agencies.agencies[l->agency].code;
	out[n].procedure = l->procedure->code;
	out[n++].channel = l->channel;
	out[n] = command(VERB_ACCEPT, l->received);
	out[n].due_given = l->due_given;
	out[n++].due = l->due;
	if (l->asked != INSTANT_NONE)
		out[n++] = command(VERB_REQUEST_SUPPLEMENT, l->asked);
	if (l->supplemented != INSTANT_NONE)
		out[n++] = command(VERB_RECEIVE_SUPPLEMENT, l->supplemented);
	if (l->resolved != INSTANT_NONE)
		out[n++] = command(end_of(l->outcome), l->resolved);
	if (l->returned != INSTANT_NONE)
		out[n++] = command(VERB_RETURN, l->returned);
	return n;
}
