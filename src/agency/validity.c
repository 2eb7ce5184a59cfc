#include "agency/validity.h"

/* "Since ever" begins before every day. */
static daynum start_of(struct validity v)
{
	return v.from == DAYNUM_NONE ? INT32_MIN : v.from;
}

int validity_cmp(struct validity a, struct validity b)
{
	if (start_of(a) != start_of(b))
		return start_of(a) < start_of(b) ? -1 : 1;
	return (a.position > b.position) - (a.position < b.position);
}

int validity_begun(const struct validity *v, int n, daynum day, int64_t known)
{
	int begun = -1;

	for (int i = 0; i < n && start_of(v[i]) <= day; i++)
		if (v[i].position < known)
			begun = i;
	return begun;
}

int validity_in_force(const struct validity *v, int n, daynum day, int64_t known)
{
	int i = validity_begun(v, n, day, known);

	return i >= 0 && (v[i].to == DAYNUM_NONE || day <= v[i].to) ? i : -1;
}

bool validity_counts(const struct validity *v, int n, int i, int64_t known)
{
	if (v[i].position >= known)
		return false;
	for (int j = i + 1; j < n && v[j].from == v[i].from; j++)
		if (v[j].position < known)
			return false;
	return true;
}

daynum validity_last_day(const struct validity *v, int n, int i, int64_t known)
{
	for (int j = i + 1; j < n; j++)
		if (v[j].from != v[i].from && v[j].position < known)
			return v[i].to != DAYNUM_NONE && v[i].to < v[j].from ? v[i].to : v[j].from - 1;
	return v[i].to;
}
