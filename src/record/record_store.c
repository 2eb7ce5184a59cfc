#include "record/record_store.h"
#include "record/record_file.h"
#include "record/record_sql.h"

/* Room for the commitments of an entry as text. */
enum { COMMITMENT_ROOM = 48, YEAR_MAX = 9999 };

must_check static const struct fault *read_parts(struct db *db, const struct record_type *type,
	int64_t number, struct record_event *events, const int64_t *positions, int n)
{
	cleanup_with(record_sql_parts_end) struct record_sql_parts_rows rows = { 0 };
	int at = 0;
	bool more;

	TRY(record_sql_parts(db, number, &rows));
	for (;;) {
		TRY(record_sql_parts_next(&rows, &more));
		if (!more)
			return NULL;
		while (at < n && positions[at] < rows.row.position)
			at++;
		for (int p = 0; p < RECORD_PARTS && at < n; p++) {
			if (!str_eq(rows.row.subject, record_part_names[p]))
				continue;
			if (!record_part_read(db->a, type->kind, p, db_keep(db, rows.row.data), &events[at]))
				return FAULT(db->a, FAULT_CORRUPT, "what is sealed of journal entry %lld",
					(long long)rows.row.position);
			if (p == RECORD_PART_WORDS)
				events[at].erased = false;
		}
	}
}

/* The public parts of the entries before a position, and where they stand. */
struct read_story {
	struct record_event *events;
	int64_t *positions;
	int n;
};
must_check static const struct fault *read_entries(
	struct db *db, const struct record_kind *k, int64_t number, int64_t before, struct read_story *out)
{
	cleanup_with(record_sql_entries_end) struct record_sql_entries_rows rows = { 0 };
	struct record_event *events = NULL;
	int64_t *positions = NULL;
	size_t cap = 0, cap2 = 0, n = 0;
	bool more;

	TRY(record_sql_entries(db, number, &rows));
	for (;;) {
		struct str commitments[RECORD_PARTS] = { 0 };

		TRY(record_sql_entries_next(&rows, &more));
		if (!more || rows.row.position >= before)
			break;
		events = arena_grow(db->a, events, n, &cap, sizeof *events);
		positions = arena_grow(db->a, positions, n, &cap2, sizeof *positions);
		positions[n] = rows.row.position;
		if (!record_entry_read(db->a, k, db_keep(db, rows.row.bytes), &events[n], commitments))
			return FAULT(db->a, FAULT_CORRUPT, "journal entry %lld is none of a record",
				(long long)rows.row.position);
		events[n].record = number;
		events[n].erased = commitments[RECORD_PART_WORDS].n > 0; /* until its part is found */
		n++;
	}
	*out = (struct read_story){ events, positions, (int)n };
	return NULL;
}

const struct fault *record_read_public(
	struct db *db, const struct record_kind *k, int64_t number, int64_t before, struct record_story *out)
{
	struct read_story read;

	TRY(read_entries(db, k, number, before, &read));
	*out = (struct record_story){ read.events, read.n };
	return NULL;
}

const struct fault *record_read(
	struct db *db, const struct record_type *type, int64_t number, struct record_story *out)
{
	struct read_story read;

	TRY(read_entries(db, type->kind, number, INT64_MAX, &read));
	*out = (struct record_story){ read.events, read.n };
	return read.n ? read_parts(db, type, number, read.events, read.positions, read.n) : NULL;
}

void *record_fold(struct arena *a, const struct record_type *type, const struct record_story *story)
{
	struct record_base *state = arena_alloc(a, type->state_bytes, _Alignof(max_align_t));

	for (int i = 0; i < story->n; i++) {
		type->apply(state, &story->events[i]);
		record_step(type->kind, state, &story->events[i]);
	}
	return state;
}

const struct fault *record_load(struct db *db, const struct record_type *type, int64_t number, void **state,
	struct record_story *story)
{
	struct record_row row;
	bool found;

	*state = NULL;
	TRY(record_find(db, type->kind, number, &row, &found));
	if (!found)
		return NULL;
	TRY(record_read(db, type, number, story));
	if (story->n)
		*state = record_fold(db->a, type, story);
	return NULL;
}

/* Seals what is not public; the commitments of both as text, in a. */
static int seal(struct write *w, const struct record_type *type, const struct record_event *e,
	struct journal_sealed sealed[RECORD_PARTS], struct str commitments[RECORD_PARTS])
{
	int n = 0;

	for (int p = 0; p < RECORD_PARTS; p++) {
		struct str data = record_part_write(w->db->a, type->kind, e, p);
		struct buf text = { .a = w->db->a };

		if (!data.n)
			continue;
		sealed[n] = write_seal(w, record_part_names[p], data);
		add_base64(&text,
			(struct str){ (const char *)sealed[n].commitment.b, sizeof sealed[n].commitment.b });
		commitments[p] = buf_str(&text);
		n++;
	}
	return n;
}

must_check static const struct fault *append(
	struct write *w, const struct record_type *type, struct record_event *e)
{
	struct journal_sealed sealed[RECORD_PARTS];
	struct str commitments[RECORD_PARTS] = { 0 };
	struct buf bytes = { .a = w->db->a };
	int64_t position;
	int sealed_n = seal(w, type, e, sealed, commitments);

	record_entry_write(&bytes, type->kind, e, commitments);
	struct journal_record r = {
		.recorded = w->now, .bytes = buf_str(&bytes), .sealed = sealed, .sealed_n = sealed_n
	};

	TRY(journal_append(w->db, w->journal, &r, &position));
	if (!e->record)
		e->record = position + 1;
	return record_sql_add_entry(w->db, e->record, position);
}

/* The row and the feature's own tables. */
const struct fault *record_save(struct db *db, const struct record_type *type, const void *state)
{
	const struct record_base *b = state;
	struct record_row row = type->row(state);

	TRY(record_sql_put(db, b->number, type->kind->name, b->agency, type->kind->states[b->state].text,
		b->version, row.year, row.day, row.title));
	return type->save ? type->save(db, state) : NULL;
}

/* A step that names a file brings it along, and it is one that may be kept. */
static struct record_refusal file_fits(struct arena *a, const struct record_run *run)
{
	int field = record_file_field(run->type->kind, run->event.verb);
	struct str named = field == RECORD_NO_FIELD ? (struct str){ 0 } : run->event.values[field];

	if (!named.n)
		return RECORD_FINE;
	struct record_refusal r = record_file_check(run->file, field);

	if (!r.refused && !str_eq(named, record_file_hash(a, run->file)))
		r = RECORD_REFUSED_AT(MSG_record_file_type, field);
	if (!r.refused && run->type->file_fits)
		r = run->type->file_fits(run->event.verb, run->file);
	return r;
}

/* What the law says of the event as the next one. */
must_check static const struct fault *judge(
	struct write *w, const struct record_run *run, const void *state, struct record_refusal *out)
{
	const void *env = NULL;

	*out = record_allows(run->type->kind, state, &run->event);
	if (!out->refused)
		*out = file_fits(w->db->a, run);
	if (out->refused)
		return NULL;
	if (run->type->gather)
		TRY(run->type->gather(w, state, &run->event, &env));
	*out = run->type->decide(state, &run->event, env);
	return NULL;
}

must_check static const struct fault *keep_file(struct db *db, const struct record_run *run)
{
	int field = record_file_field(run->type->kind, run->event.verb);

	if (field == RECORD_NO_FIELD || !run->event.values[field].n)
		return NULL;
	return record_file_keep(db, run->event.values[field], run->file);
}

const struct fault *record_run(struct write *w, void *arg)
{
	struct record_run *run = arg;
	struct record_run now = *run;
	void *state = NULL;
	struct record_story story = { 0 };

	if (now.event.record)
		TRY(record_load(w->db, now.type, now.event.record, &state, &story));
	else
		state = arena_alloc(w->db->a, now.type->state_bytes, _Alignof(max_align_t));
	run->unknown = !state;
	if (!state)
		return NULL;
	run->moved = now.seen_version && now.seen_version != ((struct record_base *)state)->version;
	if (run->moved)
		return NULL;
	now.event.recorded = w->now;
	if (now.event.happened == INSTANT_NONE)
		now.event.happened = w->now;
	if (now.event.record)
		now.event.agency = ((struct record_base *)state)->agency;
	if (now.type->complete)
		TRY(now.type->complete(w, state, &now.event));
	TRY(judge(w, &now, state, &run->refusal));
	if (run->refusal.refused)
		return NULL;
	TRY(keep_file(w->db, &now));
	TRY(append(w, now.type, &now.event));
	now.type->apply(state, &now.event);
	record_step(now.type->kind, state, &now.event);
	TRY(record_save(w->db, now.type, state));
	run->number = now.event.record;
	run->state = state;
	return NULL;
}

static struct record_row as_row(struct db *db, const struct record_sql_find_row *r)
{
	return (struct record_row){ r->number, db_keep(db, r->agency), db_keep(db, r->state), (int)r->version,
		(int)r->year, (daynum)r->day, db_keep(db, r->title) };
}

const struct fault *record_find(
	struct db *db, const struct record_kind *k, int64_t number, struct record_row *row, bool *found)
{
	struct record_sql_find_row r;

	TRY(record_sql_find(db, number, k->name, &r, found));
	if (*found)
		*row = as_row(db, &r);
	return NULL;
}

const struct fault *record_list(
	struct db *db, const struct record_kind *k, int year, const struct record_row **rows, size_t *n)
{
	cleanup_with(record_sql_list_end) struct record_sql_list_rows all = { 0 };
	struct record_row *list = NULL;
	size_t count = 0, cap = 0;
	bool more;

	TRY(record_sql_list(db, k->name, year, year ? year : YEAR_MAX, LIMIT_RECORDS_LISTED, &all));
	for (;;) {
		TRY(record_sql_list_next(&all, &more));
		if (!more)
			break;
		struct record_sql_find_row r = { all.row.number, all.row.agency, all.row.state,
			all.row.version, all.row.year, all.row.day, all.row.title };
		list = arena_grow(db->a, list, count, &cap, sizeof *list);
		list[count++] = as_row(db, &r);
	}
	*rows = list;
	*n = count;
	return NULL;
}
