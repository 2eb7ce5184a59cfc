#pragma once
/*
 * Pictures in the database. The file that somebody sent is one of record_file: a step of a record names it,
 * and `motcua rebuild` makes the variants again from it. How a feature uses this:
 *
 *	handler:      picture_take(rq, bytes, &made)  (picture/picture_web.h), then the step with its file
 *	in the step:  picture_keep(w->db, &made), beside record_run()
 *	save():       picture_need(db, hash) for each picture, picture_show(db, record, …) with those that
 *	              everybody may see now: none when an article is no longer published
 */
#include "journal/write.h"
#include "picture/picture_make.h"

/* Keeps the variants, not the file. Once more is fine. */
must_check const struct fault *picture_keep(struct db *db, const struct picture_made *made);
/* Makes the variants from the file when they are not there: after a rebuild. A file that is gone (erased) or
 * no longer accepted is passed over. */
must_check const struct fault *picture_need(struct db *db, struct str hash);
/* Everybody may see these pictures because of this record; those that it showed before are no longer shown by
 * it. */
must_check const struct fault *picture_show(
	struct db *db, int64_t record, const struct str *hashes, size_t n);
must_check const struct fault *picture_is_shown(struct db *db, struct str hash, bool *shown);
/* Bytes of a variant, in db->a. */
must_check const struct fault *picture_variant_read(struct db *db, struct str hash, int width,
	enum picture_format format, struct str *bytes, bool *found);
/* In which sizes it is there, smallest first. *n 0: not at all. */
must_check const struct fault *picture_read_sizes(
	struct db *db, struct str hash, struct picture_size out[PICTURE_SIZES], int *n);
/* Forgets everything, before a rebuild of the records. */
must_check const struct fault *picture_clear(struct db *db);
/* *complaint names the first picture that is shown and is not there, else it is empty. */
must_check const struct fault *picture_examine(struct db *db, struct str *complaint);
