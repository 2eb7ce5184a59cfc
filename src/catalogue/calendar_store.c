#include "catalogue/calendar_store.h"
#include "catalogue/calendar_sql.h"

enum { SUNDAY, MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY };

/* Makes a version of rows and appends it to the list. */
must_check static const struct fault *end_version(
	struct arena *a, struct holidays_version *v, int *n, const struct special_day *days, size_t days_n)
{
	const struct holidays none = { 0 };
	size_t at;

	if (holidays_of_file(a, days, days_n, &at, &v[*n].file))
		return FAULT(a, FAULT_CORRUPT, "calendar_holiday: version %lld", (long long)v[*n].number);
	v[*n].all = holidays_merge(a, *n ? &v[*n - 1].all : &none, &v[*n].file);
	(*n)++;
	return NULL;
}

must_check static const struct fault *keep_holiday(
	struct arena *a, const struct calendar_sql_holidays_row *row, struct special_day *d)
{
	if (!parse_special_kind(row->kind, &d->kind))
		return FAULT(
			a, FAULT_CORRUPT, "calendar_holiday: kind in version %lld", (long long)row->version);
	d->day = (daynum)row->day;
	d->name = str_dup(a, row->name);
	return NULL;
}

const struct fault *holidays_load(
	struct db *db, struct arena *a, const struct holidays_version **versions, int *n)
{
	cleanup_with(calendar_sql_holidays_end) struct calendar_sql_holidays_rows rows = { 0 };
	struct calendar_sql_newest_row newest;
	struct calendar_sql_holidays_count_row count;
	size_t first = 0, read = 0;
	int known = 0;
	bool more = true;

	TRY(calendar_sql_newest(db, &newest));
	TRY(calendar_sql_holidays_count(db, &count));
	struct holidays_version *v = NEW_ARRAY(a, struct holidays_version, newest.version + 1);
	struct special_day *days = NEW_ARRAY(a, struct special_day, count.n + 1);

	TRY(calendar_sql_holidays(db, &rows));
	while (more) {
		TRY(calendar_sql_holidays_next(&rows, &more));
		if (read > first && (!more || rows.row.version != v[known].number)) {
			TRY(end_version(a, v, &known, days + first, read - first));
			first = read;
		}
		if (!more)
			break;
		if (known == newest.version || (int64_t)read == count.n)
			return FAULT(a, FAULT_CONFLICT, "calendar_holiday grew while it was read");
		v[known].number = rows.row.version;
		v[known].position = rows.row.position;
		TRY(keep_holiday(a, &rows.row, &days[read++]));
	}
	*versions = v;
	*n = known;
	return NULL;
}

must_check static const struct fault *add_holidays(
	struct db *db, int64_t position, const struct holidays_version *v)
{
	TRY(calendar_sql_add_version(db, v->number, position));
	for (size_t i = 0; i < v->file.n; i++)
		TRY(calendar_sql_add_holiday(db, v->number, v->file.days[i].day,
			day_kind_name(v->file.days[i].kind), v->file.days[i].name));
	return NULL;
}

const struct fault *holidays_restore(struct db *db, int64_t position, struct str bytes)
{
	struct holidays_version v;
	struct entry_stamp stamp;

	if (!holidays_from_entry(db->a, bytes, &v, &stamp))
		return FAULT(db->a, FAULT_CORRUPT, "journal entry %lld is no list of holidays",
			(long long)position);
	return add_holidays(db, position, &v);
}

const struct fault *holidays_add(struct write *w, const struct holidays *file, int64_t *number, bool *fits)
{
	struct entry_stamp stamp = { .recorded = w->now, .by = ROLE_SYSTEM };
	struct buf bytes = { .a = w->db->a };
	struct calendar_sql_newest_row newest;
	int64_t at;

	TRY(calendar_sql_newest(w->db, &newest));
	struct holidays_version v = { .number = newest.version + 1, .file = *file };

	holidays_entry(&bytes, &v, &stamp);
	if (bytes.n > LIMIT_ENTRY_BYTES) {
		*fits = false;
		return NULL;
	}
	struct journal_record r = { .recorded = w->now, .bytes = buf_str(&bytes) };

	TRY(journal_append(w->db, w->journal, &r, &at));
	TRY(add_holidays(w->db, at, &v));
	*number = v.number;
	*fits = true;
	return NULL;
}

must_check static const struct fault *keep_hours(
	struct arena *a, const struct calendar_sql_hours_row *row, struct hours_version *v)
{
	const struct str texts[DAYS_PER_WEEK] = { [SUNDAY] = row->sunday,
		[MONDAY] = row->monday,
		[TUESDAY] = row->tuesday,
		[WEDNESDAY] = row->wednesday,
		[THURSDAY] = row->thursday,
		[FRIDAY] = row->friday,
		[SATURDAY] = row->saturday };

	v->valid = (struct validity){ row->position, (daynum)row->valid_from, (daynum)row->valid_to };
	v->agency = str_dup(a, row->agency);
	for (int d = 0; d < DAYS_PER_WEEK; d++)
		if (!weekday_hours_from(texts[d], &v->hours[d], &v->use[d]))
			return FAULT(a, FAULT_CORRUPT, "calendar_hours %lld", (long long)row->position);
	return NULL;
}

const struct fault *hours_load(struct db *db, struct arena *a, const struct hours_version **versions, int *n)
{
	cleanup_with(calendar_sql_hours_end) struct calendar_sql_hours_rows rows = { 0 };
	struct calendar_sql_hours_count_row count;
	int read = 0;

	TRY(calendar_sql_hours_count(db, &count));
	struct hours_version *v = NEW_ARRAY(a, struct hours_version, count.n + 1);

	TRY(calendar_sql_hours(db, &rows));
	for (;;) {
		bool more;
		TRY(calendar_sql_hours_next(&rows, &more));
		if (!more)
			break;
		if (read == count.n)
			return FAULT(a, FAULT_CONFLICT, "calendar_hours grew while it was read");
		TRY(keep_hours(a, &rows.row, &v[read++]));
	}
	*versions = v;
	*n = read;
	return NULL;
}

/* Whether the periods of v's agency are sound once v is among them. */
must_check static const struct fault *check_hours(
	struct write *w, const struct hours_version *v, enum work_time_refusal *refusal)
{
	ARENA scratch = { 0 };
	const struct hours_version *old;
	int n = 0;

	TRY(hours_load(w->db, &scratch, &old, &n));
	struct hours_version *with = NEW_ARRAY(&scratch, struct hours_version, n + 1);

	for (int i = 0; i < n; i++)
		with[i] = old[i];
	with[n] = *v;
	with[n].valid.position = w->journal->tree.size;
	*refusal = hours_check(&scratch, with, n + 1, v->agency);
	return NULL;
}

must_check static const struct fault *add_hours(
	struct db *db, int64_t position, const struct hours_version *v)
{
	struct str texts[DAYS_PER_WEEK];

	for (int d = 0; d < DAYS_PER_WEEK; d++)
		texts[d] = weekday_hours_text(db->a, &v->hours[d], v->use[d]);
	return calendar_sql_add_hours(db, position, v->agency, v->valid.from, v->valid.to, texts[MONDAY],
		texts[TUESDAY], texts[WEDNESDAY], texts[THURSDAY], texts[FRIDAY], texts[SATURDAY],
		texts[SUNDAY]);
}

const struct fault *hours_restore(struct db *db, int64_t position, struct str bytes)
{
	struct hours_version v;
	struct entry_stamp stamp;

	if (!hours_from_entry(db->a, bytes, &v, &stamp))
		return FAULT(
			db->a, FAULT_CORRUPT, "journal entry %lld is no working time", (long long)position);
	return add_hours(db, position, &v);
}

const struct fault *calendar_forget(struct db *db)
{
	TRY(calendar_sql_clear_versions(db));
	TRY(calendar_sql_clear_holidays(db));
	return calendar_sql_clear_hours(db);
}

const struct fault *hours_add(struct write *w, const struct hours_version *v, struct str correction,
	enum work_time_refusal *refusal)
{
	struct entry_stamp stamp = { .recorded = w->now, .by = ROLE_SYSTEM, .correction = correction };
	struct buf bytes = { .a = w->db->a };
	int64_t at;

	TRY(check_hours(w, v, refusal));
	if (*refusal != WORK_TIME_FINE)
		return NULL;
	hours_entry(&bytes, v, &stamp);
	struct journal_record r = { .recorded = w->now, .bytes = buf_str(&bytes) };

	TRY(journal_append(w->db, w->journal, &r, &at));
	return add_hours(w->db, at, v);
}
