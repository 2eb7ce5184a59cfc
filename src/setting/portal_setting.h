#pragma once
/*
 * What the portal says about itself and an administrator decides: one table of names, checks and what holds
 * when nothing was set. `motcua setting` lists and sets them; public pages follow at once.
 */
#include "msg/messages.h"
#include "setting/setting_store.h"

/* clang-format off */
#define PORTAL_SETTINGS(X) /* name, text, what holds when it was never set, words about it */ \
	X(LICENCE,          "licence",          "CC-BY-4.0", MSG_setting_licence)          /* of open data: one of LICENCES */ \
	X(CONTACT_EMAIL,    "contact-email",    "",          MSG_setting_contact_email)    /* whom to ask about the portal */ \
	X(CONTACT_PHONE,    "contact-phone",    "",          MSG_setting_contact_phone)    \
	X(SECURITY_CONTACT, "security-contact", "",          MSG_setting_security_contact) /* mailto: or https: */ \
	X(SECURITY_EXPIRES, "security-expires", "",          MSG_setting_security_expires) /* a day */

/* Licences of open data: word, name, address. Which one the data of a province has, the province decides. */
#define LICENCES(X) \
	X("CC-BY-4.0", "Creative Commons Attribution 4.0 International", "https://creativecommons.org/licenses/by/4.0/") \
	X("CC0-1.0",   "Creative Commons Zero 1.0 Universal", "https://creativecommons.org/publicdomain/zero/1.0/") \
	X("ODC-BY-1.0", "Open Data Commons Attribution License 1.0", "https://opendatacommons.org/licenses/by/1-0/")
/* clang-format on */
#define X(name, ...) PORTAL_##name,
enum portal_setting { PORTAL_SETTINGS(X) PORTAL_SETTING_N };
#undef X

struct str portal_setting_name(enum portal_setting s);
enum msg portal_setting_words(enum portal_setting s);
must_check bool portal_setting_from(struct str name, enum portal_setting *out);
/* Whether value may be set; empty always may: what holds then is the table's. */
bool portal_setting_fits(enum portal_setting s, struct str value);
/* What holds: the value set, else the table's. In db->a. */
must_check const struct fault *portal_setting(struct db *db, enum portal_setting s, struct str *value);

struct licence {
	struct str word, name, url;
};
/* The licence of that word; the first of the table for any other. */
struct licence licence_of(struct str word);
