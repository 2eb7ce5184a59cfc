#pragma once
/* Random bytes and Argon2id (RFC 9106), by libsodium. The hash takes 64 MiB and tens of milliseconds: it is
 * made by whoever waits for it (a worker, the command line), never inside a command of the writer. */
#include "base/base.h"

void random_bytes(void *to, size_t n);
/* As text with its salt and its cost in it. FAULT_BUSY when there is no memory for it. */
must_check const struct fault *password_hash(struct arena *a, struct str password, struct str *hash);
/* False also for a hash that is none. */
bool password_matches(struct arena *a, struct str password, struct str hash);
