#include "exchange/import_holidays.h"
#include "catalogue/calendar_store.h"
#include "exchange/field.h"
#include "msg/messages.h"

enum { DATE, KIND, NAME, COLUMNS };
static const struct csv_column columns[COLUMNS] = { [DATE] = { S_INIT("date"), true },
	[KIND] = { S_INIT("kind"), true },
	[NAME] = { S_INIT("name"), true } };
static const struct str kinds[] = { S_INIT("holiday"), S_INIT("compensation"), S_INIT("swap_off"),
	S_INIT("swap_work") };

struct holiday_rows {
	struct special_day *days;
	int64_t *lines;
	size_t n;
};

static void read_row(struct csv *c, struct holiday_rows *rows)
{
	struct special_day d = { .kind = DAY_HOLIDAY };
	size_t kind = 0;
	bool day_fine = field_day(c, DATE, &d.day),
	     kind_fine = field_word(c, KIND, kinds, COUNT(kinds), &kind);
	bool name_fine = field_text_or_empty(c, NAME, LIMIT_NAME_CHARS, &d.name);

	if (!day_fine || !kind_fine || !name_fine || !parse_special_kind(kinds[kind], &d.kind))
		return;
	if (rows->n < LIMIT_SPECIAL_DAYS) {
		rows->days[rows->n] = d;
		rows->lines[rows->n] = c->row_line;
	}
	rows->n++;
}

must_check static const struct fault *read_rows(
	struct import_job *job, struct arena *a, struct holiday_rows *rows)
{
	cleanup_with(csv_close) struct csv c = { 0 };
	struct csv_memory memory = { .rest = job->bytes };
	bool more;

	rows->days = NEW_ARRAY(a, struct special_day, LIMIT_SPECIAL_DAYS);
	rows->lines = NEW_ARRAY(a, int64_t, LIMIT_SPECIAL_DAYS);
	TRY(csv_open(&c, a, csv_from_memory(&memory), columns, COLUMNS, &job->errors));
	for (;;) {
		size_t before = rows->n;
		TRY(csv_next(&c, &more));
		if (!more)
			return NULL;
		job->report.rows++;
		read_row(&c, rows);
		if (rows->n > before && before < LIMIT_SPECIAL_DAYS) /* the field's slice ends with the row */
			rows->days[before].name = str_dup(a, rows->days[before].name);
	}
}

static void refuse_file(struct import_job *job, enum msg words)
{
	import_refuse(job, 0, S("file"), msg_text(job->lang, words));
}

/* The list of the file, or what is wrong with it as a whole. */
static void make_list(
	struct import_job *job, struct arena *a, const struct holiday_rows *rows, struct holidays *file)
{
	size_t at;

	if (rows->n > LIMIT_SPECIAL_DAYS) {
		refuse_file(job, MSG_import_holidays_too_many);
		return;
	}
	switch (holidays_of_file(a, rows->days, rows->n, &at, file)) {
	case HOLIDAYS_FINE:
		if (rows->n == 0 && job->errors.total == 0)
			refuse_file(job, MSG_import_holidays_empty);
		return;
	case HOLIDAYS_TWICE: break;
	case HOLIDAYS_TOO_MANY:
	case HOLIDAYS_KIND: impossible(); /* asked above; read_row knows the kinds */
	}
	size_t first = 0;

	while (rows->days[first].day != rows->days[at].day)
		first++;
	import_error_add(&job->errors, (struct import_error){ .line = rows->lines[at],
					       .field = columns[DATE].name,
					       .code = IMPORT_DOUBLED_ROW,
					       .piece = fmt_day(a, rows->days[at].day),
					       .n = rows->lines[first] });
}

static bool same_day(const struct special_day *a, const struct special_day *b)
{
	return a->day == b->day && a->kind == b->kind && str_eq(a->name, b->name);
}

/* Both lists are sorted by day: new days are added, those with other values or gone are corrected. */
static void count_days(struct import_job *job, const struct holidays *old, const struct holidays *all)
{
	size_t i = 0, j = 0;

	while (i < old->n || j < all->n) {
		bool only_old = j == all->n || (i < old->n && old->days[i].day < all->days[j].day);
		bool only_new = i == old->n || (j < all->n && all->days[j].day < old->days[i].day);
		if (only_new)
			job->report.added++;
		else if (only_old || !same_day(&old->days[i], &all->days[j]))
			job->report.corrected++;
		i += !only_new;
		j += !only_old;
	}
	job->report.unchanged = job->report.rows - job->report.added - job->report.corrected;
	if (job->report.unchanged < 0) /* more days went than stayed */
		job->report.unchanged = 0;
}

const struct fault *import_holidays(struct write *w, void *arg)
{
	struct import_job *job = arg;
	struct arena *a = w->db->a;
	const struct holidays_version *versions;
	struct holiday_rows rows = { .n = 0 };
	struct holidays file = { .n = 0 }, none = { .n = 0 };
	int64_t number;
	int n;
	bool fits = true;

	if (!import_begin(job))
		return NULL;
	TRY(read_rows(job, a, &rows));
	make_list(job, a, &rows, &file);
	TRY(holidays_load(w->db, a, &versions, &n));
	const struct holidays *old = n ? &versions[n - 1].all : &none;
	struct holidays all = holidays_merge(a, old, &file);

	if (job->errors.total == 0 && !holidays_eq(old, &all)) {
		count_days(job, old, &all);
		TRY(holidays_add(w, &file, &number, &fits));
		if (!fits)
			refuse_file(job, MSG_import_holidays_too_many);
	} else {
		job->report.unchanged = (int64_t)file.n;
	}
	import_end(w, job);
	return NULL;
}
