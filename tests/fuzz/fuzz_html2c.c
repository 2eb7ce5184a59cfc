/* Any template ends in C or in one complaint with its line. */
#include "tests/fuzz/fuzz.h"
#include "tools/html2c.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	ARENA a = { 0 };
	struct html2c_output out;
	struct str text = { (const char *)data, size };

	if (size && data[0] != '{') /* most input is the inside of a template */
		text = str_fmt(&a, "{{ define x(struct html_out *o) }}%.*s{{ end }}", ARG(text));
	html2c_compile(&a, S("x.html"), text, S("x_html.h"), &out);
	MUST(!complained(&out.error) ||
		(str_starts(out.error.text, S("x.html:")) && str_ends(out.error.text, S("\n"))));
	return 0;
}
