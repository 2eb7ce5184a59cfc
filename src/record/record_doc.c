#include "record/record_doc.h"

static void add_states(struct buf *out, const struct record_kind *k, uint32_t set)
{
	bool first = true;

	for (int s = 0; s < k->states_n; s++) {
		if (!(set >> s & 1))
			continue;
		struct str text = k->states[s].text.n && s ? k->states[s].text : S("–");
		buf_fmt(out, "%s`%.*s`", first ? "" : ", ", ARG(text));
		first = false;
	}
	if (first)
		buf_add(out, S("stays"));
}

static void add_fields(struct buf *out, const struct record_kind *k, const struct record_verb *v)
{
	bool first = true;

	for (int f = 0; f < k->fields_n; f++) {
		bool needed = v->needed & RECORD_FIELD_BIT(f);

		if (!needed && !(v->other & RECORD_FIELD_BIT(f)))
			continue;
		buf_fmt(out, "%s%s%.*s%s", first ? "" : ", ", needed ? "**" : "", ARG(k->fields[f].name),
			needed ? "**" : "");
		first = false;
	}
}

void record_doc(struct buf *out, const struct record_kind *k)
{
	buf_fmt(out, "\n## `%.*s`\n\nStates: ", ARG(k->name));
	for (int s = 1; s < k->states_n; s++)
		buf_fmt(out, "%s`%.*s` (%.*s)", s > 1 ? ", " : "", ARG(k->states[s].text),
			ARG(msg_text(LANG_VI, k->states[s].name)));
	buf_add(out, S(".\n\n| step | in Vietnamese | allowed in | then | who may | fields |\n"
		       "|---|---|---|---|---|---|\n"));
	for (int i = 0; i < k->verbs_n; i++) {
		const struct record_verb *v = &k->verbs[i];

		buf_fmt(out, "| `%.*s` | %.*s | ", ARG(v->name), ARG(msg_text(LANG_VI, v->label)));
		add_states(out, k, v->from);
		buf_add(out, S(" | "));
		add_states(out, k, v->to);
		buf_add(out, S(" | "));
		add_role_texts(out, v->roles);
		buf_add(out, S(" | "));
		add_fields(out, k, v);
		buf_add(out, S(" |\n"));
	}
	buf_add(out, S("\nSealed: "));
	bool first = true;

	for (int f = 0; f < k->fields_n; f++)
		if (k->fields[f].sealed) {
			buf_fmt(out, "%s%.*s", first ? "" : ", ", ARG(k->fields[f].name));
			first = false;
		}
	buf_add(out, first ? S("nothing.\n") : S(".\n"));
}
