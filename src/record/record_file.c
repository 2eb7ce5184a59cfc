#include "record/record_file.h"
#include "base/hash.h"

enum { HASH_CHARS = 2 * SHA256_BYTES, ZIP_NAME_AT = 30, WEBP_AT = 8 };
#define ODF "mimetypeapplication/vnd.oasis.opendocument."
#define OOXML "application/vnd.openxmlformats-officedocument."

static bool holds(struct str bytes, const char *text)
{
	return str_find(bytes, str_of(text)) < bytes.n;
}

/* Files of offices are zips. ODF: the first one in it is its media type (ODF 1.3 part 2, 3.3). OOXML: it has
 * a list of its parts, and the main one of its kind. One with macros is refused. */
static const struct record_file_type *office_type(struct str bytes)
{
	static const struct record_file_type
		odt = { "odt", S_INIT("application/vnd.oasis.opendocument.text") },
		ods = { "ods", S_INIT("application/vnd.oasis.opendocument.spreadsheet") },
		docx = { "docx", S_INIT(OOXML "wordprocessingml.document") },
		xlsx = { "xlsx", S_INIT(OOXML "spreadsheetml.sheet") };
	struct str first = str_sub(bytes, ZIP_NAME_AT, bytes.n);

	if (str_starts(first, S(ODF "text")))
		return holds(bytes, "Basic/script-lc.xml") ? NULL : &odt;
	if (str_starts(first, S(ODF "spreadsheet")))
		return holds(bytes, "Basic/script-lc.xml") ? NULL : &ods;
	if (!holds(bytes, "[Content_Types].xml") || holds(bytes, "vbaProject.bin"))
		return NULL;
	if (holds(bytes, "word/document.xml"))
		return &docx;
	return holds(bytes, "xl/workbook.xml") ? &xlsx : NULL;
}

const struct record_file_type *record_file_type(struct str bytes)
{
	static const struct record_file_type pdf = { "pdf", S_INIT("application/pdf") },
					     png = { "png", S_INIT("image/png") },
					     jpeg = { "jpg", S_INIT("image/jpeg") },
					     webp = { "webp", S_INIT("image/webp") };

	if (str_starts(bytes, S("%PDF-")))
		return &pdf;
	if (str_starts(bytes, S("\x89PNG\r\n\x1a\n")))
		return &png;
	if (str_starts(bytes, S("\xff\xd8\xff")))
		return &jpeg;
	if (str_starts(bytes, S("RIFF")) && str_starts(str_sub(bytes, WEBP_AT, bytes.n), S("WEBP")))
		return &webp;
	return str_starts(bytes, S("PK\x03\x04")) ? office_type(bytes) : NULL;
}

struct record_refusal record_file_check(struct str bytes, int field)
{
	if (!bytes.n)
		return RECORD_REFUSED_AT(MSG_record_file_empty, field);
	if (bytes.n > LIMIT_RECORD_FILE_BYTES)
		return RECORD_REFUSED_AT(MSG_record_file_too_large, field);
	if (!record_file_type(bytes))
		return RECORD_REFUSED_AT(MSG_record_file_type, field);
	return RECORD_FINE;
}

struct str record_file_hash(struct arena *a, struct str bytes)
{
	struct sha256 hash = sha256_of((struct str){ 0 }, bytes);
	struct buf b = { .a = a };

	add_hex(&b, (struct str){ (const char *)hash.b, sizeof hash.b });
	return buf_str(&b);
}

bool record_file_hash_valid(struct str text)
{
	for (size_t i = 0; i < text.n; i++)
		if (!(text.p[i] >= '0' && text.p[i] <= '9') && !(text.p[i] >= 'a' && text.p[i] <= 'f'))
			return false;
	return text.n == HASH_CHARS;
}

int record_file_field(const struct record_kind *k, int verb)
{
	uint64_t set = k->verbs[verb].needed | k->verbs[verb].other;

	for (int f = 0; f < k->fields_n; f++)
		if ((set & RECORD_FIELD_BIT(f)) && k->fields[f].kind == RECORD_FILE)
			return f;
	return RECORD_NO_FIELD;
}

int record_file_name_field(const struct record_kind *k, int verb)
{
	int f = record_file_field(k, verb);

	return f == RECORD_NO_FIELD ? f : (int)k->fields[f].most;
}
