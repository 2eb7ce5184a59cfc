#pragma once
/*
 * How to reach an agency (thông tin liên hệ): a record of the kind "contact", one for each agency, kept for
 * ever and changed as a whole. What it says is official and public (TT 32/2017/TT-BTTTT art. 16 [recalled]),
 * so nothing is sealed.
 */
#include "record/record.h"

enum contact_field {
	CONTACT_AGENCY,
	CONTACT_ADDRESS,
	CONTACT_PHONE,
	CONTACT_EMAIL,
	CONTACT_WEBSITE,
	CONTACT_NOTE,
	CONTACT_FIELDS
};
enum contact_verb { CONTACT_GIVE, CONTACT_CHANGE, CONTACT_WITHDRAW, CONTACT_VERBS };
enum contact_state { CONTACT_NONE, CONTACT_VALID, CONTACT_WITHDRAWN, CONTACT_STATES };
extern const struct record_kind contact_kind;

struct contact {
	struct record_base base;
	struct str address, phone, email, website, note;
};
/* What the law must know beside the record. */
struct contact_env {
	bool unknown; /* there is no such agency */
	bool taken;   /* it has a record already */
};
void contact_apply(void *contact, const struct record_event *e);
struct record_refusal contact_decide(const void *contact, const struct record_event *e, const void *env);

/* A telephone number as it stands in the journal: "+84" and the national number without its 0, or a service
 * number as dialled (domain.md 10). "0227 383 1234", "(0227) 3831234", "+84 912.345.678", "1900 1234" are
 * read; so is 0000 and six digits, which nobody can have: for examples. False: it is none. */
must_check bool phone_from(struct arena *a, struct str typed, struct str *out);
/* As people write it: "0227 3831 234", "0912 345 678", "1900 1234". */
struct str phone_text(struct arena *a, struct str phone);
/* Looks like an address of mail: something@domain.tld, no blanks. */
must_check bool mail_fits(struct str s);
