#include "procedure/procedure_page.h"

#include "calendar/words.h"

struct str online_words(enum lang lang, enum online_level level)
{
	static const enum msg words[ONLINE_LEVEL_N] = { [ONLINE_1] = MSG_procedure_web_level_1,
		[ONLINE_2] = MSG_procedure_web_level_2,
		[ONLINE_3] = MSG_procedure_web_level_3,
		[ONLINE_4] = MSG_procedure_web_level_4,
		[ONLINE_PARTIAL] = MSG_procedure_web_level_partial,
		[ONLINE_FULL] = MSG_procedure_web_level_full };

	return msg_text(lang, words[level]);
}

enum tone online_tone(enum online_level level)
{
	static const enum tone tones[ONLINE_LEVEL_N] = { [ONLINE_3] = TONE_INFO,
		[ONLINE_4] = TONE_GOOD,
		[ONLINE_PARTIAL] = TONE_INFO,
		[ONLINE_FULL] = TONE_GOOD };

	return tones[level];
}

struct str allowance_text(struct arena *a, enum lang lang, struct allowance allow)
{
	struct buf b = { .a = a };

	allowance_words(&b, lang, allow);
	return buf_str(&b);
}
