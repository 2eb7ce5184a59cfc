#pragma once
/* Who acts. A role is public (it stands in the journal); the person behind it is not. */
#include "base/base.h"

/* clang-format off */
#define ROLES(X) /* name, text in the journal */ \
	X(NOBODY,          "")                \
	X(APPLICANT,       "applicant")       \
	X(CLERK,           "clerk")           \
	X(OFFICER,         "officer")         \
	X(HEAD_OF_UNIT,    "head_of_unit")    \
	X(LEADER,          "leader")          \
	X(PROVINCE_OFFICE, "province_office") \
	X(HOME_AFFAIRS,    "home_affairs")    \
	X(INSPECTOR,       "inspector")       \
	X(EDITOR,          "editor")          \
	X(ADMINISTRATOR,   "administrator")   \
	X(AUDITOR,         "auditor")         \
	X(SYSTEM,          "system") /* an import, the demo: a program acted */
/* clang-format on */

#define X(name, text) ROLE_##name,
enum role { ROLES(X) ROLE_N };
#undef X
/* A set of roles: the bit of each. */
#define ROLE_BIT(name) (1u << ROLE_##name)

struct str role_text(enum role r);
/* Those of a set of ROLE_BIT(…), without ROLE_SYSTEM, as texts with commas: for documents. */
void add_role_texts(struct buf *out, unsigned set);
must_check bool role_from(struct str text, enum role *out);
