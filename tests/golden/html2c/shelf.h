#pragma once
/* What the fixture shelf.html shows. */
#include "html/html.h"

struct book {
	int64_t id, pages, price;
	struct str title;
	daynum bought;
	instant read;
	double share;
	bool lent;
};
struct shelf {
	struct str name;
	struct url home;
	const struct book *books;
	size_t count;
};
