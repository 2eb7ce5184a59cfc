#pragma once
/* What the pages of staff share: the session's cookie, hashing with a bound, the frame. */
#include "account/account_page.h"
#include "account/session_store.h"
#include "http/form.h"
#include "http/route.h"
#include "site/site_web.h"

/* For struct gate: sessions by cookie, agencies by the catalogue. */
extern const struct gate_people staff_people;

/* A new token for the browser. */
struct str staff_new_token(struct request *rq);
void staff_set_cookie(struct request *rq, struct reply *r, struct str token);
void staff_drop_cookie(struct request *rq, struct reply *r);
/* The session of the request's cookie ends, if there is one; that of token begins. */
struct session_move staff_move(struct request *rq, struct str token);
/* As session_find(), with a connection of its own. */
must_check const struct fault *staff_session(
	struct request *rq, struct str token, const struct staff_session **out);
struct account_actor staff_actor(const struct request *rq);
must_check const struct fault *staff_run(struct request *rq, write_command *run, void *arg);

/* At most LIMIT_HASHES at one moment; others wait, and after a few seconds it is FAULT_BUSY. */
must_check const struct fault *staff_hash(struct request *rq, struct str password, struct str *hash);
must_check const struct fault *staff_matches(
	struct request *rq, struct str password, struct str hash, bool *matches);

/* The menu of staff is a table of sections (app/staff_menu.c), one row for each feature. */
struct staff_lines {
	const struct staff_line *list; /* in rq->a; a card shows at most STAFF_LINES */
	size_t n;
};
enum { STAFF_LINES = 6 };
struct staff_section {
	const char *path; /* of its first page, below STAFF_PATH; the pages below it are its own too */
	enum msg title, what;
	enum permission permission; /* who sees it, in the menu and as a card of the first screen */
	unsigned first_for;         /* ROLE_BIT: whose first screen its card stands on top of */
	/* What waits there for whoever is signed in, the most urgent first; NULL: nothing ever does. */
	const struct fault *(*waiting)(struct request *rq, struct staff_lines *out);
};
struct staff_menu {
	const struct staff_section *sections;
	size_t n;
};
/* The frame: the menu that whoever is signed in may see, with the section of rq->path marked. */
struct staff staff_of(struct request *rq);
/* The cards of the first screen; those for a role of one's own on top. */
must_check const struct fault *staff_cards(struct request *rq, struct desk_view *v);
struct page staff_page(struct request *rq, struct str title);
struct reply staff_reply(struct html_out *o, bool has_errors);
/* "Sở Mẫu A"; the whole province for "". */
struct str staff_agency_name(struct request *rq, const struct catalogue *c, struct str code);
/* Those in force today, or all. */
const struct role_line *staff_roles(struct request *rq, const struct grants *g, bool all, size_t *n);
/* The tree of agencies on the request's day. */
struct agency_scope staff_scope(struct request *rq);
/* A right at an agency, of whoever is signed in. */
bool staff_may_at(struct request *rq, enum permission p, struct str agency);
/* The first role out of a set of ROLE_BIT(…) that whoever is signed in holds today at that agency or above it
 * (agency "": for the whole province); ROLE_NOBODY when none. Delegated roles count, one's own come first. */
enum role staff_role_at(struct request *rq, unsigned roles, struct str agency);
/* As whom somebody acts with that role: for the law, and for the sealed part "actor" of a journal entry. */
struct staff_acting {
	enum role role;  /* as staff_role_at */
	int64_t account; /* the number of the account, and its name */
	struct str name;
	int64_t delegator; /* on whose behalf (thừa ủy quyền); 0: with a role of one's own */
	struct str delegator_name;
};
struct staff_acting staff_acting_at(struct request *rq, unsigned roles, struct str agency);
/* Canonical JSON for the sealed part: {account, name} and, under a delegation, {delegator, delegator_name};
 * in a demonstration also {synthetic}. */
struct str staff_actor_json(struct request *rq, const struct staff_acting *who);

/* The handlers of the route table. */
struct reply signin_get(struct request *rq);
struct reply signin_post(struct request *rq);
struct reply code_get(struct request *rq);
struct reply code_post(struct request *rq);
struct reply signout_post(struct request *rq);
struct reply signout_all_post(struct request *rq);
struct reply staff_home_get(struct request *rq);
struct reply own_get(struct request *rq);
struct reply password_get(struct request *rq);
struct reply password_post(struct request *rq);
struct reply delegations_get(struct request *rq);
struct reply delegations_post(struct request *rq);
struct reply totp_get(struct request *rq);
struct reply totp_post(struct request *rq);
struct reply people_get(struct request *rq);
struct reply person_new_get(struct request *rq);
struct reply person_new_post(struct request *rq);
struct reply people_import_get(struct request *rq);
struct reply people_import_post(struct request *rq);
struct reply holders_get(struct request *rq);
struct reply units_get(struct request *rq);
struct reply units_post(struct request *rq);
struct reply person_get(struct request *rq);
struct reply person_post(struct request *rq);
/* Whose account /lam-viec/tai-khoan/:number is. */
must_check const struct fault *person_agency(struct request *rq, struct str *agency, bool *found);
