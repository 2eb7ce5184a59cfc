#pragma once
/*
 * Codes of dossiers (mã số hồ sơ): receiving agency, day of reception, number within the day (ND 61/2018 art.
 * 26; TT 01/2018/TT-VPCP art. 19: 000.00.15.H54-221025-0001; after QD 20/2020 H54.15-221025-0001).
 */
#include "base/date.h"
#include "base/limits.h"

enum { DOSSIER_CODES_PER_DAY = 9999 };

struct dossier_code {
	struct str prefix; /* the agency's code */
	daynum day;
	int number; /* 1 to DOSSIER_CODES_PER_DAY */
};
/* Whether code has that form, any agency's code in front; *out then is its parts. */
must_check bool dossier_code_parse(struct str code, struct dossier_code *out);
must_check bool dossier_code_valid(struct str code);
/* Whether agency's code leaves room for the rest within LIMIT_CODE_CHARS, and the day is one of 2000-2099. */
must_check bool dossier_code_possible(const struct dossier_code *c);
void add_dossier_code(struct buf *b, const struct dossier_code *c);
