#pragma once
/* For tests of pages: a small province in a temporary directory, and asking its handlers through the gate. */
#include "dossier/dossier_store.h"
#include "http/route.h"
#include "site/site_web.h"
#include "tests/t.h"

struct site {
	struct arena a;
	struct app app;
	struct gate gate;
	const char *dir;
	instant now;
	struct str hash; /* of the password of test_person (account/people_testing.h), made once: it takes
			    long */
};
/* Two departments ("Sở Mẫu A" with a division, "Sở Mẫu B"), four procedures, the holidays of 2022 and 2023
 * around New Year. The clock says 2022-12-23 09:00, a Friday. */
must_check const struct fault *site_open(struct site *s, const struct route *routes, size_t n);
void site_close(struct site *s);
#define SITE cleanup_with(site_close) struct site

/* Dossier `code` of procedure A.1 at agency SMA: accepted at a minute ("2022-10-03 09:00"), ended at another
 * one; "" for not yet. */
must_check const struct fault *site_add_dossier(
	struct site *s, const char *code, const char *accepted, const char *ended);
/* Folds the journal into the figures. */
must_check const struct fault *site_follow(struct site *s);
/* GET of a path with query; in English with lang=en. */
struct reply site_get(struct site *s, const char *target);
bool site_has(const struct reply *r, const char *text);
