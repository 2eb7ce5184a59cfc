#define _DEFAULT_SOURCE
#include "http/rate.h"
#include "base/hash.h"
#include "base/limits.h"

#include <arpa/inet.h>
#include <pthread.h>
#include <unistd.h>

enum { SALT_BYTES = 16, SLOTS = LIMIT_RATE_CLIENTS, WINDOW = 8, US_PER_S = 1000000, S_PER_HOUR = 3600 };
_Static_assert((SLOTS & (SLOTS - 1)) == 0, "slots are found by a mask");
enum { IPV4_BYTES = 4, IPV6_BYTES = 16, IPV6_NETWORK_BYTES = 8, MAPPED_BYTES = 12 };

/* full_us: when this bucket will be full again; a time that has passed is a full bucket. One number is the
 * whole state (the generic cell rate algorithm, ITU-T I.371). */
struct slot {
	uint64_t client;
	int64_t full_us;
};
struct rates {
	char salt[SALT_BYTES];
	pthread_mutex_t lock;
	struct slot slots[SLOTS];
};
struct budget {
	int64_t burst, each_us; /* what one request takes to be refilled */
};

struct rates *rates_new(struct arena *a)
{
	struct rates *r = NEW(a, struct rates);

	if (getentropy(r->salt, sizeof r->salt) != 0)
		impossible(); /* the kernel always has entropy for 16 bytes */
	pthread_mutex_init(&r->lock, NULL);
	return r;
}

bool is_loopback(struct str address)
{
	return str_starts(address, S("127.")) || str_eq(address, S("::1")) ||
	       str_starts(address, S("::ffff:127."));
}

struct str rate_client(const struct request *rq)
{
	struct str list = rq->headers.forwarded_for, one, last = { 0 };
	bool own = is_loopback(rq->remote);

	while ((own || rq->behind_tls) && str_cut(&list, ',', &one))
		last = str_trim(one);
	if (last.n)
		return last;
	return own ? (struct str){ 0 } : rq->remote;
}

struct str rate_network(struct str client, char out[IPV6_BYTES])
{
	static const char mapped[MAPPED_BYTES] = { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, '\xff', '\xff' };
	char text[INET6_ADDRSTRLEN] = { 0 };

	if (client.n >= sizeof text)
		return client;
	memcpy(text, client.p, client.n);
	if (inet_pton(AF_INET, text, out) == 1)
		return (struct str){ out, IPV4_BYTES };
	if (inet_pton(AF_INET6, text, out) != 1)
		return client;
	if (memcmp(out, mapped, sizeof mapped) == 0)
		return (struct str){ out + MAPPED_BYTES, IPV4_BYTES };
	return (struct str){ out, IPV6_NETWORK_BYTES };
}

static uint64_t key_of(const struct rates *r, struct str client, enum rate_budget budget)
{
	char salt[SALT_BYTES + 1], bytes[IPV6_BYTES];
	uint64_t key;

	memcpy(salt, r->salt, SALT_BYTES);
	salt[SALT_BYTES] = (char)budget;
	struct sha256 h = sha256_of((struct str){ salt, sizeof salt }, rate_network(client, bytes));

	memcpy(&key, h.b, sizeof key);
	return key;
}

/* Its slot, or else the one that was quiet longest among those where it could stand. */
static struct slot *slot_of(struct rates *r, uint64_t client)
{
	struct slot *quiet = &r->slots[client & (SLOTS - 1)];

	for (unsigned i = 0; i < WINDOW; i++) {
		struct slot *s = &r->slots[(client + i) & (SLOTS - 1)];

		if (s->client == client)
			return s;
		if (s->full_us < quiet->full_us)
			quiet = s;
	}
	*quiet = (struct slot){ .client = client };
	return quiet;
}

static int64_t take(struct slot *s, const struct budget *b, int64_t now_us)
{
	int64_t full = (s->full_us > now_us ? s->full_us : now_us) + b->each_us;
	int64_t too_much = full - now_us - b->burst * b->each_us;

	if (too_much > 0)
		return (too_much + US_PER_S - 1) / US_PER_S;
	s->full_us = full;
	return 0;
}

int64_t rate_take(struct rates *r, struct str client, enum rate_budget budget, int64_t now_us)
{
#define X(name, burst, hourly) [RATE_##name] = { burst, (int64_t)S_PER_HOUR * US_PER_S / (hourly) },
	static const struct budget budgets[RATE_BUDGET_N] = { RATE_BUDGETS(X) };
#undef X
	if (!client.n)
		return 0;
	uint64_t key = key_of(r, client, budget);

	pthread_mutex_lock(&r->lock);
	int64_t wait = take(slot_of(r, key), &budgets[budget], now_us);

	pthread_mutex_unlock(&r->lock);
	return wait;
}
