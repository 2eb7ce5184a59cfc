#pragma once
/* What the templates of this folder need beside portal.h. */
#include "base/limits.h"
#include "portal/asset_web.h"
#include "portal/portal.h"

/* What an error page says. */
struct error_words {
	int status;
	enum msg title, what;
	struct str detail, id;
	bool offers_search, offers_back;
};
