#pragma once
/*
 * People who do not exist: common names by chance, identity numbers and telephone numbers that nobody can
 * have. The data say of themselves that they are synthetic.
 */
#include "base/buf.h"

/* Canonical JSON of the applicant with that number: {address, id, name, phone, synthetic}. The identity
 * number begins with 000, which is no province; the telephone number with 0000, which no subscriber has. */
struct str people_applicant(struct arena *a, uint64_t seed, int number);
/* Canonical JSON of an officer: {name, synthetic}; "Cán bộ mẫu 7". */
struct str people_officer(struct arena *a, int number);
