#pragma once
/* The table of form II.06: one row per field, procedure, agency or month. */
#include "figures/figures_ask_web.h"
#include "figures/figures_page.h"

/* One page of rows; each number leads to its dossiers. */
void figures_fill_table(struct request *rq, const struct figures_ask *ask, const struct figure_report *r,
	struct figure_table *t);
/* "linh-vuc" */
struct str figures_by_word(int by);
