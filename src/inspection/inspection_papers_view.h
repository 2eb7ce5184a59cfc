#pragma once
/* What the templates of documents show. */
#include "account/account_page.h"

struct inspection_paper_link {
	struct str label;
	bool is_draft;
	struct url pdf, odt; /* of the draft of an article both empty */
	struct url page;     /* of the draft of an article; else empty */
};
struct inspection_news_view {
	struct str unit, text;
	int64_t inspections;
	struct url back, file;
};
