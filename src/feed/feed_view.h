#pragma once
/* What the map of the site shows. */
#include "html/html.h"

struct site_map_link {
	struct url to;
	struct str name;
};
struct site_map_view {
	const struct site_map_link *pages, *fields;
	size_t pages_n, fields_n;
};
