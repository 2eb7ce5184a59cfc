#include "exchange/csv.h"

#include "search/fold.h"

enum { NOTE = UINT8_MAX }; /* the place of the column `source` */
static_assert(LIMIT_CSV_COLUMNS <= 64, "one bit each in bad_mask");

static void file_error(struct csv *c, int64_t line, const char *field, struct import_error e)
{
	e.line = line;
	e.field = str_of(field);
	import_error_add(c->errors, e);
}

void csv_error(struct csv *c, size_t column, struct import_error e)
{
	e.line = c->row_line;
	e.field = column < c->column_count ? c->columns[column].name : S("row");
	import_error_add(c->errors, e);
}

enum place { FIELD_START, PLAIN, QUOTED, QUOTE_SEEN };

/* A row as it is read: where in a field, and what broke it. */
struct scan {
	enum place place;
	enum import_code code; /* then the rest of the line is skipped */
	size_t bytes, code_at; /* of the row */
	bool header, any;
};

static bool separates(const struct csv *c, const struct scan *s, int byte)
{
	return s->header ? byte == ',' || byte == ';' : byte == c->separator;
}

/* Moves by one byte that is no line end outside quotes. */
static void step(const struct csv *c, struct scan *s, int byte)
{
	switch (s->place) {
	case FIELD_START:
		s->place = byte == '"' ? QUOTED : separates(c, s, byte) ? FIELD_START : PLAIN;
		return;
	case PLAIN:
		if (byte == '"')
			s->code = IMPORT_QUOTE_STRAY;
		else if (separates(c, s, byte))
			s->place = FIELD_START;
		return;
	case QUOTED: s->place = byte == '"' ? QUOTE_SEEN : QUOTED; return;
	case QUOTE_SEEN:
		if (byte == '"')
			s->place = QUOTED;
		else if (separates(c, s, byte))
			s->place = FIELD_START;
		else
			s->code = IMPORT_QUOTE_STRAY;
		return;
	}
	impossible();
}

static void keep(struct csv *c, struct scan *s, int byte)
{
	if (s->bytes < LIMIT_CSV_LINE_BYTES)
		c->line_space[s->bytes] = (char)byte;
	s->bytes++;
}

/* After a CR outside quotes: the line ends when LF follows; alone it is an error of the row. */
static bool ends_line(struct csv *c, struct scan *s)
{
	if (csv_text_peek(&c->text) == '\n') {
		csv_text_take(&c->text);
		c->lines++;
		return true;
	}
	s->code = s->code ? s->code : IMPORT_LONE_CR;
	return false;
}

/* Reads one row into c->line. False at the end of the text. */
static bool read_row(struct csv *c, struct scan *s)
{
	c->row_line = c->lines + 1;
	for (int byte = csv_text_peek(&c->text); byte != CSV_END; byte = csv_text_peek(&c->text)) {
		csv_text_take(&c->text);
		s->any = true;
		bool inside = s->place == QUOTED && !s->code;
		c->lines += byte == '\n';
		if (!inside && (byte == '\n' || (byte == '\r' && ends_line(c, s))))
			break;
		if (s->code)
			continue;
		step(c, s, byte);
		s->code_at = s->bytes;
		keep(c, s, byte);
	}
	if (!s->code && s->place == QUOTED)
		s->code = IMPORT_QUOTE_NOT_CLOSED;
	if (!s->code && s->bytes > LIMIT_CSV_LINE_BYTES)
		s->code = IMPORT_ROW_TOO_LONG;
	c->line = (struct str){ c->line_space,
		s->bytes < LIMIT_CSV_LINE_BYTES ? s->bytes : LIMIT_CSV_LINE_BYTES };
	return s->any;
}

enum { BEFORE_STRAY_BYTES = 20 };

static void report_row(struct csv *c, const struct scan *s)
{
	size_t from = s->code_at > BEFORE_STRAY_BYTES ? s->code_at - BEFORE_STRAY_BYTES : 0;

	while (from < s->code_at && from < c->line.n && ((uint8_t)c->line.p[from] & 0xC0) == 0x80)
		from++; /* not from the middle of a letter */
	file_error(c, c->row_line, s->header ? "header" : "row",
		(struct import_error){ .code = s->code,
			.n = LIMIT_CSV_LINE_BYTES,
			.piece = str_sub(c->line, from, s->code_at + 1) });
}

/* Takes one field off the row that begins at *at: in place, because it never grows. */
static struct str take_field(struct csv *c, size_t *at)
{
	char *p = c->line_space;
	size_t n = c->line.n, i = *at, to = i, from = i;

	if (i < n && p[i] == '"') {
		for (i++; i < n; i++) {
			if (p[i] == '"' && !(i + 1 < n && p[i + 1] == '"'))
				break;
			i += p[i] == '"';
			p[to++] = p[i];
		}
		i++;
	}
	for (; i < n && p[i] != c->separator; i++)
		p[to++] = p[i];
	*at = i + 1;
	return str_trim((struct str){ p + from, to - from });
}

/* All fields; what is past LIMIT_CSV_COLUMNS is only counted. */
static size_t split(struct csv *c, struct str fields[static LIMIT_CSV_COLUMNS])
{
	size_t count = 0;

	for (size_t at = 0; at <= c->line.n; count++) {
		struct str field = take_field(c, &at);
		if (count < LIMIT_CSV_COLUMNS)
			fields[count] = field;
	}
	return count;
}

/* The one that stands more often outside quotes. */
static char find_separator(struct str header)
{
	int64_t commas = 0, semicolons = 0;
	bool quoted = false;

	for (size_t i = 0; i < header.n; i++) {
		quoted ^= header.p[i] == '"';
		commas += !quoted && header.p[i] == ',';
		semicolons += !quoted && header.p[i] == ';';
	}
	return semicolons > commas ? ';' : ',';
}

static uint8_t find_column(const struct csv *c, struct str name)
{
	for (size_t i = 0; i < c->column_count; i++)
		if (str_eq(c->columns[i].name, name))
			return (uint8_t)i;
	return NOTE;
}

static void add_name(struct buf *b, struct str name)
{
	buf_add(b, b->n ? S(", ") : S(""));
	buf_add(b, name);
}

static struct str all_names(const struct csv *c)
{
	struct buf b = { .a = c->errors->a };

	for (size_t i = 0; i < c->column_count; i++)
		add_name(&b, c->columns[i].name);
	add_name(&b, S("source"));
	return buf_str(&b);
}

/* One column of the header: finds its place, refuses a stranger or a second one. */
static void place_column(struct csv *c, struct str *names, size_t i, uint64_t *seen)
{
	struct str name = names[i];
	bool is_note = str_eq(name, S("source"));

	c->place[i] = find_column(c, name);
	if (c->place[i] == NOTE && !is_note) {
		file_error(c, c->row_line, "header",
			(struct import_error){
				.code = IMPORT_UNKNOWN_COLUMN, .piece = name, .also = all_names(c) });
		return;
	}
	bool doubled = false;
	for (size_t k = 0; k < i; k++)
		doubled |= str_eq(names[k], name);
	if (doubled)
		file_error(c, c->row_line, "header",
			(struct import_error){ .code = IMPORT_DOUBLED_COLUMN, .piece = name });
	if (c->place[i] != NOTE)
		*seen |= UINT64_C(1) << c->place[i];
}

static void check_header(struct csv *c)
{
	struct str names[LIMIT_CSV_COLUMNS];
	struct buf missing = { .a = c->errors->a };
	uint64_t seen = 0;

	c->separator = find_separator(c->line);
	c->width = split(c, names);
	if (c->width > LIMIT_CSV_COLUMNS) {
		file_error(c, c->row_line, "header",
			(struct import_error){ .code = IMPORT_TOO_MANY_COLUMNS, .n = LIMIT_CSV_COLUMNS });
		return;
	}
	for (size_t i = 0; i < c->width; i++)
		place_column(c, names, i, &seen);
	for (size_t i = 0; i < c->column_count; i++)
		if (c->columns[i].required && !(seen >> i & 1))
			add_name(&missing, c->columns[i].name);
	if (missing.n)
		file_error(c, c->row_line, "header",
			(struct import_error){ .code = IMPORT_MISSING_COLUMNS, .piece = buf_str(&missing) });
}

static void check_size(struct csv *c)
{
	if (c->text.too_large)
		file_error(c, c->lines + 1, "file",
			(struct import_error){ .code = IMPORT_FILE_TOO_LARGE, .n = LIMIT_CSV_FILE_BYTES });
	c->stopped |= c->text.too_large;
}

const struct fault *csv_open(struct csv *c, struct arena *a, struct csv_source source,
	const struct csv_column *columns, size_t column_count, struct import_errors *errors)
{
	assert(column_count < LIMIT_CSV_COLUMNS); /* and one for `source` */
	*c = (struct csv){ .columns = columns, .column_count = column_count, .errors = errors };
	c->line_space = arena_alloc(a, LIMIT_CSV_LINE_BYTES, 1);
	csv_text_open(&c->text, a, source);
	int64_t before = errors->total;
	struct scan scan = { .header = true };
	bool any = read_row(c, &scan);
	TRY(c->text.fault);
	check_size(c);
	if (scan.code && !c->stopped)
		report_row(c, &scan);
	else if (!any && !c->stopped)
		file_error(c, 1, "file", (struct import_error){ .code = IMPORT_EMPTY_FILE });
	else if (!c->stopped)
		check_header(c);
	c->stopped |= errors->total > before;
	return NULL;
}

/* The bytes that are no text, as hexadecimal: they cannot be shown otherwise. */
static struct str bad_bytes(struct arena *a, struct str s)
{
	struct buf b = { .a = a };
	size_t good = utf8_good_bytes(s);

	for (size_t i = good; i < s.n && i < good + 4; i++)
		buf_fmt(&b, "%s%02X", b.n ? " " : "", (unsigned)(uint8_t)s.p[i]);
	return buf_str(&b);
}

/* Nearly every field: nothing to look at, nothing to compose. */
static bool is_plain_ascii(struct str s)
{
	bool plain = true;

	for (size_t i = 0; i < s.n; i++)
		plain &= s.p[i] >= 0x20 && s.p[i] < 0x7F;
	return plain;
}

static struct str check_field(struct csv *c, size_t column, struct str s)
{
	if (is_plain_ascii(s))
		return s;
	enum text_fault fault = text_check(s, LIMIT_CSV_LINE_BYTES, TEXT_MANY_LINES);

	if (fault == TEXT_FINE)
		return nfc(&c->row_memory, s);
	struct import_error e = { .code = IMPORT_CONTROL_CHARACTER, .piece = s };
	if (fault == TEXT_BROKEN)
		e = (struct import_error){ .code = IMPORT_BROKEN_TEXT,
			.piece = bad_bytes(&c->row_memory, s) };
	e.line = c->row_line;
	e.field = column == NOTE ? S("source") : c->columns[column].name;
	import_error_add(c->errors, e);
	if (column != NOTE)
		c->bad_mask |= UINT64_C(1) << column;
	return (struct str){ 0 };
}

/* False when it is one too many. */
static bool count_row(struct csv *c)
{
	if (c->rows == LIMIT_CSV_ROWS) {
		csv_error(c, SIZE_MAX,
			(struct import_error){ .code = IMPORT_TOO_MANY_ROWS, .n = LIMIT_CSV_ROWS });
		c->stopped = true;
		return false;
	}
	c->rows++;
	return true;
}

/* The fields of c->line, each at its place. False when there is no row in it to work on. */
static bool place_fields(struct csv *c)
{
	struct str fields[LIMIT_CSV_COLUMNS];
	size_t count = split(c, fields);
	bool blank = true;

	for (size_t i = 0; i < count && i < LIMIT_CSV_COLUMNS; i++)
		blank &= fields[i].n == 0;
	if (blank && count <= LIMIT_CSV_COLUMNS)
		return false;
	if (!count_row(c))
		return false;
	if (count != c->width) {
		csv_error(c, SIZE_MAX,
			(struct import_error){
				.code = IMPORT_FIELD_COUNT, .n = (int64_t)count, .m = (int64_t)c->width });
		return false;
	}
	for (size_t i = 0; i < count; i++) {
		struct str s = check_field(c, c->place[i], fields[i]);
		*(c->place[i] == NOTE ? &c->note : &c->field[c->place[i]]) = s;
	}
	return true;
}

const struct fault *csv_next(struct csv *c, bool *more)
{
	while (!c->stopped) {
		struct scan scan = { 0 };
		bool any = read_row(c, &scan);
		TRY(c->text.fault);
		check_size(c);
		c->stopped |= !any;
		if (c->stopped)
			break;
		arena_reset(&c->row_memory);
		c->bad_mask = 0;
		memset(c->field, 0, c->column_count * sizeof c->field[0]);
		c->note = (struct str){ 0 };
		if (scan.code) {
			if (count_row(c))
				report_row(c, &scan);
		} else if (place_fields(c)) {
			*more = true;
			return NULL;
		}
	}
	*more = false;
	return NULL;
}

void csv_close(struct csv *c)
{
	arena_free(&c->row_memory);
}

static const struct fault *read_memory(void *from, char *into, size_t cap, size_t *got)
{
	struct csv_memory *m = from;
	size_t n = m->step && m->step < cap ? m->step : cap;
	struct str piece = str_sub(m->rest, 0, n);

	if (piece.n)
		memcpy(into, piece.p, piece.n);
	m->rest = str_sub(m->rest, piece.n, m->rest.n);
	*got = piece.n;
	return NULL;
}

struct csv_source csv_from_memory(struct csv_memory *m)
{
	return (struct csv_source){ .read = read_memory, .from = m, .total = m->rest.n };
}
