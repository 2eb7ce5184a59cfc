#pragma once
/*
 * The clocks of feedback, in working days by the civil rule (contract.md, "Deadlines"). One table; only
 * forwarding was read in its act. The others are recalled from QĐ 31/2021/QĐ-TTg by way of the operating
 * rules of the national portal (domain.md 6) and marked so: pages say it beside each of them. Every event
 * keeps the days that it was given, so a change of this table moves nothing that is under way.
 */
#include "msg/messages.h"

/* clang-format off */
#define FEEDBACK_CLOCKS(X) /* name, working days, its act was read, basis */ \
	X(DECIDE,  2,  false, "Quyết định 31/2021/QĐ-TTg")          /* accept or refuse */ \
	X(ASK,     5,  false, "Quyết định 31/2021/QĐ-TTg")          /* ask the sender for more */ \
	X(FORWARD, 5,  true,  "Nghị định 20/2008/NĐ-CP, Điều 9")    /* to the agency that is competent */ \
	X(HANDLE,  15, false, "Quyết định 31/2021/QĐ-TTg")          /* answer, from sending or the last transfer */ \
	X(PUBLISH, 2,  false, "Quyết định 31/2021/QĐ-TTg")          /* after the answer */
#define X(name, ...) FEEDBACK_CLOCK_##name,
enum feedback_clock { FEEDBACK_CLOCKS(X) FEEDBACK_CLOCK_N };
#undef X
/* clang-format on */
struct feedback_clock_row {
	int days;
	bool verified; /* read in the act itself */
	struct str basis;
	enum msg name; /* "Hạn tiếp nhận hoặc từ chối" */
};
const struct feedback_clock_row *feedback_clock_row(enum feedback_clock c);
