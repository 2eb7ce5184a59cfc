#pragma once
/* For tests of pages of staff: a browser with a cookie, people with roles, and the whole route table. */
#include "account/staff_web.h"
#include "site/site_testing.h"

#define TEST_PASSWORD "Trau-den-9-con"

struct browser {
	struct site *site;
	struct str cookie; /* the value of the session's */
	struct str token;  /* the newest form token seen on a page */
	struct reply last;
};
/* An account that needs nothing more: its own password, and an authenticator when it is an administrator. Its
 * number. */
int64_t test_person(struct site *s, const char *login, enum role role, const char *agency);
/* The cookie of a session that test_person began for it. */
struct str test_cookie(struct site *s, const char *login);
/* One that has to change its password still. */
int64_t test_newcomer(struct site *s, const char *login);
/* A browser of somebody new with that role, signed in. */
struct browser test_somebody(struct site *s, const char *login, enum role role, const char *agency);
/* The code that the authenticator of test_person shows now. */
struct str test_code(struct site *s);
extern const struct str test_secret;

int get(struct browser *b, const char *target);
/* With the newest form token; fields are "name=value&…", percent-encoded. */
int post(struct browser *b, const char *target, const char *fields);
/* Without it. */
int post_bare(struct browser *b, const char *target, const char *fields);
/* A body of another type: forms with files. */
int post_typed(struct browser *b, const char *target, struct str type, struct str body);
/* The whole way in; false when it did not lead to the desk. */
bool enter(struct browser *b, const char *login);
bool shows(const struct browser *b, const char *text);
/* Where the last reply leads. */
struct str leads_to(const struct browser *b);
/* The page that it leads to: without what stands behind '?'. */
const char *page_led_to(struct browser *b);
