#include "http/form.h"
#include "http/multipart.h"
#include "http/percent.h"
#include "base/limits.h"
#include "base/utf8.h"

static bool is_code_char(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
	       c == '_' || c == '.';
}

static enum form_problem bounded(const struct field *f, struct str s)
{
	int64_t n = (int64_t)utf8_count(s);

	if (n > f->max)
		return FORM_TOO_LONG;
	return n < f->min ? FORM_TOO_SHORT : FORM_FINE;
}

/* CR LF and CR become LF: browsers send the first, people's tools the others. */
static struct str with_plain_ends(struct arena *a, struct str s)
{
	struct buf b = { .a = a };

	for (size_t i = 0; i < s.n; i++) {
		bool pair = s.p[i] == '\r' && i + 1 < s.n && s.p[i + 1] == '\n';

		if (!pair)
			buf_char(&b, s.p[i] == '\r' ? '\n' : s.p[i]);
	}
	return buf_str(&b);
}

static enum form_problem read_text(struct arena *a, const struct field *f, struct str s, struct str *out)
{
	enum text_lines lines = f->kind == FIELD_KIND_LINES ? TEXT_MANY_LINES : TEXT_ONE_LINE;

	if (lines == TEXT_MANY_LINES)
		s = with_plain_ends(a, s);
	if (text_check(s, s.n, lines) != TEXT_FINE)
		return FORM_BAD_TEXT;
	enum form_problem p = bounded(f, s);

	if (p == FORM_FINE)
		*out = s;
	return p;
}

static enum form_problem read_code(const struct field *f, struct str s, struct str *out)
{
	for (size_t i = 0; i < s.n; i++)
		if (!is_code_char(s.p[i]))
			return FORM_BAD_CODE;
	enum form_problem p = bounded(f, s);

	if (p == FORM_FINE)
		*out = s;
	return p;
}

static enum form_problem read_int(const struct field *f, struct str s, int64_t *out)
{
	int64_t n;

	if (!str_int(s, &n))
		return FORM_BAD_NUMBER;
	if (n < f->min || n > f->max)
		return FORM_OUT_OF_RANGE;
	*out = n;
	return FORM_FINE;
}

static bool parse_day_vi(struct str s, daynum *out)
{
	struct str day, month;
	int64_t d, m, y;

	if (!str_cut(&s, '/', &day) || !str_cut(&s, '/', &month) || s.n != 4 || day.n > 2 || month.n > 2)
		return false;
	if (!str_int(day, &d) || !str_int(month, &m) || !str_int(s, &y))
		return false;
	struct civil c = { (int)y, (int)m, (int)d };

	if (!civil_valid(c))
		return false;
	*out = day_from_civil(c);
	return true;
}

static enum form_problem read_day(struct str s, daynum *out)
{
	return parse_day(s, out) || parse_day_vi(s, out) ? FORM_FINE : FORM_BAD_DAY;
}

static enum form_problem read_word(const struct field *f, struct str s, int *out)
{
	for (int i = 0; f->words[i]; i++) {
		if (!str_eq(s, str_of(f->words[i])))
			continue;
		*out = i;
		return FORM_FINE;
	}
	return FORM_BAD_WORD;
}

static enum form_problem read_flag(struct str s, bool *out)
{
	if (!str_eq(s, S("1")) && !str_eq(s, S("on")))
		return FORM_BAD_WORD;
	*out = true;
	return FORM_FINE;
}

static enum form_problem read_field(struct arena *a, const struct field *f, struct str s, char *result)
{
	void *at = result + f->at;

	switch (f->kind) {
	case FIELD_KIND_TEXT:
	case FIELD_KIND_LINES: return read_text(a, f, s, at);
	case FIELD_KIND_CODE: return read_code(f, s, at);
	case FIELD_KIND_INT: return read_int(f, s, at);
	case FIELD_KIND_DAY: return read_day(s, at);
	case FIELD_KIND_WORD: return read_word(f, s, at);
	case FIELD_KIND_FLAG: return read_flag(s, at);
	}
	impossible();
}

static bool is_mandatory(const struct field *f)
{
	bool text = f->kind == FIELD_KIND_TEXT || f->kind == FIELD_KIND_LINES || f->kind == FIELD_KIND_CODE;

	return text && f->min > 0;
}

static size_t index_of(const struct field *fields, size_t count, struct str name)
{
	for (size_t i = 0; i < count; i++)
		if (str_eq(str_of(fields[i].name), name))
			return i;
	return count;
}

static void keep(struct form *f, struct str name, struct str value)
{
	size_t i = index_of(f->fields, f->count, name);

	if (i == f->count)
		return;
	struct form_value *v = &f->values[i];

	v->problem = v->given ? FORM_TWICE : FORM_FINE;
	v->given = true;
	v->raw = value;
}

/* Decodes every pair, keeps the declared ones. False when it cannot be read at all. */
static bool collect_pairs(struct arena *a, struct form *f, struct str input)
{
	struct str pair, name, value;
	size_t pairs = 0;

	while (str_cut(&input, '&', &pair)) {
		struct str key = { 0 };

		if (!pair.n)
			continue;
		if (++pairs > LIMIT_FORM_FIELDS || !str_cut(&pair, '=', &key))
			return false;
		if (!percent_decode(a, key, true, &name) || !percent_decode(a, pair, true, &value))
			return false;
		keep(f, name, value);
	}
	return true;
}

/* The same for the parts of a multipart body that are no files. */
static bool collect_parts(struct arena *a, struct form *f, struct str type, struct str body)
{
	struct multipart m;
	struct str boundary;

	if (!multipart_boundary(type, &boundary) || !multipart_read(a, boundary, body, &m))
		return false;
	for (size_t i = 0; i < m.n; i++)
		if (!m.parts[i].is_file)
			keep(f, m.parts[i].name, m.parts[i].bytes);
	return true;
}

static void judge(struct arena *a, struct form *f, char *result)
{
	for (size_t i = 0; i < f->count; i++) {
		const struct field *field = &f->fields[i];
		struct form_value *v = &f->values[i];
		struct str s = str_trim(v->raw);

		if (v->problem == FORM_FINE && s.n)
			v->problem = read_field(a, field, s, result);
		else if (v->problem == FORM_FINE && is_mandatory(field))
			v->problem = FORM_MISSING;
		f->error_count += v->problem != FORM_FINE;
		if (!utf8_valid(v->raw))
			v->raw = (struct str){ 0 };
	}
}

static struct form empty_form(struct request *rq, const struct field *fields, size_t count)
{
	struct form f = { .fields = fields, .count = count };

	f.values = NEW_ARRAY(rq->a, struct form_value, count + 1);
	return f;
}

/* What was collected, as the result. */
static struct form finish(struct request *rq, struct form f, bool readable, void *result)
{
	if (readable) {
		judge(rq->a, &f, result);
		return f;
	}
	memset(f.values, 0, sizeof f.values[0] * f.count);
	f.unreadable = true;
	f.error_count = 1;
	return f;
}

struct form form_read_query(struct request *rq, const struct field *fields, size_t count, void *result)
{
	struct form f = empty_form(rq, fields, count);

	return finish(rq, f, collect_pairs(rq->a, &f, rq->query), result);
}

struct form form_read_body(struct request *rq, const struct field *fields, size_t count, void *result)
{
	struct form f = empty_form(rq, fields, count);
	struct str sent = rq->headers.content_type,
		   type = str_trim(str_sub(sent, 0, str_find_char(sent, ';')));
	bool pairs = str_eq_nocase(type, S("application/x-www-form-urlencoded"));

	if (pairs)
		return finish(rq, f, collect_pairs(rq->a, &f, rq->body), result);
	return finish(rq, f, collect_parts(rq->a, &f, sent, rq->body), result);
}

/* Some browsers send folders along, all write a quotation mark as %22; control characters did not get here.
 */
static struct str file_name(struct arena *a, struct str sent)
{
	struct buf b = { .a = a };

	for (size_t i = sent.n; i-- > 0;)
		if (sent.p[i] == '/' || sent.p[i] == '\\') {
			sent = str_sub(sent, i + 1, sent.n);
			break;
		}
	for (size_t i = 0; i < sent.n; i++) {
		bool mark = str_starts(str_sub(sent, i, sent.n), S("%22"));

		buf_char(&b, mark ? '\'' : sent.p[i]);
		i += mark ? S("22").n : 0;
	}
	return utf8_clip(str_trim(buf_str(&b)), LIMIT_FILE_NAME_CHARS);
}

bool form_file(struct request *rq, struct str name, struct form_file *out)
{
	struct multipart m;
	struct str boundary;

	*out = (struct form_file){ 0 };
	if (!multipart_boundary(rq->headers.content_type, &boundary) ||
		!multipart_read(rq->a, boundary, rq->body, &m))
		return false;
	for (size_t i = 0; i < m.n; i++) {
		const struct multipart_part *p = &m.parts[i];

		if (!p->is_file || !str_eq(p->name, name) || (!p->file.n && !p->bytes.n))
			continue;
		*out = (struct form_file){ file_name(rq->a, p->file), p->bytes };
		return true;
	}
	return false;
}

static struct form_value *value_of(const struct form *f, const char *name)
{
	size_t i = index_of(f->fields, f->count, str_of(name));

	assert(i < f->count);
	return &f->values[i];
}

enum form_problem form_problem_of(const struct form *f, const char *name)
{
	return value_of(f, name)->problem;
}

struct str form_raw(const struct form *f, const char *name)
{
	return value_of(f, name)->raw;
}

bool form_given(const struct form *f, const char *name)
{
	return value_of(f, name)->given;
}

void form_reject(struct form *f, const char *name, enum form_problem problem)
{
	struct form_value *v = value_of(f, name);

	if (v->problem == FORM_FINE)
		f->error_count++;
	v->problem = problem;
}

void form_require(struct form *f, const char *name)
{
	if (!str_trim(form_raw(f, name)).n && form_problem_of(f, name) == FORM_FINE)
		form_reject(f, name, FORM_MISSING);
}
