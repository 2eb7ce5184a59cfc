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

void add_role_texts(struct buf *out, unsigned set)
{
	bool first = true;

	for (int r = 0; r < ROLE_N; r++) {
		if (!(set >> r & 1) || r == ROLE_SYSTEM)
			continue;
		buf_fmt(out, "%s%.*s", first ? "" : ", ", ARG(role_text((enum role)r)));
		first = false;
	}
}
