#pragma once
/* What an address asks of the figures: the same question in the words of the pages and of the API. */
#include "figures/figures_report.h"
#include "site/site_web.h"

enum figures_words { FIGURES_PAGE, FIGURES_API }; /* co-quan, tu, den, theo … or agency, from, to, by … */
enum figures_format { FIGURES_JSON, FIGURES_CSV, FIGURES_XLSX };
/* Strings as they were sent, for links and forms. */
struct figures_ask {
	struct str agency, as_of, known_at, cell_name, row;
	daynum from, to;
	int by, format;
	int64_t page;
	/* What follows from them. */
	struct figure_request request;
	struct figure_cells cells;
	struct agency_choice choice;
	struct str problem; /* what is wrong and what to do; empty when all is well */
};
struct figures_ask figures_asked(
	struct request *rq, const struct catalogue *c, enum figures_words words, enum figure_by by);
/* path with the question, without cell, row and page. */
struct url figures_url(
	struct request *rq, const struct figures_ask *ask, struct url path, enum figures_words words);
