#include "visit/visit.h"
#include "base/embedded.h"
#include "base/limits.h"
#include "visit/robot_files.h"

enum { SLOTS = LIMIT_VISITORS, WINDOW = 8 };
_Static_assert((SLOTS & (SLOTS - 1)) == 0, "slots are found by a mask");

struct slot {
	uint64_t client; /* 0: free */
	instant seen;
};
struct visitors {
	struct slot slots[SLOTS];
};

void visit_turn(struct visit_numbers *n, daynum today)
{
	struct civil before = civil_from_day(n->day), now = civil_from_day(today);

	if (today == n->day)
		return;
	n->yesterday = today == n->day + 1 ? n->today : 0;
	n->today = 0;
	if (before.year != now.year)
		n->year = n->month = 0;
	if (before.month != now.month)
		n->month = 0;
	n->day = today;
}

void visit_add_one(struct visit_numbers *n)
{
	n->today++;
	n->month++;
	n->year++;
	n->total++;
}

struct visitors *visitors_new(struct arena *a)
{
	return NEW(a, struct visitors);
}

void visitors_forget(struct visitors *v)
{
	memset(v, 0, sizeof *v);
}

static bool is_of(const struct slot *s, uint64_t client)
{
	return s->client == (client | 1);
}

static const struct slot *find(const struct visitors *v, uint64_t client)
{
	for (unsigned i = 0; i < WINDOW; i++)
		if (is_of(&v->slots[(client + i) & (SLOTS - 1)], client))
			return &v->slots[(client + i) & (SLOTS - 1)];
	return NULL;
}

bool visitors_know(const struct visitors *v, uint64_t client, instant now)
{
	const struct slot *s = find(v, client);

	return s && now - s->seen < VISIT_QUIET_S;
}

bool visitors_see(struct visitors *v, uint64_t client, instant now)
{
	struct slot *place = &v->slots[client & (SLOTS - 1)];
	bool is_new = !visitors_know(v, client, now);

	for (unsigned i = 0; i < WINDOW; i++) {
		struct slot *s = &v->slots[(client + i) & (SLOTS - 1)];

		if (is_of(s, client)) {
			place = s;
			break;
		}
		if (s->seen < place->seen)
			place = s;
	}
	*place = (struct slot){ client | 1, now };
	return is_new;
}

int64_t visitors_now(const struct visitors *v, instant now)
{
	int64_t n = 0;

	for (size_t i = 0; i < SLOTS; i++)
		n += v->slots[i].client && now - v->slots[i].seen < VISIT_NOW_S;
	return n;
}

/* "word,source" lines below a header. */
bool visit_is_robot(struct str agent)
{
	char lower[LIMIT_USER_AGENT_BYTES];
	struct str text = { lower, agent.n < sizeof lower ? agent.n : sizeof lower };
	struct str rest = robot_files[0].raw, line, word;

	for (size_t i = 0; i < text.n; i++)
		lower[i] =
			(char)(agent.p[i] >= 'A' && agent.p[i] <= 'Z' ? agent.p[i] - 'A' + 'a' : agent.p[i]);
	(void)str_cut(&rest, '\n', &line);
	for (int i = 0; i < LIMIT_VISIT_ROBOTS && str_cut(&rest, '\n', &line); i++)
		if (str_cut(&line, ',', &word) && word.n && str_find(text, word) < text.n)
			return true;
	return false;
}
