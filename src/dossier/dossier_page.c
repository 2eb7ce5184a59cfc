#include "dossier/dossier_page.h"

enum tracking_stage tracking_stage_of(enum dossier_state state)
{
	static const enum tracking_stage stages[DOSSIER_STATE_N] = { [DOSSIER_NONE] = STAGE_SUBMITTED,
		[DOSSIER_SUBMITTED] = STAGE_SUBMITTED,
		[DOSSIER_ACCEPTED] = STAGE_PROCESSING,
		[DOSSIER_DECLINED] = STAGE_ENDED,
		[DOSSIER_PROCESSING] = STAGE_PROCESSING,
		[DOSSIER_WAITING_SUPPLEMENT] = STAGE_WAITING,
		[DOSSIER_WAITING_PAYMENT] = STAGE_WAITING,
		[DOSSIER_WITHDRAWN] = STAGE_ENDED,
		[DOSSIER_STOPPED] = STAGE_ENDED,
		[DOSSIER_RESOLVED] = STAGE_RESULT,
		[DOSSIER_RETURNED] = STAGE_RETURNED,
		[DOSSIER_ANNULLED] = STAGE_ENDED };

	return stages[state];
}

struct str tracking_stage_text(enum tracking_stage stage)
{
	static const struct str texts[STAGE_N] = { [STAGE_SUBMITTED] = S_INIT("submitted"),
		[STAGE_PROCESSING] = S_INIT("processing"),
		[STAGE_WAITING] = S_INIT("waiting"),
		[STAGE_RESULT] = S_INIT("result_ready"),
		[STAGE_RETURNED] = S_INIT("returned"),
		[STAGE_ENDED] = S_INIT("ended") };

	return texts[stage];
}

int tracking_steps_done(enum tracking_stage stage)
{
	static const int done[STAGE_N] = { [STAGE_SUBMITTED] = 1,
		[STAGE_PROCESSING] = 2,
		[STAGE_WAITING] = 2,
		[STAGE_RESULT] = 3,
		[STAGE_RETURNED] = TRACKING_STEPS,
		[STAGE_ENDED] = TRACKING_STEPS };

	return done[stage];
}

/* Bytes of the hyphen or dash at the start of s (U+2010 to U+2015, U+2212, '-'); 0 when there is none. */
static size_t dash_length(struct str s)
{
	if (s.n && s.p[0] == '-')
		return 1;
	if (s.n < 3 || s.p[0] != '\xe2')
		return 0;
	bool general = s.p[1] == '\x80' && s.p[2] >= '\x90' && s.p[2] <= '\x95';

	return general || (s.p[1] == '\x88' && s.p[2] == '\x92') ? 3 : 0;
}

struct str tracking_code(struct arena *a, struct str typed)
{
	struct buf b = { .a = a };

	for (size_t i = 0; i < typed.n;) {
		size_t dash = dash_length(str_sub(typed, i, typed.n));
		char c = typed.p[i];

		if (dash)
			buf_char(&b, '-');
		else if (c >= 'a' && c <= 'z')
			buf_char(&b, (char)(c - 'a' + 'A'));
		else if (c != ' ' && c != '\t')
			buf_char(&b, c);
		i += dash ? dash : 1;
	}
	/* U+00A0, which copies from documents bring along */
	struct str s = buf_str(&b);
	size_t at = str_find(s, S("\xc2\xa0"));

	return at == s.n ? s : str_fmt(a, "%.*s%.*s", ARG(str_sub(s, 0, at)), ARG(str_sub(s, at + 2, s.n)));
}
