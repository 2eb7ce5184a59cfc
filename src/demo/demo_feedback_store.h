#pragma once
/*
 * A handful of feedback about the invented agencies Sở Mẫu A and Xã Mẫu B, from invented senders, in several
 * states: published with a like, merged, anonymous, waiting for its sender, to be signed, new. None is about
 * a real agency.
 */
#include "province/province.h"

/* The keys with which a demonstration's feedback can be looked up; the first is the published one's. */
#define DEMO_FEEDBACK_KEY "MAU22-AAAAA"
/* Behind demo_live(): recorded now, happened then. */
must_check const struct fault *demo_feedback(struct province *p, struct arena *a);
