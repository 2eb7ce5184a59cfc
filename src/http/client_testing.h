#pragma once
/* A client of raw bytes and a small server, for the tests over sockets. */
#include "http/server.h"
#include "tests/t.h"

struct app {
	_Atomic int running; /* handlers that are inside right now */
	_Atomic int pieces;
};
struct testbed {
	struct arena *a;
	struct app app;
	struct server *server;
	uint16_t port;
	int log_read; /* what the server logs; -1 without */
};
/* Starts a server on a free port; o may be NULL. */
bool testbed_start(struct testbed *t, const struct server_options *o);
void testbed_stop(struct testbed *t);

int raw_connect(uint16_t port);
bool raw_send(int fd, struct str bytes);
/* Reads until the other side closes (then *closed) or is silent for quiet_ms (two seconds more before its
 * first byte). */
struct str raw_read(struct arena *a, int fd, int quiet_ms, bool *closed);
/* Connects, sends, reads, closes. closed may be NULL. */
struct str raw_talk(struct testbed *t, struct str bytes, bool *closed);
/* "HTTP/1.1 200 …" as 200; 0 for no reply. */
int raw_status(struct str reply);
int raw_replies(struct str reply); /* how many status lines */
int64_t raw_now_ms(void);
