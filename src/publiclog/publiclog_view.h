#pragma once
/* What the page of the journal shows. */
#include "base/date.h"
#include "html/html.h"

struct publiclog_kind {
	struct str name, shown, sealed;
};
struct publiclog_entry {
	bool asked, found;
	struct str typed, problem;
	int64_t position;
	struct str kind, hash, bytes; /* bytes empty: the matter is not public */
	instant recorded;
	bool has_before, has_next;
	struct url before, next;
};
struct publiclog_view {
	int64_t size;
	struct str root;
	instant newest;
	const struct publiclog_kind *kinds;
	size_t kinds_n;
	struct publiclog_entry entry;
};
