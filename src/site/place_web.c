/* Places for work that needs much memory. */
#define _POSIX_C_SOURCE 200809L
#include "site/site_web.h"

#include <time.h>

void held_place_end(struct held_place *held)
{
	if (held->taken)
		(*held->taken)--;
	held->taken = NULL;
}

const struct fault *site_place(struct request *rq, _Atomic int *taken, int most, struct held_place *held)
{
	enum { TRIES = 300, PAUSE_NS = 10 * 1000 * 1000 };
	const struct timespec pause = { 0, PAUSE_NS };

	for (int i = 0; i < TRIES; i++) {
		if ((*taken)++ < most) {
			held->taken = taken;
			return NULL;
		}
		(*taken)--;
		(void)nanosleep(&pause, NULL);
	}
	return FAULT(rq->a, FAULT_BUSY, "too many do this at one moment");
}
