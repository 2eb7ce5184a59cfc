/* Any two catalogues end in C or in one complaint with its line. */
#include "tests/fuzz/fuzz.h"
#include "tools/msgc.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	ARENA a = { 0 };
	struct buf c = { .a = &a }, h = { .a = &a };
	struct complaint error = { .a = &a };
	struct str text = { (const char *)data, size };
	size_t cut = str_find_char(text, '\f');
	bool alike = cut == text.n; /* one catalogue for both languages finds the way to the writer */
	const struct msg_file files[] = { { S("x.vi.msg"), str_sub(text, 0, cut) },
		{ S("x.en.msg"), alike ? text : str_sub(text, cut + 1, text.n) } };

	msgc_compile(&a, files, COUNT(files), &h, &c, &error);
	MUST(!complained(&error) || (str_starts(error.text, S("x.")) && str_ends(error.text, S("\n"))));
	return 0;
}
