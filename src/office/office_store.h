#pragma once
/* Contacts of agencies in the database. */
#include "office/office_contact.h"
#include "record/record_store.h"

extern const struct record_type contact_type;

struct contact_row {
	int64_t record;
	bool is_valid; /* false: withdrawn, the rest is what it was */
	struct str agency, address, phone, email, website, note;
	instant changed; /* when its newest step was recorded */
};
/* *found false: nobody ever gave one. In db->a. */
must_check const struct fault *contact_of(
	struct db *db, struct str agency, struct contact_row *out, bool *found);
/* That of an agency in a list of contact_list(); NULL: none. */
const struct contact_row *contact_find(const struct contact_row *rows, size_t n, struct str agency);
/* All of them, by the agency's code; at most LIMIT_CONTACTS. In db->a. */
must_check const struct fault *contact_list(struct db *db, const struct contact_row **rows, size_t *n);
