#pragma once
/* What the page of settings shows. */
#include "account/account_page.h"
#include "setting/portal_setting.h"
#include "site/site.h"

struct setting_input {
	struct str id, label, value;
	bool wrong;
	const struct choice *choices; /* choices_n 0: typed */
	size_t choices_n;
};
struct setting_page_view {
	struct setting_input inputs[PORTAL_SETTING_N];
	int wrong_n;
	bool saved;
};
