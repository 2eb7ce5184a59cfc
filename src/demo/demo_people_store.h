#pragma once
/*
 * Accounts to try the demonstration with: one for each role, people who do not exist, and a password and an
 * authenticator that everybody may know. They are made in a province that is marked as synthetic and nowhere
 * else.
 */
#include "account/role.h"
#include "province/province.h"

#define DEMO_PASSWORD "Tinh-minh-hoa-2022"
#define DEMO_TOTP_SECRET "motcua minh hoa 2022" /* 20 bytes; the administrator's */
struct demo_person {
	struct str login, name;
	enum role role;
	struct str agency, role_agency; /* as found by catalogue_match_agency; empty: the whole province */
};
extern const struct demo_person demo_people[];
extern const size_t demo_people_n;

/* Makes them, or as they were at first again: password, authenticator, role, neither locked nor disabled.
 * Does nothing in a province that is not synthetic. */
must_check const struct fault *demo_people_make(struct province *p, struct arena *a);
