/* The tables of the law as a page for people. dossier_doc_test.c keeps docs/dossier-states.md equal to it. */
#include "dossier/dossier_say.h"

static void add_msg(struct buf *out, enum lang lang, enum msg m)
{
	buf_add(out, msg_text(lang, m));
}

/* Texts of the journal (in code type) of the states in a set. */
static void add_states(struct buf *out, unsigned set)
{
	bool first = true;

	for (int s = 0; s < DOSSIER_STATE_N; s++) {
		struct str text = dossier_state_text((enum dossier_state)s);
		if (!(set >> s & 1) || !text.n)
			continue;
		buf_fmt(out, "%s`%.*s`", first ? "" : ", ", ARG(text));
		first = false;
	}
	if (first)
		buf_add(out, S("–"));
}

static void add_state_table(struct buf *out)
{
	buf_add(out, S("| state | national portal | in Vietnamese | in figures |\n|---|---|---|---|\n"));
	for (int i = 1; i < DOSSIER_STATE_N; i++) {
		enum dossier_state s = (enum dossier_state)i;
		unsigned bit = 1u << i;
		const char *counts = bit & DOSSIER_IN_PROGRESS ? "in progress"
				     : bit & DOSSIER_ENDED     ? "ended"
							       : "not counted";
		buf_fmt(out, "| `%.*s` | ", ARG(dossier_state_text(s)));
		if (dossier_state_code(s))
			buf_int(out, dossier_state_code(s));
		buf_add(out, S(" | "));
		add_msg(out, LANG_VI, dossier_state_msg(s));
		buf_fmt(out, " | %s |\n", counts);
	}
}

static void add_command_table(struct buf *out)
{
	buf_add(out, S("| command | in Vietnamese | allowed in | then | who may | reason | basis "
		       "|\n|---|---|---|---|---|---|---|\n"));
	for (int i = 0; i < DOSSIER_VERB_N; i++) {
		enum dossier_verb v = (enum dossier_verb)i;
		const struct dossier_rule_row *row = dossier_rule_of(v);
		buf_fmt(out, "| `%.*s` | ", ARG(dossier_verb_text(v)));
		add_msg(out, LANG_VI, dossier_verb_msg(v));
		buf_add(out, S(" | "));
		add_states(out, row->from);
		buf_add(out, S(" | "));
		if (v == VERB_CORRECT)
			buf_add(out, S("as the facts say"));
		else
			add_states(out, row->to);
		buf_add(out, S(" | "));
		add_role_texts(out, row->roles);
		buf_fmt(out, " | %s | ", row->needs_reason ? "yes" : "");
		add_msg(out, LANG_EN, dossier_basis_msg(row->basis));
		buf_add(out, S(" |\n"));
	}
}

static void add_refusals(struct buf *out)
{
#define X(name, status) #name,
	static const char *const names[DOSSIER_REFUSAL_N] = { DOSSIER_REFUSALS(X) };
#undef X

	buf_add(out, S("| refusal | HTTP | says |\n|---|---|---|\n"));
	for (int i = 1; i < DOSSIER_REFUSAL_N; i++) {
		enum dossier_refusal r = (enum dossier_refusal)i;
		buf_fmt(out, "| %s | %d | ", names[i], dossier_refusal_status(r));
		add_msg(out, LANG_EN, dossier_refusal_msg(r));
		buf_add(out, S(" |\n"));
	}
}

static void add_warnings(struct buf *out)
{
#define X(name) #name,
	static const char *const names[DOSSIER_WARNING_N] = { DOSSIER_WARNINGS(X) };
#undef X

	buf_add(out, S("| warning | says |\n|---|---|\n"));
	for (int i = 0; i < DOSSIER_WARNING_N; i++) {
		buf_fmt(out, "| %s | ", names[i]);
		add_msg(out, LANG_EN, dossier_warning_msg((enum dossier_warning)i));
		buf_add(out, S(" |\n"));
	}
}

void dossier_doc(struct buf *out)
{
	buf_add(out, S("## States\n\n"));
	add_state_table(out);
	buf_add(out, S("\n## Commands\n\n"));
	add_command_table(out);
	buf_add(out, S("\n## Refusals\n\n"));
	add_refusals(out);
	buf_add(out, S("\n## Warnings\n\n"));
	add_warnings(out);
}
