/* The tables of official documents, and what a step does. */
#include "legal/legal.h"

#define W(text, name) \
	{ \
		S_INIT(text), MSG_legal_k_##name \
	}
const struct record_word legal_kind_words[] = { W("constitution", constitution), W("code", code),
	W("law", law), W("ordinance", ordinance), W("order", order), W("decree", decree),
	W("circular", circular), W("joint_circular", joint_circular), W("joint_resolution", joint_resolution),
	W("resolution", resolution), W("decision", decision), W("directive", directive),
	W("regulation", regulation), W("rules", rules), W("communique", communique), W("notice", notice),
	W("guideline", guideline), W("programme", programme), W("plan", plan), W("scheme", scheme),
	W("project_scheme", project_scheme), W("project", project), W("report", report),
	W("minutes", minutes), W("submission", submission), W("contract", contract), W("letter", letter),
	W("telegram", telegram), W("memorandum", memorandum), W("agreement", agreement),
	W("authorisation", authorisation), W("invitation", invitation), W("introduction", introduction),
	W("leave", leave), W("dispatch_slip", dispatch_slip), W("transfer_slip", transfer_slip),
	W("report_slip", report_slip), W("public_letter", public_letter), { { 0 }, MSG_legal_k_law } };

#define N(name) LEGAL_##name
static const struct record_field fields[LEGAL_FIELDS] = {
	[N(SIGN)] = { S_INIT("sign"), RECORD_LINE, 60, false, MSG_legal_f_sign, NULL },
	[N(ISSUED)] = { S_INIT("issued"), RECORD_DAY, 0, false, MSG_legal_f_issued, NULL },
	[N(ISSUER)] = { S_INIT("issuer"), RECORD_LINE, 200, false, MSG_legal_f_issuer, NULL },
	[N(KIND)] = { S_INIT("kind"), RECORD_WORD, 0, false, MSG_legal_f_kind, legal_kind_words },
	[N(FIELD)] = { S_INIT("field"), RECORD_LINE, 120, false, MSG_legal_f_field, NULL },
	[N(SUMMARY)] = { S_INIT("summary"), RECORD_LINES, 1000, false, MSG_legal_f_summary, NULL },
	[N(FROM)] = { S_INIT("from"), RECORD_DAY, 0, false, MSG_legal_f_from, NULL },
	[N(TO)] = { S_INIT("to"), RECORD_DAY, 0, false, MSG_legal_f_to, NULL },
	[N(REPLACES)] = { S_INIT("replaces"), RECORD_LINES, 1000, false, MSG_legal_f_replaces, NULL },
	[N(AMENDS)] = { S_INIT("amends"), RECORD_LINES, 1000, false, MSG_legal_f_amends, NULL },
	[N(TEXT)] = { S_INIT("text"), RECORD_LINES, LIMIT_LEGAL_TEXT_CHARS, false, MSG_legal_f_text, NULL },
	[N(SOURCE)] = { S_INIT("source"), RECORD_LINE, 500, false, MSG_legal_f_source, NULL },
	[N(VERIFIED)] = { S_INIT("verified"), RECORD_FLAG, 0, false, MSG_legal_f_verified, NULL },
	[N(AGENCY)] = { S_INIT("agency"), RECORD_AGENCY, 0, false, MSG_legal_f_agency, NULL },
	[N(FILE)] = { S_INIT("file"), RECORD_FILE, N(FILE_NAME), false, MSG_legal_f_file, NULL },
	[N(FILE_NAME)] = { S_INIT("file_name"), RECORD_LINE, LIMIT_FILE_NAME_CHARS, true,
		MSG_legal_f_file_name, NULL },
	[N(ITEM)] = { S_INIT("item"), RECORD_ITEM, LIMIT_LEGAL_FILES, false, MSG_legal_f_item, NULL },
	[N(REASON)] = { S_INIT("reason"), RECORD_LINES, 1000, true, MSG_legal_f_reason, NULL },
};

#define F(name) RECORD_FIELD_BIT(LEGAL_##name)
#define HEAD (F(SIGN) | F(ISSUED) | F(ISSUER) | F(KIND) | F(SUMMARY))
#define REST \
	(F(FIELD) | F(FROM) | F(TO) | F(REPLACES) | F(AMENDS) | F(TEXT) | F(SOURCE) | F(VERIFIED) | F(AGENCY))
#define OUT (1u << LEGAL_PUBLISHED)
#define EDITORS (ROLE_BIT(EDITOR) | ROLE_BIT(PROVINCE_OFFICE) | ROLE_BIT(HOME_AFFAIRS))
static const struct record_verb verbs[LEGAL_VERBS] = {
	[N(REGISTER)] = { S_INIT("register"), 1u << LEGAL_NONE, OUT, EDITORS, HEAD, REST,
		MSG_legal_v_register, { 0 } },
	[N(AMEND)] = { S_INIT("amend"), OUT, 0, EDITORS, HEAD | F(REASON), REST & ~F(AGENCY),
		MSG_legal_v_amend, { 0 } },
	[N(EXPIRE)] = { S_INIT("expire"), OUT, 0, EDITORS, F(TO) | F(REASON), 0, MSG_legal_v_expire, { 0 } },
	[N(ATTACH)] = { S_INIT("attach"), OUT, 0, EDITORS, F(FILE), F(FILE_NAME), MSG_legal_v_attach, { 0 } },
	[N(DETACH)] = { S_INIT("detach"), OUT, 0, EDITORS, F(ITEM) | F(REASON), 0, MSG_legal_v_detach,
		{ 0 } },
	[N(WITHDRAW)] = { S_INIT("withdraw"), OUT, 1u << LEGAL_WITHDRAWN, EDITORS, F(REASON), 0,
		MSG_legal_v_withdraw, { 0 } },
};
static const struct record_state states[LEGAL_STATES] = { { { 0 }, MSG_legal_s_published },
	{ S_INIT("published"), MSG_legal_s_published }, { S_INIT("withdrawn"), MSG_legal_s_withdrawn } };
const struct record_kind legal_kind = { S_INIT("legal"), fields, LEGAL_FIELDS, verbs, LEGAL_VERBS, states,
	LEGAL_STATES };

struct str legal_kind_name(enum lang lang, struct str text)
{
	for (int i = 0; legal_kind_words[i].text.n; i++)
		if (str_eq(legal_kind_words[i].text, text))
			return msg_text(lang, legal_kind_words[i].name);
	return text;
}

/* The whole head: a correction says all of it again, so that something can also be taken away. */
static void take_head(struct legal *l, const struct record_event *e)
{
	l->sign = e->values[N(SIGN)];
	l->issued = record_day(e, N(ISSUED));
	l->issuer = e->values[N(ISSUER)];
	l->kind = e->values[N(KIND)];
	l->field = e->values[N(FIELD)];
	l->summary = e->values[N(SUMMARY)];
	l->from = record_day(e, N(FROM));
	l->to = record_day(e, N(TO));
	l->replaces = e->values[N(REPLACES)];
	l->amends = e->values[N(AMENDS)];
	l->text = e->values[N(TEXT)];
	l->source = e->values[N(SOURCE)];
	l->verified = record_flag(e, N(VERIFIED));
}

static void attach(struct legal *l, const struct record_event *e)
{
	assert(l->files_n < LIMIT_LEGAL_FILES);
	l->files[l->files_n++] = (struct legal_file){ .hash = e->values[N(FILE)] };
}

void legal_apply(void *state, const struct record_event *e)
{
	struct legal *l = state;

	switch (e->verb) {
	case N(REGISTER):
	case N(AMEND): take_head(l, e); break;
	case N(EXPIRE): l->to = record_day(e, N(TO)); break;
	case N(ATTACH): attach(l, e); break;
	case N(DETACH): l->files[record_count(e, N(ITEM)) - 1].gone = true; break;
	case N(WITHDRAW): break;
	default: impossible();
	}
}
