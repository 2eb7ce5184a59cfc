/* Any text as Markdown: what is written of it is HTML of the few kinds that an article has, and looking for
 * faults in it ends. */
#include "base/utf8.h"
#include "markdown/markdown_lint.h"
#include "markdown/markdown_testing.h"
#include "markdown/markdown_web.h"
#include "tests/fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str text = { (const char *)data, size };
	const struct markdown_shown pictures[] = { { .alt = S("Hai người"), .caption = S("Buổi làm việc") },
		{ .is_empty = true, .caption = S("Không có ảnh") } };
	ARENA a = { 0 };
	size_t n;

	if (!utf8_valid(text))
		return 0;
	struct markdown m = markdown_read(&a, text);
	const struct markdown_piece *pieces = markdown_pieces(&a, &m, &n);

	MUST(m.n <= LIMIT_MARKDOWN_STEPS);
	for (size_t i = 0; i < n; i++) {
		MUST(pieces[i].picture > 0 || !markdown_suspect(pieces[i].markup.s));
		MUST(pieces[i].picture == 0 || !pieces[i].markup.s.n);
	}
	struct markdown_findings found = markdown_lint(&a, &m, pictures, COUNT(pictures));

	MUST(found.n <= LIMIT_MARKDOWN_FINDINGS && utf8_valid(markdown_words(&a, &m)));
	return 0;
}
