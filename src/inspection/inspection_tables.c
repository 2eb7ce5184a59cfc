#include "inspection/inspection_tables.h"

#define WORD(text, message) \
	{ \
		S_INIT(text), MSG_inspection_##message \
	}
#define END \
	{ \
		{ 0 }, MSG_record_yes \
	}
const struct record_word inspection_methods[] = { WORD("direct", method_direct),
	WORD("by_report", method_by_report), WORD("unannounced", method_unannounced), END };
const struct record_word inspection_parts[] = { WORD("leader", part_leader), WORD("deputy", part_deputy),
	WORD("secretary", part_secretary), WORD("member", part_member), END };
const struct record_word inspection_sides[] = { WORD("team", side_team), WORD("unit", side_unit), END };
const struct record_word inspection_answers[] = { WORD("yes", answer_yes), WORD("partly", answer_partly),
	WORD("no", answer_no), WORD("not_applicable", answer_not_applicable), END };
const struct record_word inspection_results[] = { WORD("in_order", result_in_order),
	WORD("faulty", result_faulty), WORD("not_found", result_not_found), END };
const struct record_word inspection_areas[] = { WORD("steering", area_0), WORD("institutions", area_1),
	WORD("procedures", area_2), WORD("organisation", area_3), WORD("civil_service", area_4),
	WORD("public_finance", area_5), WORD("digital_government", area_6), END };
const struct record_word inspection_severities[] = { WORD("minor", severity_minor),
	WORD("moderate", severity_moderate), WORD("serious", severity_serious), END };
const struct record_word inspection_documents[] = { WORD("decision", document_decision),
	WORD("notice", document_notice), WORD("minutes", document_minutes),
	WORD("conclusion", document_conclusion), END };

#define X(name, text, kind, most, sealed, words) \
	{ S_INIT(#text), RECORD_##kind, most, sealed, MSG_inspection_f_##text, words },
#define FIGURE(name, text) \
	{ S_INIT(#text), RECORD_COUNT, LIMIT_RECORD_COUNT, false, MSG_inspection_f_##text, NULL },
static const struct record_field fields[INSPECTION_FIELD_N] = { INSPECTION_FIELDS(X)
		INSPECTION_FIGURES(FIGURE) };
#undef X
#undef FIGURE

#define X(name, text, from, to, roles, needed, other, basis) \
	{ S_INIT(#text), from, to, roles, needed, other, MSG_inspection_v_##text, S_INIT(basis) },
static const struct record_verb verbs[INSPECTION_VERB_N] = { INSPECTION_VERBS(X) };
#undef X

#define X(name, text) { S_INIT(#text), MSG_inspection_s_##text },
static const struct record_state states[INSPECTION_STATE_N] = { INSPECTION_STATES(X) };
#undef X

const struct record_kind inspection_kind = { S_INIT("inspection"), fields, INSPECTION_FIELD_N, verbs,
	INSPECTION_VERB_N, states, INSPECTION_STATE_N };
