#include "dossier/dossier_sample_doc.h"
#include "dossier/dossier_say.h"

/* MOTCUA_WRITE_DOCS=1 writes the page. */
TEST(the_published_page_is_the_table_of_the_law)
{
	ARENA a = { 0 };
	struct buf page = { .a = &a };

	dossier_doc(&page);
	sample_check_doc(sample_doc(&a, "docs/dossier-states.md"), S("<!-- generated: begin -->\n"),
		S("<!-- generated: end -->\n"), buf_str(&page));
}

/* A refusal is two sentences at least: what is wrong and what to do. */
TEST(refusals_say_what_to_do)
{
	for (int lang = LANG_VI; lang <= LANG_EN; lang++)
		for (int r = 1; r < DOSSIER_REFUSAL_N; r++) {
			struct str text =
				msg_text((enum lang)lang, dossier_refusal_msg((enum dossier_refusal)r));
			CHECK(str_ends(text, S(".")));
			size_t first = str_find(text, S(". ")), colon = str_find(text, S(": "));
			CHECK(first < text.n || colon < text.n);
		}
}
