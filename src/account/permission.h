#pragma once
/*
 * What a role may do: one table, used by the gate for every route (http/route.h) and printed nowhere else. An
 * auditor may read whatever anybody may read and change nothing but the own password. The finer rules, which
 * role takes which step of a file, are in the law of each feature.
 */
#include "account/role.h"
#include "base/date.h"

enum permission_kind {
	PERMISSION_NEVER,
	PERMISSION_FOR_ALL,    /* nobody has to sign in */
	PERMISSION_BY_ADDRESS, /* the operator's own machine; roles do not matter */
	PERMISSION_FOR_STAFF,  /* whoever is signed in, for the own account */
	PERMISSION_TO_READ,
	PERMISSION_TO_CHANGE,
};
/* clang-format off */
#define ROLES_OF_REFORM /* whose work inspections, plans, reports and scores are */ \
	(ROLE_BIT(HEAD_OF_UNIT) | ROLE_BIT(LEADER) | ROLE_BIT(PROVINCE_OFFICE) | ROLE_BIT(HOME_AFFAIRS) | \
		ROLE_BIT(INSPECTOR))
#define ROLES_OF_AGENCY (ROLES_OF_REFORM | ROLE_BIT(CLERK) | ROLE_BIT(OFFICER))
#define ROLES_OF_ARTICLES /* who write and approve them: ARTICLE_WRITERS, ARTICLE_APPROVERS */ \
	(ROLE_BIT(EDITOR) | ROLE_BIT(LEADER) | ROLE_BIT(PROVINCE_OFFICE) | ROLE_BIT(HOME_AFFAIRS))
#define ROLES_OF_FEEDBACK /* who receives, handles, answers, publishes it */ \
	(ROLE_BIT(CLERK) | ROLE_BIT(OFFICER) | ROLE_BIT(HEAD_OF_UNIT) | ROLE_BIT(LEADER) | ROLE_BIT(PROVINCE_OFFICE) | \
		ROLE_BIT(EDITOR))
#define ROLES_OF_PLANS (ROLES_OF_REFORM & ~ROLE_BIT(INSPECTOR))
#define ROLES_OF_TEXTS /* who publishes documents */ \
	(ROLE_BIT(EDITOR) | ROLE_BIT(PROVINCE_OFFICE) | ROLE_BIT(HOME_AFFAIRS))
#define ROLES_OF_CONTACTS \
	(ROLE_BIT(EDITOR) | ROLE_BIT(HEAD_OF_UNIT) | ROLE_BIT(LEADER) | ROLE_BIT(PROVINCE_OFFICE))
/* There is no default: MISSING is refused by gate_check(). OPERATIONS: the peer is a loopback address and no
 * proxy stands between. */
#define PERMISSIONS(X) /* name, kind, roles that have it */ \
	X(MISSING,        NEVER,      0)                      \
	X(PUBLIC,         FOR_ALL,    0)                      \
	X(OPERATIONS,     BY_ADDRESS, 0)                      \
	X(OWN_ACCOUNT,    FOR_STAFF,  0)                      \
	X(ACCOUNT_READ,   TO_READ,    ROLE_BIT(ADMINISTRATOR)) \
	X(ACCOUNT_CHANGE, TO_CHANGE,  ROLE_BIT(ADMINISTRATOR)) \
	X(PLAN_READ,      TO_READ,    ROLES_OF_AGENCY)        \
	X(PLAN_CHANGE,    TO_CHANGE,  ROLES_OF_PLANS)         \
	X(INSPECTION_READ, TO_READ,   ROLES_OF_REFORM)        \
	X(INSPECTION_CHANGE, TO_CHANGE, ROLES_OF_REFORM)      \
	X(REPORT_READ,    TO_READ,    ROLES_OF_AGENCY)        \
	X(REPORT_CHANGE,  TO_CHANGE,  ROLES_OF_PLANS)         \
	X(SCORE_READ,     TO_READ,    ROLES_OF_AGENCY)        \
	X(SCORE_CHANGE,   TO_CHANGE,  ROLES_OF_REFORM)        \
	X(LEGAL_READ,     TO_READ,    ROLES_OF_TEXTS)         \
	X(LEGAL_CHANGE,   TO_CHANGE,  ROLES_OF_TEXTS)         \
	X(AGENCY_READ,    TO_READ,    ROLES_OF_REFORM)        \
	X(ARTICLE_READ,   TO_READ,    ROLES_OF_ARTICLES)      \
	X(ARTICLE_CHANGE, TO_CHANGE,  ROLES_OF_ARTICLES)      \
	X(FEEDBACK_READ,  TO_READ,    ROLES_OF_FEEDBACK)      \
	X(FEEDBACK_CHANGE, TO_CHANGE, ROLES_OF_FEEDBACK)      \
	X(CONTACT_READ,   TO_READ,    ROLES_OF_CONTACTS)      \
	X(CONTACT_CHANGE, TO_CHANGE,  ROLES_OF_CONTACTS)      \
	X(SETTING_READ,   TO_READ,    ROLE_BIT(ADMINISTRATOR)) \
	X(SETTING_CHANGE, TO_CHANGE,  ROLE_BIT(ADMINISTRATOR))
/* clang-format on */
#define X(name, kind, roles) PERMISSION_##name,
enum permission { PERMISSIONS(X) PERMISSION_N };
#undef X

enum permission_kind permission_kind(enum permission p);
/* Roles that a person can be given: not "nobody", an applicant or a program. */
bool role_is_staff(enum role r);
/* Whether somebody with that role may. ROLE_NOBODY is somebody who is not signed in. */
bool role_may(enum role r, enum permission p);

/* A role held at an agency or unit and everything below it, for a time. */
struct grant {
	enum role role;
	struct str agency; /* its code; empty: the whole province */
	daynum from, to;   /* DAYNUM_NONE: since ever, until further notice */
	int64_t delegator; /* the account that lends it while absent; 0: it is one's own */
	struct str delegator_name;
};
struct grants {
	const struct grant *list;
	size_t n;
};
bool grant_is_in_force(const struct grant *g, daynum day);
/* A role in force lets do it, somewhere. */
bool grants_may(const struct grants *g, daynum day, enum permission p);
/* The tree of agencies as the law sees it: whether agency is root or below it. Never asked for an empty root.
 */
struct agency_scope {
	bool (*is_within)(const void *tree, struct str agency, struct str root);
	const void *tree;
};
/* The same at that agency; empty: something of the whole province, so only a role for the whole province will
 * do. */
bool grants_may_at(const struct grants *g, daynum day, enum permission p, struct str agency,
	const struct agency_scope *scope);
/* By which of them it is so: one's own before a delegated one. agency NULL: anywhere. NULL: by none. */
const struct grant *grants_by(const struct grants *g, daynum day, enum permission p, const struct str *agency,
	const struct agency_scope *scope);
/* The first role out of a set (ROLE_BIT) that is in force at that agency: one's own before a delegated one,
 * then in the order of ROLES. NULL: none. */
const struct grant *grants_role_at(const struct grants *g, daynum day, unsigned roles, struct str agency,
	const struct agency_scope *scope);
/* All roles in force, wherever, as a set. */
unsigned grants_roles(const struct grants *g, daynum day);
/* A role in force is held anywhere. */
bool grants_have(const struct grants *g, daynum day, enum role r);
