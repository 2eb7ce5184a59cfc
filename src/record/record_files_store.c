/* Files of evidence in the database, and whether all that entries name are there. */
#include "record/record_file.h"
#include "record/record_store.h"
#include "record/record_sql.h"

const struct fault *record_file_read(struct db *db, struct str hash, struct str *bytes, bool *found)
{
	struct record_sql_file_row row;

	TRY(record_sql_file(db, hash, &row, found));
	*bytes = *found ? db_keep(db, row.bytes) : (struct str){ 0 };
	return NULL;
}

const struct fault *record_file_keep(struct db *db, struct str hash, struct str bytes)
{
	return record_sql_add_file(db, hash, (int64_t)bytes.n, bytes);
}

/* Each file against its name. */
const struct fault *record_files_examine(struct db *db, struct str *complaint)
{
	cleanup_with(record_sql_files_end) struct record_sql_files_rows rows = { 0 };
	ARENA own = { 0 };
	bool more;

	TRY(record_sql_files(db, &rows));
	for (;;) {
		TRY(record_sql_files_next(&rows, &more));
		if (!more || complaint->n)
			return NULL;
		if (rows.row.size != (int64_t)rows.row.bytes.n ||
			!str_eq(record_file_hash(&own, rows.row.bytes), rows.row.hash))
			*complaint =
				str_fmt(db->a, "the file %.*s is not what its name says", ARG(rows.row.hash));
		arena_reset(&own);
	}
}

/* The files that a record's entries name. Where the words of a step were erased, its file may be gone too. */
const struct fault *record_story_files_examine(struct db *db, const struct record_kind *k, int64_t number,
	const struct record_story *story, struct str *complaint)
{
	for (int i = 0; i < story->n; i++) {
		const struct record_event *e = &story->events[i];
		int field = record_file_field(k, e->verb);
		struct record_sql_has_file_row has;

		if (field == RECORD_NO_FIELD || !e->values[field].n || e->erased)
			continue;
		TRY(record_sql_has_file(db, e->values[field], &has));
		if (!has.n)
			*complaint = str_fmt(db->a, "a file of record %lld is missing", (long long)number);
	}
	return NULL;
}
