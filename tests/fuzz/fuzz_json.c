/* Any bytes as JSON: reads it, skips through it, and what reads well can be written again and read the same.
 */
#include "base/utf8.h"
#include "json/canon.h"
#include "json/json_read.h"
#include "tests/fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str text = { (const char *)data, size };
	ARENA a = { 0 };
	struct json_reader r;
	struct json_token t, members[16];
	size_t tokens = 0, count = 0;

	json_begin(&r, &a, text);
	while (json_next(&r, &t)) {
		MUST(++tokens <= size);
		MUST(utf8_valid(t.text) && utf8_valid(t.key));
	}
	bool good = t.kind == JSON_END;
	MUST(good == (r.error == JSON_FINE));
	json_begin(&r, &a, text);
	if (json_next(&r, &t) && (t.kind == JSON_OBJECT || t.kind == JSON_ARRAY))
		MUST(json_skip(&r) == (r.error == JSON_FINE));
	MUST(!json_is_canonical(text) || good);
	if (json_read_flat(&a, text, members, COUNT(members), &count) != JSON_FINE)
		return 0;
	MUST(good);
	struct buf again = { .a = &a };
	struct json_out out = { .out = &again };
	struct json_token read[16];
	size_t read_count = 0;
	json_object(&out);
	for (size_t i = 0; i < count; i++)
		json_member_str(&out, members[i].key, members[i].text);
	json_end(&out);
	MUST(json_read_flat(&a, buf_str(&again), read, COUNT(read), &read_count) == JSON_FINE);
	MUST(read_count == count);
	for (size_t i = 0; i < count; i++)
		MUST(str_eq(read[i].key, members[i].key) && str_eq(read[i].text, members[i].text));
	return 0;
}
