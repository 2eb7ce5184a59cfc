#include "document/fill.h"

static const struct str opening = S_INIT("«"), closing = S_INIT("»");

static bool is_name(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (!((s.p[i] >= 'a' && s.p[i] <= 'z') || (s.p[i] >= '0' && s.p[i] <= '9') || s.p[i] == '_'))
			return false;
	return s.n > 0;
}

static const struct fill_value *find(struct str name, const struct fill_value *values, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (str_eq(values[i].name, name))
			return &values[i];
	return NULL;
}

/* The place that s begins with; 0 bytes when it is only a quotation. */
static size_t place_bytes(struct str s, struct str *name)
{
	size_t end = str_find(s, closing);

	*name = str_trim(str_sub(s, opening.n, end));
	return end < s.n && is_name(*name) ? end + closing.n : 0;
}

struct fill document_fill(struct arena *a, struct str template, const struct fill_value *values, size_t n)
{
	struct fill f = { .unknown_n = 0 };
	struct buf out = { .a = a };

	while (template.n) {
		size_t at = str_find(template, opening);
		struct str name;

		buf_add(&out, str_sub(template, 0, at));
		template = str_sub(template, at, template.n);
		if (!template.n)
			break;
		size_t bytes = place_bytes(template, &name);
		const struct fill_value *value = bytes ? find(name, values, n) : NULL;

		if (bytes && !value && !f.unknown_n++)
			f.unknown = name;
		bytes = bytes ? bytes : opening.n;
		buf_add(&out, value ? value->text : str_sub(template, 0, bytes));
		template = str_sub(template, bytes, template.n);
	}
	f.text = buf_str(&out);
	return f;
}
