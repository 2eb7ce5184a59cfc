#pragma once
/* Delegations in the database: commands of the writer, each with its lines in the audit table, one for each
 * of the two accounts. What is lent arrives with the grants of account_load(). */
#include "account/account_store.h"
#include "account/delegation.h"

struct delegation_adding {
	struct account_actor by; /* by.account is the delegator */
	struct str delegate;     /* login */
	struct grant what;       /* role, agency, days */
	struct str reason;
	const struct agency_scope *scope;
	enum delegation_refusal refusal;
	int64_t number;
};
must_check const struct fault *delegation_add(struct write *w, void *delegation_adding);

struct delegation_revoking {
	struct account_actor by; /* one of the two */
	int64_t number;
	enum delegation_refusal refusal;
};
must_check const struct fault *delegation_revoke(struct write *w, void *delegation_revoking);

struct delegation {
	int64_t number, delegator, delegate;
	struct str delegator_name, delegate_name;
	struct grant what;
	struct str reason;
	instant made_at, revoked_at; /* INSTANT_NONE: not revoked */
};
/* Those that an account gave or got, the newest first, at most LIMIT_PAGE_ROWS, in db->a. */
must_check const struct fault *delegations_of(
	struct db *db, int64_t account, const struct delegation **out, size_t *n);

/* Something was done with a delegated role: a line for each of the two. what: "POST /lam-viec/…", the route's
 * pattern. */
struct delegation_use {
	struct account_actor by;
	struct grant with;
	struct str what;
};
must_check const struct fault *delegation_use(struct write *w, void *delegation_use);
