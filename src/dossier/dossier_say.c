#include "dossier/dossier_say.h"

/* clang-format off */
#define TABLE(type, last, function, list) \
	enum msg function(enum type x) \
	{ \
		static const enum msg messages[last] = { list(X) }; \
		assert(x < last); \
		return messages[x]; \
	}
#define X(name, ...) MSG_dossier_state_##name,
TABLE(dossier_state, DOSSIER_STATE_N, dossier_state_msg, DOSSIER_STATES)
#undef X
#define X(name, ...) MSG_dossier_command_##name,
TABLE(dossier_verb, DOSSIER_VERB_N, dossier_verb_msg, DOSSIER_COMMANDS)
#undef X
#define X(name, ...) MSG_dossier_refusal_##name,
TABLE(dossier_refusal, DOSSIER_REFUSAL_N, dossier_refusal_msg, DOSSIER_REFUSALS)
#undef X
#define X(name) MSG_dossier_warning_##name,
TABLE(dossier_warning, DOSSIER_WARNING_N, dossier_warning_msg, DOSSIER_WARNINGS)
#undef X
#define X(name) MSG_dossier_basis_##name,
TABLE(dossier_basis, BASIS_N, dossier_basis_msg, DOSSIER_BASES)
#undef X
#define X(name, ...) MSG_dossier_channel_##name,
TABLE(channel, CHANNEL_N, channel_msg, DOSSIER_CHANNELS)
#undef X
#define X(name, ...) MSG_dossier_outcome_##name,
TABLE(outcome, OUTCOME_N, outcome_msg, DOSSIER_OUTCOMES)
#undef X
#define X(name, ...) MSG_dossier_reason_##name,
TABLE(reason, REASON_N, reason_msg, DOSSIER_REASONS)
#undef X
#define X(name, ...) MSG_dossier_due_by_##name,
TABLE(due_reason, DUE_REASON_N, due_reason_msg, DOSSIER_DUE_REASONS)
#undef X
/* clang-format on */
