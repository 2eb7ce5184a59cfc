#pragma once
/* What the page of open data shows. */
#include "html/html.h"

struct dataset_column_view {
	struct str name, meaning, type;
};
struct dataset_view {
	struct str id, title, what;
	struct url csv, json, page, api; /* page, api: may be empty */
	const struct dataset_column_view *columns;
	size_t columns_n;
	bool by_year;
};
struct opendata_view {
	const struct dataset_view *sets;
	size_t sets_n;
	struct str licence;
	struct url licence_to;
	instant updated;
	struct str contact;
	struct url contact_to;
	int64_t year;
};
