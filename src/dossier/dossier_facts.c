/* What every dossier keeps to, whatever happened to it: used on corrections and on what a journal says. */
#include "dossier/dossier_event.h"

static instant later(instant a, instant b)
{
	return a > b ? a : b;
}

instant dossier_last_instant(const struct dossier *d)
{
	instant last = later(later(d->submitted_at, d->accepted_at), later(d->ended_at, d->returned_at));

	for (int i = 0; i < d->waits_n; i++)
		last = later(last, later(d->waits[i].from, d->waits[i].to));
	for (int i = 0; i < d->dues_n; i++)
		last = later(last, d->dues[i].since);
	return last;
}

/* Waits follow one another; only the last may be open, and is exactly while the state says so. */
static bool waits_agree(const struct dossier *d)
{
	instant after = d->submitted_at;
	bool open = false;

	if (d->waits_n < 0 || d->waits_n > DOSSIER_MAX_WAITS)
		return false;
	for (int i = 0; i < d->waits_n; i++) {
		const struct dossier_wait *w = &d->waits[i];
		if (open || w->from < after || (w->to != INSTANT_NONE && w->to < w->from))
			return false;
		open = w->to == INSTANT_NONE;
		after = w->to;
	}
	if (!open)
		return d->state != DOSSIER_WAITING_SUPPLEMENT && d->state != DOSSIER_WAITING_PAYMENT;
	return d->state == (d->waits[d->waits_n - 1].kind == WAIT_PAYMENT ? DOSSIER_WAITING_PAYMENT
									  : DOSSIER_WAITING_SUPPLEMENT);
}

/* The first deadline begins with acceptance, later ones not before earlier ones; one apology at most. */
static bool dues_agree(const struct dossier *d)
{
	int apologies = 0;

	if (d->dues_n < 0 || d->dues_n > DOSSIER_MAX_DUES ||
		(d->dues_n > 0) != (d->accepted_at != INSTANT_NONE))
		return false;
	for (int i = 0; i < d->dues_n; i++) {
		const struct dossier_due *due = &d->dues[i];
		if ((i == 0) != (due->reason == DUE_BY_ACCEPTANCE))
			return false;
		if (i == 0 ? due->since != d->accepted_at : due->since < d->dues[i - 1].since)
			return false;
		apologies += due->reason == DUE_BY_APOLOGY;
	}
	return apologies == (d->apologised ? 1 : 0);
}

static bool times_agree(const struct dossier *d)
{
	instant entered = later(d->submitted_at, d->accepted_at);

	if (d->submitted_at == INSTANT_NONE ||
		(d->accepted_at != INSTANT_NONE && d->accepted_at < d->submitted_at))
		return false;
	if (d->ended_at != INSTANT_NONE && d->ended_at < entered)
		return false;
	return d->returned_at == INSTANT_NONE || d->returned_at >= d->ended_at;
}

static bool state_agrees(const struct dossier *d)
{
	unsigned at = 1u << d->state;
	bool accepted = d->accepted_at != INSTANT_NONE, ended = d->ended_at != INSTANT_NONE;

	if (ended != (d->outcome != OUTCOME_NONE) || (d->returned_at != INSTANT_NONE && !ended))
		return false;
	if (d->state == DOSSIER_ANNULLED)
		return accepted;
	if (ended != !!(at & DOSSIER_ENDED) ||
		(d->returned_at != INSTANT_NONE) != (d->state == DOSSIER_RETURNED))
		return false;
	if (at & (IN(SUBMITTED) | IN(DECLINED)))
		return !accepted;
	if (at & (IN(ACCEPTED) | IN(PROCESSING) | IN(WAITING_PAYMENT) | IN(STOPPED) | IN(RESOLVED)))
		return accepted;
	return at & (IN(WAITING_SUPPLEMENT) | IN(WITHDRAWN) | IN(RETURNED));
}

static bool outcome_agrees(const struct dossier *d)
{
	switch (d->state) {
	case DOSSIER_WITHDRAWN: return d->outcome == OUTCOME_WITHDRAWN;
	case DOSSIER_STOPPED: return d->outcome == OUTCOME_STOPPED;
	case DOSSIER_RESOLVED: return d->outcome == OUTCOME_APPROVED || d->outcome == OUTCOME_REFUSED;
	case DOSSIER_NONE:
	case DOSSIER_SUBMITTED:
	case DOSSIER_ACCEPTED:
	case DOSSIER_DECLINED:
	case DOSSIER_PROCESSING:
	case DOSSIER_WAITING_SUPPLEMENT:
	case DOSSIER_WAITING_PAYMENT:
	case DOSSIER_RETURNED:
	case DOSSIER_ANNULLED: return true;
	case DOSSIER_STATE_N: break;
	}
	impossible();
}

bool dossier_well_formed(const struct dossier *d)
{
	return d->code.n && d->agency.n && d->procedure.n && times_agree(d) && waits_agree(d) &&
	       dues_agree(d) && state_agrees(d) && outcome_agrees(d);
}

static bool same_waits(const struct dossier *a, const struct dossier *b)
{
	if (a->waits_n != b->waits_n)
		return false;
	for (int i = 0; i < a->waits_n; i++)
		if (a->waits[i].kind != b->waits[i].kind || a->waits[i].from != b->waits[i].from ||
			a->waits[i].to != b->waits[i].to)
			return false;
	return true;
}

static bool same_dues(const struct dossier *a, const struct dossier *b)
{
	if (a->dues_n != b->dues_n)
		return false;
	for (int i = 0; i < a->dues_n; i++)
		if (!due_eq(a->dues[i].due, b->dues[i].due) || a->dues[i].since != b->dues[i].since ||
			a->dues[i].reason != b->dues[i].reason)
			return false;
	return true;
}

static bool same_identity(const struct dossier *a, const struct dossier *b)
{
	return str_eq(a->code, b->code) && str_eq(a->agency, b->agency) &&
	       str_eq(a->procedure, b->procedure) && a->procedure_version == b->procedure_version &&
	       a->channel == b->channel;
}

bool dossier_same_facts(const struct dossier *a, const struct dossier *b)
{
	return same_identity(a, b) && a->state == b->state && a->outcome == b->outcome &&
	       a->submitted_at == b->submitted_at && a->accepted_at == b->accepted_at &&
	       a->ended_at == b->ended_at && a->returned_at == b->returned_at && same_waits(a, b) &&
	       same_dues(a, b) && a->rule == b->rule;
}
