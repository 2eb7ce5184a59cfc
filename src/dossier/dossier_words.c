/* The lists of dossier.h and dossier_event.h as texts, and back. */
#include "dossier/dossier_event.h"

/* Text to number in one of the tables. */
must_check static bool find(const struct str *texts, int n, struct str text, int *out)
{
	for (int i = 0; i < n; i++)
		if (str_eq(texts[i], text)) {
			*out = i;
			return true;
		}
	return false;
}

/* clang-format off */
#define TEXTS(type, last, name, list, X) \
	static const struct str name##_texts[last] = { list(X) }; \
	struct str name##_text(enum type x) \
	{ \
		assert(x < last); \
		return name##_texts[x]; \
	} \
	bool name##_from(struct str text, enum type *out) \
	{ \
		int i; \
		bool ok = find(name##_texts, last, text, &i); \
		if (ok) \
			*out = (enum type)i; \
		return ok; \
	}
#define X3(name, code, text) S_INIT(text),
#define X2(name, text) S_INIT(text),
#define XC(name, text, ...) S_INIT("dossier." text),
TEXTS(dossier_state, DOSSIER_STATE_N, dossier_state, DOSSIER_STATES, X3)
TEXTS(channel, CHANNEL_N, channel, DOSSIER_CHANNELS, X3)
TEXTS(outcome, OUTCOME_N, outcome, DOSSIER_OUTCOMES, X2)
TEXTS(due_reason, DUE_REASON_N, due_reason, DOSSIER_DUE_REASONS, X2)
TEXTS(wait_kind, WAIT_N, wait, DOSSIER_WAITS, X2)
TEXTS(due_rule, DUE_RULE_N, due_rule, DOSSIER_RULES, X2)
TEXTS(reason, REASON_N, reason, DOSSIER_REASONS, X2)
TEXTS(dossier_verb, DOSSIER_VERB_N, dossier_verb, DOSSIER_COMMANDS, XC)

#define X(name, code, text) code,
int dossier_state_code(enum dossier_state x)
{
	static const int codes[DOSSIER_STATE_N] = { DOSSIER_STATES(X) };

	assert(x < DOSSIER_STATE_N);
	return codes[x];
}

int channel_code(enum channel x)
{
	static const int codes[CHANNEL_N] = { DOSSIER_CHANNELS(X) };

	assert(x < CHANNEL_N);
	return codes[x];
}
#undef X
/* clang-format on */
