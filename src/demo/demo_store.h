#pragma once
/*
 * Makes a planned life happen in a province: each import and each event is a command of the writer at its own
 * time, as a person's would be, in the order of time. The same script gives the same journal everywhere.
 */
#include "demo/demo_pack_store.h"
#include "province/province.h"

/* Told after each day. */
struct demo_progress {
	void (*tell)(void *arg, daynum day, int64_t done, int64_t total);
	void *arg;
};
/* Marks a new province as synthetic and unfinished: before anything else is done to it. */
must_check const struct fault *demo_begin(struct province *p, struct arena *a);
/* The province must be new, with a salt seed. It is marked as complete last. What the
 * law refuses, or decides otherwise than the plan says, is FAULT_CORRUPT. */
must_check const struct fault *demo_live(struct province *p, struct arena *a,
	const struct demo_script *script, const struct demo_progress *progress);

enum demo_state {
	DEMO_NONE,       /* not made by demo */
	DEMO_UNFINISHED, /* interrupted while it was being made */
	DEMO_COMPLETE,
};
must_check const struct fault *demo_state_of(struct db *db, enum demo_state *state);
