#include "http/multipart.h"
#include "http/http.h"
#include "base/limits.h"
#include "base/utf8.h"

enum { BOUNDARY_CHARS = 70 };

static bool is_letter_or_digit(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/* RFC 2046 5.1.1, without the blank, which nobody uses. */
static bool is_boundary(struct str s)
{
	static const char marks[] = "'()+_,-./:=?";

	for (size_t i = 0; i < s.n; i++)
		if (!is_letter_or_digit(s.p[i]) && !memchr(marks, s.p[i], sizeof marks - 1))
			return false;
	return s.n > 0 && s.n <= BOUNDARY_CHARS;
}

/* Takes `key=value` or `key="value"` off *rest, which then begins behind it. A quoted value ends at the next
 * quotation mark: browsers write one within it as %22. */
static bool take_parameter(struct str *rest, struct str *key, struct str *value)
{
	size_t equals = str_find_char(*rest, '=');

	*key = str_trim(str_sub(*rest, 0, equals));
	*rest = str_sub(*rest, equals + 1, rest->n);
	if (!key->n || equals == 0)
		return false;
	bool quoted = str_starts(*rest, S("\""));

	*rest = str_sub(*rest, quoted, rest->n);
	size_t end = str_find_char(*rest, quoted ? '"' : ';');

	if (quoted && end == rest->n)
		return false;
	*value = str_sub(*rest, 0, end);
	*rest = str_trim(str_sub(*rest, end + quoted, rest->n));
	return true;
}

/* The parameters of a header's value one after the other; "; a=b; c=d" without its first word. */
static bool next_parameter(struct str *rest, struct str *key, struct str *value)
{
	if (!str_starts(*rest, S(";")))
		return false;
	*rest = str_trim(str_sub(*rest, 1, rest->n));
	return take_parameter(rest, key, value);
}

bool multipart_boundary(struct str content_type, struct str *boundary)
{
	size_t first = str_find_char(content_type, ';');
	struct str rest = str_sub(content_type, first, content_type.n), key, value;
	int boundaries = 0;

	if (!str_eq_nocase(str_trim(str_sub(content_type, 0, first)), S("multipart/form-data")))
		return false;
	while (rest.n) {
		if (!next_parameter(&rest, &key, &value))
			return false;
		if (!str_eq_nocase(key, S("boundary")))
			continue;
		*boundary = value;
		boundaries++;
	}
	return boundaries == 1 && is_boundary(*boundary);
}

/* name="…" and filename="…", each at most once, and nothing else. */
static bool read_disposition(struct str value, struct multipart_part *part)
{
	size_t first = str_find_char(value, ';');
	struct str rest = str_sub(value, first, value.n), key, text;

	if (!str_eq_nocase(str_trim(str_sub(value, 0, first)), S("form-data")))
		return false;
	while (rest.n) {
		if (!next_parameter(&rest, &key, &text) || text.n > LIMIT_MULTIPART_NAME_BYTES)
			return false;
		bool is_name = str_eq_nocase(key, S("name")), is_file = str_eq_nocase(key, S("filename"));

		if ((!is_name && !is_file) || (is_name && part->name.n) || (is_file && part->is_file))
			return false;
		*(is_name ? &part->name : &part->file) = text;
		part->is_file |= is_file;
	}
	return part->name.n > 0;
}

/* One line of a part's head; *dispositions counts those that name it. */
static bool read_line(struct str line, struct multipart_part *part, int *dispositions)
{
	size_t colon = str_find_char(line, ':');
	struct str name = str_sub(line, 0, colon), value = str_trim(str_sub(line, colon + 1, line.n));

	if (colon == 0 || colon == line.n || text_check(line, line.n, TEXT_ONE_LINE) != TEXT_FINE)
		return false;
	if (str_eq_nocase(name, S("Content-Transfer-Encoding")))
		return str_eq_nocase(value, S("binary")) || str_eq_nocase(value, S("8bit")) ||
		       str_eq_nocase(value, S("7bit"));
	if (!str_eq_nocase(name, S("Content-Disposition")))
		return true;
	return ++*dispositions == 1 && read_disposition(value, part);
}

/* Takes the head of a part off *rest. */
static bool read_head(struct str *rest, struct multipart_part *part)
{
	struct str within = str_sub(*rest, 0, LIMIT_MULTIPART_HEAD_BYTES);
	size_t end = str_find(within, S("\r\n\r\n"));
	struct str head = str_sub(within, 0, end);
	int dispositions = 0;

	if (end == within.n)
		return false;
	*rest = str_sub(*rest, end + S("\r\n\r\n").n, rest->n);
	while (head.n) {
		size_t at = str_find(head, S("\r\n"));

		if (!read_line(str_sub(head, 0, at), part, &dispositions))
			return false;
		head = str_sub(head, at + S("\r\n").n, head.n);
	}
	return dispositions == 1;
}

/* Where the delimiter, which begins with CR, stands next; s.n: nowhere. */
static size_t find_delimiter(struct str s, struct str delimiter)
{
	for (size_t i = 0; i < s.n; i++) {
		i += str_find_char(str_sub(s, i, s.n), '\r');
		if (str_starts(str_sub(s, i, s.n), delimiter))
			return i;
	}
	return s.n;
}

static bool is_known(const struct multipart *m, struct str name)
{
	for (size_t i = 0; i < m->n; i++)
		if (str_eq(m->parts[i].name, name))
			return true;
	return false;
}

/* Takes the part off *rest, which begins behind its boundary's line and then behind the next boundary. */
static bool read_part(struct str *rest, struct str delimiter, struct multipart_part *part)
{
	if (!read_head(rest, part))
		return false;
	size_t end = find_delimiter(*rest, delimiter);

	if (end == rest->n)
		return false;
	part->bytes = str_sub(*rest, 0, end);
	*rest = str_sub(*rest, end + delimiter.n, rest->n);
	return true;
}

bool multipart_read(struct arena *a, struct str boundary, struct str body, struct multipart *out)
{
	struct multipart_part *parts = NEW_ARRAY(a, struct multipart_part, LIMIT_MULTIPART_PARTS);
	struct buf b = { .a = a };
	struct str rest = body;
	size_t text_bytes = 0;

	*out = (struct multipart){ parts, 0 };
	buf_add(&b, S("\r\n--"));
	buf_add(&b, boundary);
	struct str delimiter = buf_str(&b), first = str_sub(delimiter, S("\r\n").n, delimiter.n);

	if (!str_starts(rest, first))
		return false;
	rest = str_sub(rest, first.n, rest.n);
	while (str_starts(rest, S("\r\n"))) {
		struct multipart_part part = { 0 };

		rest = str_sub(rest, S("\r\n").n, rest.n);
		if (out->n == LIMIT_MULTIPART_PARTS || !read_part(&rest, delimiter, &part) ||
			is_known(out, part.name))
			return false;
		text_bytes += part.is_file ? 0 : part.bytes.n;
		if (text_bytes > LIMIT_MULTIPART_TEXT_BYTES)
			return false;
		parts[out->n++] = part;
	}
	return str_eq(rest, S("--")) || str_eq(rest, S("--\r\n"));
}
