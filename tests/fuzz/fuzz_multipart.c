/* Any bytes as the body of a form with files, the boundary among them: what is read lies within the body, and
 * written again it reads the same. */
#include "base/limits.h"
#include "base/utf8.h"
#include "http/multipart.h"
#include "tests/fuzz/fuzz.h"

static void write_again(struct buf *b, struct str boundary, const struct multipart *m)
{
	for (size_t i = 0; i < m->n; i++) {
		const struct multipart_part *p = &m->parts[i];

		buf_fmt(b, "--%.*s\r\nContent-Disposition: form-data; name=\"%.*s\"", ARG(boundary),
			ARG(p->name));
		if (p->is_file)
			buf_fmt(b, "; filename=\"%.*s\"", ARG(p->file));
		buf_add(b, S("\r\n\r\n"));
		buf_add(b, p->bytes);
		buf_add(b, S("\r\n"));
	}
	buf_fmt(b, "--%.*s--\r\n", ARG(boundary));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str rest = { (const char *)data, size }, type, boundary;
	ARENA a = { 0 };
	struct buf b = { .a = &a };
	struct multipart m, same;

	if (!str_cut(&rest, '\n', &type) || !multipart_boundary(type, &boundary) ||
		!multipart_read(&a, boundary, rest, &m))
		return 0;
	MUST(m.n <= LIMIT_MULTIPART_PARTS);
	for (size_t i = 0; i < m.n; i++) {
		MUST(m.parts[i].name.n && utf8_valid(m.parts[i].name) && utf8_valid(m.parts[i].file));
		MUST(m.parts[i].bytes.p >= rest.p &&
			m.parts[i].bytes.p + m.parts[i].bytes.n <= rest.p + rest.n);
		if (str_find_char(m.parts[i].name, '"') < m.parts[i].name.n ||
			str_find_char(m.parts[i].file, '"') < m.parts[i].file.n)
			return 0; /* without quotation marks around it: cannot be written back with them */
	}
	write_again(&b, boundary, &m);
	MUST(multipart_read(&a, boundary, buf_str(&b), &same) && same.n == m.n);
	for (size_t i = 0; i < m.n; i++)
		MUST(str_eq(m.parts[i].name, same.parts[i].name) &&
			str_eq(m.parts[i].bytes, same.parts[i].bytes));
	return 0;
}
