#include "feedback/feedback_store.h"
#include "base/hash.h"
#include "catalogue/catalogue.h"
#include "feedback/feedback_sql.h"
#include "search/fold.h"
#include "search/search_store.h"

#define N(name) FEEDBACK_FIELD_##name

static struct record_row row_of(const void *state)
{
	const struct feedback *f = state;
	daynum day = day_of(f->sent_at);

	return (struct record_row){ .year = civil_from_day(day).year, .day = day, .title = f->code };
}

/* Who says what, whatever the marks and the spacing. */
static struct str sameness(
	struct arena *a, struct str name, struct str phone, struct str about, struct str text)
{
	struct buf b = { .a = a };
	struct sha256 h = sha256_of(
		str_fmt(a, "%.*s|%.*s|%.*s|", ARG(fold(a, name)), ARG(phone), ARG(about)), fold(a, text));

	add_hex(&b, (struct str){ (const char *)h.b, sizeof h.b });
	return buf_str(&b);
}

/* What was published stands in the index of public pages, and nothing else does. */
must_check static const struct fault *index_it(struct db *db, const struct feedback *f)
{
	struct search_doc d = { .ref = f->base.number,
		.kind = SEARCH_FEEDBACK,
		.day = day_of(f->published_at),
		.title = f->public_title,
		.address = str_fmt(db->a, "/phan-anh/%.*s", ARG(f->code)),
		.summary = f->public_text,
		.body = f->public_answer };

	return f->base.state == FEEDBACK_IS_PUBLISHED ? search_put(db, &d) : search_remove(db, d.ref);
}

static const struct fault *save(struct db *db, const void *state)
{
	const struct feedback *f = state;
	bool is_public = f->base.state == FEEDBACK_IS_PUBLISHED;
	struct str none = { 0 };
	int year = 0;
	int64_t counter = 0;
	daynum due;

	if (!feedback_code_parse(f->code, &year, &counter))
		return FAULT(db->a, FAULT_CORRUPT, "feedback %lld has no code", (long long)f->base.number);
	(void)feedback_next(f, &due);
	TRY(index_it(db, f));
	return feedback_sql_put(db, f->base.number, f->code, year, counter, f->base.agency,
		feedback_kind.states[f->base.state].text, f->channel + 1, f->content + 1, f->ground + 1,
		f->sent_at, f->accepted_at, f->answered_at, f->published_at, due,
		f->dues[FEEDBACK_CLOCK_HANDLE], f->conclusion + 1, f->outcome + 1, f->opinion + 1, f->into,
		sameness(db->a, f->name, f->phone, f->about, f->text), is_public ? f->public_title : none,
		is_public ? f->public_text : none, is_public ? f->public_answer : none);
}

static const struct fault *clear(struct db *db)
{
	TRY(search_clear(db, SEARCH_FEEDBACK));
	return feedback_sql_clear(db);
}

/* The agency by whose calendar the clocks of the step count. */
static struct str holder_after(const struct feedback *f, const struct record_event *e)
{
	if (e->verb == FEEDBACK_FORWARD)
		return e->values[N(TO)];
	return f->base.version ? f->base.agency : e->agency;
}

must_check static const struct fault *allot(struct write *w, struct record_event *e)
{
	struct feedback_sql_last_counter_row last;
	int year = civil_from_day(day_of(e->happened)).year;

	TRY(feedback_sql_last_counter(w->db, year, &last));
	e->values[N(CODE)] = feedback_code(w->db->a, year, last.n + 1);
	if (e->values[N(SECRET)].n)
		e->values[N(SECRET)] = feedback_secret(w->db->a, e->values[N(CODE)], e->values[N(SECRET)]);
	return NULL;
}

static const struct fault *complete(struct write *w, const void *state, struct record_event *e)
{
	const struct record_verb *verb = &feedback_kind.verbs[e->verb];
	const struct calendar *calendar;
	int64_t version;

	if (e->verb == FEEDBACK_ENTER && e->values[N(RECEIVED)].n)
		e->happened = record_minute(e, N(RECEIVED));
	if (e->verb == FEEDBACK_ENTER || e->verb == FEEDBACK_SEND)
		TRY(allot(w, e));
	if (!(verb->needed & RECORD_FIELD_BIT(N(CALENDAR))))
		return NULL;
	TRY(catalogue_calendar_in(w->db, holder_after(state, e), &calendar, &version));
	feedback_start_clocks(w->db->a, calendar, version, e);
	return NULL;
}

must_check static const struct fault *find_unknown(struct db *db, const struct record_event *e, int *unknown)
{
	static const int agencies[] = { N(ABOUT), N(TO) };
	struct feedback_sql_dossier_known_row dossier = { 1 };

	*unknown = RECORD_NO_FIELD;
	if (e->values[N(DOSSIER)].n)
		TRY(feedback_sql_dossier_known(db, e->values[N(DOSSIER)], &dossier));
	if (!dossier.n)
		*unknown = N(DOSSIER);
	for (size_t i = 0; i < COUNT(agencies); i++) {
		struct feedback_sql_agency_known_row row = { 1 };

		if (e->values[agencies[i]].n)
			TRY(feedback_sql_agency_known(db, e->values[agencies[i]], &row));
		if (!row.n)
			*unknown = agencies[i];
	}
	return NULL;
}

must_check static const struct fault *find_into(struct db *db, struct str code, struct feedback_env *env)
{
	struct feedback_sql_find_row row = { 0 };

	TRY(feedback_sql_find(db, code, &row, &env->into_found));
	if (!env->into_found)
		return NULL;
	env->into_number = row.number;
	env->into_state = record_state_of(&feedback_kind, row.state);
	env->into_agency = db_keep(db, row.agency);
	return NULL;
}

must_check static const struct fault *merged_numbers(struct db *db, struct str code, int64_t *numbers, int *n)
{
	cleanup_with(feedback_sql_merged_end) struct feedback_sql_merged_rows rows = { 0 };
	bool more;

	*n = 0;
	TRY(feedback_sql_merged(db, code, LIMIT_FEEDBACK_MERGED, &rows));
	while (*n < LIMIT_FEEDBACK_MERGED) {
		TRY(feedback_sql_merged_next(&rows, &more));
		if (!more)
			return NULL;
		numbers[(*n)++] = rows.row.number;
	}
	return NULL;
}

/* Those that were merged into it; only how many unless their words are needed. */
must_check static const struct fault *find_merged(
	struct db *db, struct str code, bool with_states, struct feedback_env *env)
{
	int64_t *numbers = NEW_ARRAY(db->a, int64_t, LIMIT_FEEDBACK_MERGED);

	TRY(merged_numbers(db, code, numbers, &env->merged_n));
	const struct feedback **list = NEW_ARRAY(db->a, const struct feedback *, env->merged_n + 1);

	for (int i = 0; with_states && i < env->merged_n; i++) {
		struct record_story story;

		TRY(feedback_load(db, numbers[i], &list[i], &story));
		if (!list[i])
			return FAULT(
				db->a, FAULT_CORRUPT, "feedback %lld is not there", (long long)numbers[i]);
	}
	env->merged = list;
	return NULL;
}

static const struct fault *gather(
	struct write *w, const void *state, const struct record_event *e, const void **out)
{
	const struct feedback *f = state;
	struct feedback_env *env = NEW(w->db->a, struct feedback_env);

	TRY(find_unknown(w->db, e, &env->unknown));
	if (e->verb == FEEDBACK_MERGE)
		TRY(find_into(w->db, e->values[N(INTO)], env));
	if (e->verb == FEEDBACK_MERGE || e->verb == FEEDBACK_PUBLISH)
		TRY(find_merged(w->db, f->code, e->verb == FEEDBACK_PUBLISH, env));
	*out = env;
	return NULL;
}

const struct record_type feedback_type = { .kind = &feedback_kind,
	.state_bytes = sizeof(struct feedback),
	.apply = feedback_apply,
	.decide = feedback_decide,
	.row = row_of,
	.complete = complete,
	.gather = gather,
	.save = save,
	.clear = clear };

must_check static const struct fault *find_same(struct write *w, struct feedback_send *send, bool *found)
{
	const struct record_event *e = &send->event;
	struct feedback_sql_same_row row = { 0 };
	struct str same = sameness(
		w->db->a, e->values[N(NAME)], e->values[N(PHONE)], e->values[N(ABOUT)], e->values[N(TEXT)]);
	const struct feedback *f;
	struct record_story story;

	TRY(feedback_sql_same(w->db, same, w->now - FEEDBACK_SAME_S, &row, found));
	if (!*found)
		return NULL;
	TRY(feedback_load(w->db, row.number, &f, &story));
	send->number = row.number;
	send->code = db_keep(w->db, row.code);
	send->is_same = true;
	send->same_key = f && str_eq(f->secret, feedback_secret(w->db->a, send->code, e->values[N(SECRET)]));
	return NULL;
}

/* Registered, and not accepted (NĐ 20/2008 art. 7 and 9). */
must_check static const struct fault *refuse_anonymous(struct write *w, int64_t number)
{
	struct record_run run = { .type = &feedback_type,
		.event = { .verb = FEEDBACK_REFUSE, .record = number, .by = ROLE_SYSTEM } };

	run.event.values[N(GROUND)] = feedback_ground_words[FEEDBACK_GROUND_ANONYMOUS].text;
	TRY(record_run(w, &run));
	return run.refusal.refused ? FAULT(w->db->a, FAULT_CORRUPT, "an anonymous feedback was not refused")
				   : NULL;
}

const struct fault *feedback_send(struct write *w, void *arg)
{
	struct feedback_send *send = arg;
	struct record_run run = { .type = &feedback_type, .event = send->event, .file = send->file };
	bool found;

	send->refusal = RECORD_FINE;
	send->is_same = send->same_key = false;
	TRY(find_same(w, send, &found));
	if (found)
		return NULL;
	TRY(record_run(w, &run));
	send->refusal = run.refusal;
	if (run.refusal.refused)
		return NULL;
	const struct feedback *f = run.state;

	if (feedback_is_anonymous(f))
		TRY(refuse_anonymous(w, run.number));
	send->number = run.number;
	send->code = f->code;
	return NULL;
}

const struct fault *feedback_find(struct db *db, struct str code, int64_t *number)
{
	struct feedback_sql_find_row row = { 0 };
	bool found;

	TRY(feedback_sql_find(db, code, &row, &found));
	*number = found ? row.number : 0;
	return NULL;
}

const struct fault *feedback_load(
	struct db *db, int64_t number, const struct feedback **out, struct record_story *story)
{
	void *state;

	TRY(record_load(db, &feedback_type, number, &state, story));
	*out = state;
	return NULL;
}
