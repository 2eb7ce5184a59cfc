#include "demo/demo_store.h"
#include "catalogue/dossier_rules.h"
#include "demo/people.h"
#include "dossier/dossier_store.h"
#include "province/follow.h"
#include "setting/setting_store.h"

/* Officers of one agency: three clerks, five officers, a head of unit, a leader. */
enum { CLERKS = 3, OFFICERS = 5, PEOPLE_OF_OFFICE = 10 };

/* What is known of a dossier that has begun. */
struct alive {
	struct str code;
	int64_t version;           /* events so far */
	int64_t procedure_version; /* journal position */
};
struct performance {
	struct province *p;
	struct arena *a;
	const struct demo_script *script;
	const struct catalogue *c;
	struct alive *alive; /* by place in the plan */
	int from, to;        /* events of the batch at hand */
};
/* One event on its way into the journal. */
struct act {
	struct performance *x;
	struct write *w;
	const struct plan_event *event;
	const struct plan_dossier *dossier;
	struct alive *alive;
};

static const struct fault *disagree(const struct act *t, const char *what)
{
	return FAULT(t->w->db->a, FAULT_CORRUPT, "the demo's plan: event %d (verb %d): %s",
		(int)(t->event - t->x->script->plan.events), (int)t->event->verb, what);
}

static int officer_of(const struct act *t)
{
	int first = t->dossier->office * PEOPLE_OF_OFFICE + 1, any = t->event->dossier;

	switch (t->event->by) {
	case ROLE_CLERK: return first + any % CLERKS;
	case ROLE_OFFICER: return first + CLERKS + any % OFFICERS;
	case ROLE_HEAD_OF_UNIT: return first + CLERKS + OFFICERS;
	case ROLE_LEADER: return first + CLERKS + OFFICERS + 1;
	case ROLE_NOBODY:
	case ROLE_APPLICANT:
	case ROLE_PROVINCE_OFFICE:
	case ROLE_HOME_AFFAIRS:
	case ROLE_INSPECTOR:
	case ROLE_EDITOR:
	case ROLE_ADMINISTRATOR:
	case ROLE_AUDITOR:
	case ROLE_SYSTEM:
	case ROLE_N: break;
	}
	return 0;
}

/* Who stands behind it: the applicant with the first event, the officer with each of theirs. */
static void add_people(const struct act *t, struct dossier_step *step)
{
	struct arena *a = t->w->db->a;
	struct dossier_part *parts = NEW_ARRAY(a, struct dossier_part, 2);
	int n = 0, officer = officer_of(t);

	if (officer)
		parts[n++] = (struct dossier_part){ S("actor"), people_officer(a, officer) };
	if (t->event->verb == VERB_SUBMIT)
		parts[n++] = (struct dossier_part){ S("applicant"),
			people_applicant(a, t->x->script->seed, t->event->dossier) };
	step->parts = parts;
	step->parts_n = n;
}

static struct dossier_step step_of(const struct act *t)
{
	const struct plan_request *rq = t->x->script->request;
	struct dossier_step step = { .command = { .verb = t->event->verb,
					     .seen = t->alive->version,
					     .happened = t->event->at,
					     .by = t->event->by,
					     .reason = t->event->reason,
					     .agency = rq->offices[t->dossier->office].agency,
					     .procedure =
						     rq->procedures->procedures[t->dossier->procedure].code,
					     .channel = t->dossier->channel } };

	if (t->event->verb == VERB_APOLOGISE)
		step.command.due = t->event->due;
	add_people(t, &step);
	return step;
}

/* Of the version in force until acceptance, of the version of acceptance from then on. */
static bool rules_of(const struct act *t, struct dossier_rules *rules)
{
	const struct catalogue *c = t->x->c;
	const struct plan_request *rq = t->x->script->request;
	int procedure = catalogue_procedure(c, rq->procedures->procedures[t->dossier->procedure].code);
	int agency = catalogue_agency(c, rq->offices[t->dossier->office].agency);
	const struct procedure_version *v =
		t->event->verb == VERB_SUBMIT || t->event->verb == VERB_ACCEPT
			? procedure_on(&c->procedures, procedure, day_of(t->event->at), KNOWN_NOW)
			: procedure_version_at(&c->procedures, procedure, t->alive->procedure_version);

	if (!v)
		return false;
	*rules = catalogue_dossier_rules(c, agency, v);
	rules->now = t->w->now;
	return true;
}

must_check static const struct fault *take_result(
	const struct act *t, const struct plan_event *last, const struct dossier_result *done)
{
	if (done->refusal)
		return FAULT(t->w->db->a, FAULT_CORRUPT, "the demo's plan: event %d is refused (%d)",
			(int)(t->event - t->x->script->plan.events), (int)done->refusal);
	if (!due_eq(dossier_due_now(&done->after), last->due))
		return disagree(t, "another deadline");
	t->alive->version = done->after.version;
	t->alive->procedure_version = done->after.procedure_version;
	return NULL;
}

/* Submitted at the counter and accepted in the same moment is one command. */
must_check static const struct fault *begin(struct act *t, int *taken)
{
	struct dossier_step steps[2] = { step_of(t) };
	struct dossier_new new = { .steps = steps, .steps_n = 1 };
	struct dossier_result done;
	struct dossier_rules rules;
	const struct plan_event *last = t->event, *next = t->event + 1;
	bool has_next = next < t->x->script->plan.events + t->x->to;

	if (has_next && next->dossier == t->event->dossier && next->at == t->event->at &&
		next->verb == VERB_ACCEPT) {
		struct act accept = *t;
		accept.event = last = next;
		steps[new.steps_n++] = step_of(&accept);
	}
	if (!rules_of(t, &rules))
		return disagree(t, "the procedure is not offered");
	new.rules = &rules;
	TRY(dossier_create(t->w, &new, &done));
	TRY(take_result(t, last, &done));
	t->alive->code = str_dup(t->x->a, done.after.code);
	*taken = new.steps_n;
	return NULL;
}

must_check static const struct fault *go_on(struct act *t)
{
	struct dossier_step step = step_of(t);
	struct dossier_result done;
	struct dossier_rules rules;
	struct dossier d, facts;
	int64_t number;
	bool found;

	if (!rules_of(t, &rules))
		return disagree(t, "no such version of the procedure");
	if (t->event->verb == VERB_CORRECT) {
		TRY(dossier_load_code(t->w->db, t->alive->code, &number, &d, &found));
		if (!found)
			return disagree(t, "no such dossier");
		facts = plan_corrected(&d);
		step.command.facts = &facts;
	}
	TRY(dossier_run(t->w, t->alive->code, &step, &rules, &done));
	return take_result(t, t->event, &done);
}

/* A command: the events of one day, or those before an import. Time of record is the time of the event. */
static const struct fault *live_batch(struct write *w, void *arg)
{
	struct performance *x = arg;
	const struct plan *plan = &x->script->plan;

	for (int i = x->from; i < x->to;) {
		const struct plan_event *e = &plan->events[i];
		struct act t = { x, w, e, &plan->dossiers[e->dossier], &x->alive[e->dossier] };
		int taken = 1;
		w->now = e->at > w->journal->last_recorded ? e->at : w->journal->last_recorded;
		if (e->verb == VERB_SUBMIT)
			TRY(begin(&t, &taken));
		else
			TRY(go_on(&t));
		i += taken;
	}
	return NULL;
}

must_check static const struct fault *live_to(struct performance *x, int to)
{
	ARENA of_batch = { 0 };

	x->to = to;
	const struct fault *f = writer_run(province_writer(x->p), &of_batch, live_batch, x);

	x->from = to;
	return f ? fault_at(x->a, f->where, f->kind, "%.*s", ARG(f->what)) : NULL;
}

/* The first event from x->from on that is on a later day or not before the next import. */
static int end_of_batch(const struct performance *x, instant next_import)
{
	const struct plan *plan = &x->script->plan;
	int i = x->from;

	while (i < plan->events_n && plan->events[i].at < next_import &&
		day_of(plan->events[i].at) == day_of(plan->events[x->from].at))
		i++;
	return i;
}

/* A report freezes figures: what was lived so far is folded, so that they are found and not summed anew. */
must_check static const struct fault *fold_so_far(struct performance *x)
{
	ARENA of_fold = { 0 };
	int64_t position;
	const struct fault *f = province_follow(x->p, &of_fold, &position);

	return f ? fault_at(x->a, f->where, f->kind, "%.*s", ARG(f->what)) : NULL;
}

must_check static const struct fault *import_now(struct performance *x, const struct demo_import *import)
{
	struct demo_import one = *import;

	TRY(fold_so_far(x));
	TRY(writer_run(province_writer(x->p), x->a, demo_import_run, &one));
	province_give_catalogue(x->p, x->c);
	x->c = NULL;
	TRY(province_reload_catalogue(x->p, x->a));
	x->c = province_take_catalogue(x->p);
	return NULL;
}

must_check static const struct fault *live_all(struct performance *x, const struct demo_progress *progress)
{
	const struct demo_script *s = x->script;
	int import = 0;

	while (x->from < s->plan.events_n || import < s->imports_n) {
		instant next = import < s->imports_n ? s->imports[import].at : INT64_MAX;
		int to = end_of_batch(x, next);
		if (to == x->from) {
			TRY(import_now(x, &s->imports[import++]));
			continue;
		}
		TRY(live_to(x, to));
		progress->tell(progress->arg, day_of(s->plan.events[to - 1].at), to, s->plan.events_n);
	}
	return NULL;
}

static const struct fault *mark_begun(struct write *w, void *arg)
{
	(void)arg;
	return setting_set(w, SETTING_SYNTHETIC, S("1"));
}

static const struct fault *mark_complete(struct write *w, void *arg)
{
	(void)arg;
	return setting_set(w, S("demo"), S("complete"));
}

const struct fault *demo_begin(struct province *p, struct arena *a)
{
	return writer_run(province_writer(p), a, mark_begun, NULL);
}

const struct fault *demo_live(struct province *p, struct arena *a, const struct demo_script *script,
	const struct demo_progress *progress)
{
	struct performance x = { .p = p, .a = a, .script = script };

	x.alive = NEW_ARRAY(a, struct alive, script->plan.dossiers_n + 1);
	x.c = province_take_catalogue(p);
	const struct fault *f = live_all(&x, progress);

	if (x.c)
		province_give_catalogue(p, x.c);
	return f ? f : writer_run(province_writer(p), a, mark_complete, NULL);
}

const struct fault *demo_state_of(struct db *db, enum demo_state *state)
{
	struct str demo = { 0 };
	bool synthetic;

	TRY(setting_is_synthetic(db, &synthetic));
	TRY(setting_get(db, S("demo"), &demo));
	*state = !synthetic ? DEMO_NONE : str_eq(demo, S("complete")) ? DEMO_COMPLETE : DEMO_UNFINISHED;
	return NULL;
}
