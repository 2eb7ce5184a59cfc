#pragma once
/*
 * How much one client may ask in a while. Each budget is a bucket of requests that fills up again at a steady
 * rate. Clients are kept as salted hashes of their addresses that end with the process; IPv6 clients by /64,
 * the smallest network that anybody is given. The table has a fixed size: when many ask at once, those that
 * were quiet longest are forgotten.
 */
#include "http/http.h"

#define RATE_BUDGETS(X) /* name, requests at once, refilled in an hour */ \
	X(ALL, LIMIT_REQUESTS_BURST, LIMIT_REQUESTS_PER_HOUR) /* any request */ \
	X(LOOKUP, LIMIT_LOOKUPS_BURST, \
		LIMIT_LOOKUPS_PER_HOUR) /* a dossier by its code: codes can be guessed */ \
	X(COUNT, LIMIT_COUNTS_BURST, LIMIT_COUNTS_PER_HOUR) /* figures: much work for one address line */ \
	X(VOTE, LIMIT_VOTES_BURST, LIMIT_VOTES_PER_HOUR)    /* votes of people without an account */ \
	X(FEEDBACK, LIMIT_FEEDBACK_BURST, LIMIT_FEEDBACK_PER_HOUR)             /* sent by one client */ \
	X(FEEDBACK_ALL, LIMIT_FEEDBACK_ALL_BURST, LIMIT_FEEDBACK_ALL_PER_HOUR) /* by everybody together */ \
	X(FEEDBACK_KEY, LIMIT_FEEDBACK_KEY_BURST, LIMIT_FEEDBACK_KEY_PER_HOUR) /* keys tried on one code */
#define X(name, ...) RATE_##name,
enum rate_budget { RATE_BUDGETS(X) RATE_BUDGET_N };
#undef X

struct rates;
/* Lives in a. */
struct rates *rates_new(struct arena *a);
/* 0: go on, it was counted. Else the seconds to wait until the next is allowed, and nothing was counted.
 * now_us never runs backwards. For any number of threads. client empty: always 0. */
int64_t rate_take(struct rates *r, struct str client, enum rate_budget budget, int64_t now_us);
/* The address that a request is counted under: the peer's, or what a proxy on this machine (or any proxy,
 * behind TLS) said last, which a client cannot forge. Empty for a program on this machine: its owner measures
 * and watches. */
struct str rate_client(const struct request *rq);
/* The part of an address that stands for one client, in out (16 bytes): all of IPv4, the first 64 bits of
 * IPv6. What is no address stands for itself. */
struct str rate_network(struct str address, char out[16]);
/* "127.…", "::1" */
bool is_loopback(struct str address);
