#include "account/role.h"

#define X(name, text) [ROLE_##name] = S_INIT(text),
static const struct str texts[ROLE_N] = { ROLES(X) };
#undef X

struct str role_text(enum role r)
{
	assert(r < ROLE_N);
	return texts[r];
}

bool role_from(struct str text, enum role *out)
{
	for (int r = 0; r < ROLE_N; r++)
		if (str_eq(texts[r], text)) {
			*out = (enum role)r;
			return true;
		}
	return false;
}
