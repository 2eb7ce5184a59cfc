#pragma once
/* A report as JSON (contract.md, "Figures"), as text for people, as CSV, as a statutory form. The report must
 * balance. */
#include "figures/figures_report.h"
#include "msg/messages.h"
#include "out/table_doc.h"

enum { ONLINE_SHARE_REQUIRED_PERCENT = 80 }; /* the article: "theo quy định phải đạt tối thiểu 80%" */

void figures_json(struct buf *out, const struct figure_report *r);
void figures_text(struct buf *out, enum lang lang, const struct figure_report *r);
/* One row per row of --by, or one for the whole; all cells as columns, named as in the JSON. */
void figures_csv(struct buf *out, const struct figure_report *r);
/* "Received" …: the words of a cell, without "of these". */
struct str figure_cell_label(enum lang lang, enum figure_cell c);
/* Those of several: "Early, On time". */
struct str figure_cells_label(struct arena *a, enum lang lang, struct figure_cells cells);
/* Form II.06 (TT 01/2020/TT-VPCP, 13 columns), its rows those of --by: fields in the form as it is
 * prescribed. synthetic: says so under the title. */
struct table_doc figures_form(struct arena *a, enum lang lang, const struct figure_report *r, bool synthetic);
/* That form as a file for spreadsheets. */
must_check const struct fault *figures_xlsx(
	struct arena *a, enum lang lang, const struct figure_report *r, bool synthetic, struct str *bytes);
/* And as pages to print and sign. */
must_check const struct fault *figures_pdf(
	struct arena *a, enum lang lang, const struct figure_report *r, bool synthetic, struct str *bytes);
