#pragma once
/* Contacts of the invented agencies, with numbers and addresses that nobody can have (RFC 2606: .example).
 * Real agencies have none here: their own editors publish them. */
#include "province/province.h"

must_check const struct fault *demo_contacts(struct province *p, struct arena *a);
