#pragma once
/*
 * Absolute deadlines of connections. The server library's own timeout starts anew with every byte, so a slow
 * drip would hold a connection for ever; here a thread shuts the socket down when its time is up, and the
 * library then sees the end of the connection.
 */
#include "base/base.h"

struct deadlines;
/* For at most count sockets at a time. */
must_check const struct fault *deadlines_start(struct arena *a, size_t count, struct deadlines **out);
void deadlines_stop(struct deadlines *d);
/* The slot of a socket, 0 … count - 1; false when all are taken. */
must_check bool deadlines_add(struct deadlines *d, int socket, size_t *slot);
/* Must come before the socket is closed, or its number could belong to another connection. */
void deadlines_remove(struct deadlines *d, size_t slot);
/* From now; 0: no deadline. say is sent when the time is up (a whole reply, for ever valid), or nothing. */
void deadlines_set(struct deadlines *d, size_t slot, int64_t milliseconds, struct str say);
/* How many were shut down so far. */
uint64_t deadlines_missed(struct deadlines *d);
