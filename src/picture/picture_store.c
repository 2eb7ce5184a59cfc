#include "picture/picture_store.h"
#include "picture/picture_sql.h"
#include "record/record_store.h"

const struct fault *picture_keep(struct db *db, const struct picture_made *made)
{
	for (int i = 0; i < made->n; i++) {
		const struct picture_variant *v = &made->variants[i];

		TRY(picture_sql_put_variant(
			db, made->hash, v->width, v->height, picture_ending(v->format), v->bytes));
	}
	return picture_sql_put(db, made->hash, made->width, made->height);
}

const struct fault *picture_need(struct db *db, struct str hash)
{
	struct picture_sql_find_row row;
	struct picture_made made;
	struct str bytes;
	bool found;

	TRY(picture_sql_find(db, hash, &row, &found));
	if (found)
		return NULL;
	TRY(record_file_read(db, hash, &bytes, &found));
	return found && picture_make(db->a, bytes, &made) == PICTURE_FINE ? picture_keep(db, &made) : NULL;
}

const struct fault *picture_show(struct db *db, int64_t record, const struct str *hashes, size_t n)
{
	TRY(picture_sql_hide(db, record));
	for (size_t i = 0; i < n; i++)
		TRY(picture_sql_show(db, hashes[i], record));
	return NULL;
}

const struct fault *picture_is_shown(struct db *db, struct str hash, bool *shown)
{
	struct picture_sql_count_shown_row row;

	TRY(picture_sql_count_shown(db, hash, &row));
	*shown = row.n > 0;
	return NULL;
}

const struct fault *picture_variant_read(
	struct db *db, struct str hash, int width, enum picture_format format, struct str *bytes, bool *found)
{
	struct picture_sql_variant_row row;

	TRY(picture_sql_variant(db, hash, width, picture_ending(format), &row, found));
	*bytes = *found ? row.bytes : (struct str){ 0 };
	return NULL;
}

const struct fault *picture_read_sizes(
	struct db *db, struct str hash, struct picture_size out[PICTURE_SIZES], int *n)
{
	cleanup_with(picture_sql_sizes_end) struct picture_sql_sizes_rows rows = { 0 };
	bool more;

	*n = 0;
	TRY(picture_sql_sizes(db, hash, &rows));
	while (*n < PICTURE_SIZES) {
		TRY(picture_sql_sizes_next(&rows, &more));
		if (!more)
			break;
		out[(*n)++] = (struct picture_size){ (int)rows.row.width, (int)rows.row.height, 0 };
	}
	return NULL;
}

const struct fault *picture_clear(struct db *db)
{
	TRY(picture_sql_clear_shown(db));
	TRY(picture_sql_clear_variants(db));
	return picture_sql_clear(db);
}

const struct fault *picture_examine(struct db *db, struct str *complaint)
{
	struct picture_sql_missing_row row;
	bool found;

	TRY(picture_sql_missing(db, &row, &found));
	*complaint = found ? str_fmt(db->a, "record %lld shows a picture that is missing: motcua rebuild",
				     (long long)row.record)
			   : (struct str){ 0 };
	return NULL;
}
