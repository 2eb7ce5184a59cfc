#include "app/record_types.h"
#include "dossier/dossier_sample_doc.h"
#include "record/record_doc.h"

/* MOTCUA_WRITE_DOCS=1 writes the page. */
TEST(the_published_page_is_the_tables_of_the_law)
{
	ARENA a = { 0 };
	struct buf page = { .a = &a };

	for (int i = 0; app_record_types[i]; i++)
		record_doc(&page, app_record_types[i]->kind);
	sample_check_doc(sample_doc(&a, "docs/records.md"), S("<!-- generated: begin -->\n"),
		S("<!-- generated: end -->\n"), buf_str(&page));
}

/* Sets of fields are bits, steps lead to one state, the first step makes a record. */
TEST(tables_keep_their_bounds)
{
	for (int i = 0; app_record_types[i]; i++) {
		const struct record_kind *k = app_record_types[i]->kind;

		CHECK((int)LIMIT_RECORD_FIELDS >= k->fields_n);
		CHECK_INT(k->verbs[0].from, 1);
		for (int v = 0; v < k->verbs_n; v++) {
			CHECK((k->verbs[v].to & (k->verbs[v].to - 1)) == 0);
			CHECK(k->verbs[v].roles != 0);
			CHECK(v == 0 || !(k->verbs[v].from & 1) ||
				k->verbs[v].from == 1); /* begins a record, or goes on */
		}
		for (int f = 0; f < k->fields_n; f++) {
			bool file = k->fields[f].kind == RECORD_FILE;

			CHECK(!file ||
				(k->fields[f].most < k->fields_n && k->fields[k->fields[f].most].sealed));
			CHECK(k->fields[f].kind != RECORD_LINE || k->fields[f].sealed ||
				k->fields[f].most <= 4000);
		}
	}
}
