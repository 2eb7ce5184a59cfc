#include "feedback/feedback_clock.h"

#define X(name, days, verified, basis) \
	[FEEDBACK_CLOCK_##name] = { days, verified, S_INIT(basis), MSG_feedback_clock_##name },
static const struct feedback_clock_row rows[FEEDBACK_CLOCK_N] = { FEEDBACK_CLOCKS(X) };
#undef X

const struct feedback_clock_row *feedback_clock_row(enum feedback_clock c)
{
	assert(c < FEEDBACK_CLOCK_N);
	return &rows[c];
}
