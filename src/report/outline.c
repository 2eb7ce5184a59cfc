#include "report/outline.h"
#include "base/limits.h"

#define B(name) REPORT_FIGURE_BIT(name)
#define CASES \
	(B(RECEIVED) | B(NEW) | B(CARRIED_OVER) | B(RESOLVED) | B(EARLY) | B(ON_TIME) | B(ENDED_LATE) | \
		B(NO_DEADLINE) | B(IN_PROGRESS) | B(OVERDUE) | B(PROCEDURES) | B(GAPS))
#define ONLINE (B(NEW) | B(NEW_ONLINE) | B(OFFERED) | B(USED))
#define SECTION(mark, name, needed, figures) \
	{ \
		S_INIT(mark), MSG_report_s_##name, MSG_report_ask_##name, needed, figures, { 0 }, 0 \
	}
/* Periodic report of reform: domain.md 3.4. The six areas are those of Nghị quyết 76/NQ-CP ngày 15/7/2021. */
static const struct outline_section reform[] = {
	SECTION("I", direction, true, 0),
	{ S_INIT("II.1"), MSG_report_s_institutions, MSG_report_ask_institutions, true, 0, S_INIT("II"),
		MSG_report_s_results },
	SECTION("II.2", procedures, true, CASES),
	SECTION("II.3", organisation, true, 0),
	SECTION("II.4", service, true, 0),
	SECTION("II.5", finance, true, 0),
	SECTION("II.6", digital, true, ONLINE),
	SECTION("III", assessment, true, B(RESOLVED) | B(ENDED_LATE) | B(OVERDUE)),
	SECTION("IV", next, true, 0),
	SECTION("V", proposals, false, 0),
};
_Static_assert(COUNT(reform) <= LIMIT_REPORT_SECTIONS, "a report has room for each section");
static const struct outline outlines[] = {
	{ S_INIT("CCHC"), MSG_report_outline_reform, false, reform, COUNT(reform) },
};

const struct outline *outline_of(struct str code)
{
	for (size_t i = 0; i < COUNT(outlines); i++)
		if (str_eq(outlines[i].code, code))
			return &outlines[i];
	return NULL;
}

enum msg report_figure_label(enum report_figure f)
{
#define X(name, text, label) [REPORT_FIGURE_##name] = (label),
	static const enum msg labels[REPORT_FIGURE_N] = { REPORT_FIGURES(X) };
#undef X
	assert(f < REPORT_FIGURE_N);
	return labels[f];
}

#define N(name) f->n[REPORT_FIGURE_##name]
bool report_figures_balance(const struct report_figures *f)
{
	return N(RECEIVED) == N(NEW) + N(CARRIED_OVER) && N(RECEIVED) == N(RESOLVED) + N(IN_PROGRESS) &&
	       N(RESOLVED) == N(EARLY) + N(ON_TIME) + N(ENDED_LATE) + N(NO_DEADLINE) &&
	       N(NEW_ONLINE) <= N(NEW) && N(OVERDUE) <= N(IN_PROGRESS) && N(USED) <= N(OFFERED);
}

bool report_online_target_met(const struct report_figures *f)
{
	return N(OFFERED) > 0 && N(USED) * 100 >= N(OFFERED) * ONLINE_TARGET_PERCENT;
}

void report_suggest(
	struct buf *out, enum lang lang, const struct outline_section *s, const struct report_figures *f)
{
	if (s->figures & B(RECEIVED)) {
		msg_report_suggest_received(out, lang, N(RECEIVED), N(NEW), N(CARRIED_OVER));
		buf_char(out, ' ');
		msg_report_suggest_resolved(out, lang, N(RESOLVED), N(EARLY), N(ON_TIME), N(ENDED_LATE));
		buf_char(out, ' ');
		msg_report_suggest_progress(out, lang, N(IN_PROGRESS), N(OVERDUE));
	}
	if (s->figures & B(OFFERED))
		msg_report_suggest_online(out, lang, N(OFFERED), N(USED), N(NEW_ONLINE), N(NEW));
}
