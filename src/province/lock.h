#pragma once
/* Who writes: an advisory lock on DIR/lock, which the system gives back however the process ends. */
#include "base/base.h"

/* Takes the lock. *fd stays open while it is held; *holder is set and *fd is -1 when somebody else has it. */
must_check const struct fault *lock_take(
	struct arena *a, struct str path, struct str text, int *fd, struct str *holder);
void lock_give(int fd);
