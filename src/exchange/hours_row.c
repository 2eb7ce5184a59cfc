#include "exchange/hours_row.h"
#include "exchange/field.h"
#include "msg/messages.h"

#define X(name, label, needed) { S_INIT(label), needed },
const struct csv_column hours_fields[HOURS_FIELD_N] = { HOURS_FIELDS(X) };
#undef X

/* In the order of the week as people count it; by weekday() Sunday is 0. */
static const struct str week[DAYS_PER_WEEK] = { S_INIT("mon"), S_INIT("tue"), S_INIT("wed"), S_INIT("thu"),
	S_INIT("fri"), S_INIT("sat"), S_INIT("sun") };

struct str weekday_word(int weekday)
{
	assert(weekday >= 0 && weekday < DAYS_PER_WEEK);
	return week[(weekday + DAYS_PER_WEEK - 1) % DAYS_PER_WEEK];
}

/* Places in week, both included. */
struct days {
	int first, last;
};

static int place_in_week(struct str word)
{
	for (int i = 0; i < DAYS_PER_WEEK; i++)
		if (str_eq(week[i], word))
			return i;
	return -1;
}

static bool read_weekdays(struct csv *c, struct days *out)
{
	struct str word = c->field[HOURS_FIELD_WEEKDAY];
	size_t dash = str_find_char(word, '-');
	struct days d = { .first = place_in_week(str_sub(word, 0, dash)) };

	d.last = dash < word.n ? place_in_week(str_sub(word, dash + 1, word.n)) : d.first;
	if (d.first >= 0 && d.last >= d.first) {
		*out = d;
		return true;
	}
	if (!(c->bad_mask >> HOURS_FIELD_WEEKDAY & 1))
		csv_error(c, HOURS_FIELD_WEEKDAY,
			(struct import_error){ .code = word.n ? IMPORT_NOT_IN_LIST : IMPORT_MISSING_VALUE,
				.piece = word,
				.also = S("mon, tue, wed, thu, fri, sat, sun, mon-fri") });
	return false;
}

static bool read_hours(struct import_job *job, struct csv *c, struct day_hours *hours, enum weekday_use *use)
{
	struct str text = c->field[HOURS_FIELD_HOURS];

	if (c->bad_mask >> HOURS_FIELD_HOURS & 1)
		return false;
	if (weekday_hours_from(text, hours, use))
		return true;
	struct buf words = { .a = job->errors.a };

	msg_import_hours(&words, job->lang, utf8_clip(text, LIMIT_CODE_CHARS));
	import_refuse(job, c->row_line, hours_fields[HOURS_FIELD_HOURS].name, buf_str(&words));
	return false;
}

static bool read_agency(struct csv *c, struct arena *a, const struct agency_names *names, struct str *code)
{
	struct str typed, codes = { 0 };

	if (!field_text(c, HOURS_FIELD_AGENCY, LIMIT_NAME_CHARS, &typed))
		return false;
	enum agency_lookup found = agency_names_find(names, a, typed, &codes);

	if (found == LOOKUP_FOUND) {
		*code = codes;
		return true;
	}
	csv_error(c, HOURS_FIELD_AGENCY,
		(struct import_error){
			.code = found == LOOKUP_NONE ? IMPORT_UNKNOWN_AGENCY : IMPORT_AMBIGUOUS_AGENCY,
			.piece = typed,
			.also = codes });
	return false;
}

static bool read_days(struct import_job *job, struct csv *c, struct validity *out)
{
	bool from_fine = field_day_or_none(c, HOURS_FIELD_VALID_FROM, &out->from),
	     to_fine = field_day_or_none(c, HOURS_FIELD_VALID_TO, &out->to);

	if (!from_fine || !to_fine || out->to == DAYNUM_NONE || out->to >= out->from)
		return from_fine && to_fine;
	import_refuse(job, c->row_line, hours_fields[HOURS_FIELD_VALID_TO].name,
		msg_text(job->lang, MSG_import_order));
	return false;
}

/* The period of the row, made when it is the first; NULL past the limit. */
static struct hours_period *period_of(
	struct hours_periods *all, struct str agency, struct validity valid, int64_t line)
{
	for (int i = 0; i < all->n; i++)
		if (all->list[i].v.valid.from == valid.from && str_eq(all->list[i].v.agency, agency))
			return &all->list[i];
	if (all->n == LIMIT_HOURS_PERIODS)
		return NULL;
	struct hours_period *p = &all->list[all->n++];

	p->v = (struct hours_version){ .valid = valid, .agency = agency };
	p->line = line;
	return p;
}

static bool same_end(struct import_job *job, const struct csv *c, const struct hours_period *p, daynum to)
{
	struct buf words = { .a = job->errors.a };

	if (p->v.valid.to == to)
		return true;
	msg_import_hours_valid_to(&words, job->lang, p->line);
	import_refuse(job, c->row_line, hours_fields[HOURS_FIELD_VALID_TO].name, buf_str(&words));
	return false;
}

/* Gives the weekdays of the row their hours. False when one has some already. */
static bool set_weekdays(struct csv *c, struct hours_period *p, struct days days,
	const struct day_hours *hours, enum weekday_use use)
{
	for (int i = days.first; i <= days.last; i++) {
		int day = (i + 1) % DAYS_PER_WEEK;
		if (p->lines[day]) {
			csv_error(c, HOURS_FIELD_WEEKDAY,
				(struct import_error){
					.code = IMPORT_DOUBLED_ROW, .piece = week[i], .n = p->lines[day] });
			return false;
		}
		p->lines[day] = c->row_line;
		p->v.hours[day] = *hours;
		p->v.use[day] = use;
	}
	return true;
}

static void read_row(struct import_job *job, struct csv *c, struct arena *a, const struct agency_names *names,
	struct hours_periods *all)
{
	struct str agency = { 0 };
	struct validity valid = { 0 };
	struct days days = { 0 };
	struct day_hours hours = { 0 };
	enum weekday_use use = WEEKDAY_OFF;
	bool placed = read_agency(c, a, names, &agency);
	bool fine = read_days(job, c, &valid) && placed;

	placed = fine;
	fine = read_weekdays(c, &days) && fine;
	fine = read_hours(job, c, &hours, &use) && fine;
	if (!placed) {
		all->lost = true;
		return;
	}
	struct hours_period *p = period_of(all, agency, valid, c->row_line);

	if (!p) {
		all->lost = all->too_many = true;
		return;
	}
	p->rows++;
	fine = same_end(job, c, p, valid.to) && fine;
	if (!fine || !set_weekdays(c, p, days, &hours, use))
		p->failed = true;
}

const struct fault *hours_rows_read(
	struct import_job *job, struct arena *a, const struct agency_names *names, struct hours_periods *out)
{
	cleanup_with(csv_close) struct csv c = { 0 };
	struct csv_memory memory = { .rest = job->bytes };
	struct buf words = { .a = job->errors.a };
	bool more;

	out->list = NEW_ARRAY(a, struct hours_period, LIMIT_HOURS_PERIODS);
	TRY(csv_open(&c, a, csv_from_memory(&memory), hours_fields, HOURS_FIELD_N, &job->errors));
	for (;;) {
		TRY(csv_next(&c, &more));
		if (!more)
			break;
		job->report.rows++;
		read_row(job, &c, a, names, out);
	}
	if (out->too_many) {
		msg_import_hours_file(&words, job->lang, LIMIT_HOURS_PERIODS);
		import_refuse(job, 0, S("file"), buf_str(&words));
	}
	return NULL;
}
