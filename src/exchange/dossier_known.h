#pragma once
/* An imported row that names a dossier that exists. */
#include "exchange/dossier_row.h"
#include "base/intmap.h"
#include "dossier/dossier_store.h"

struct dossier_known {
	enum dossier_refusal refusal; /* of the row's facts, or of the correction */
	bool same, corrected;
	enum dossier_column column; /* else: the first column that says something else, */
	struct str typed, stored;   /* the file's value and the stored one */
};
/* Compares the row with what is stored; with job->correct writes a correction when they differ. */
must_check const struct fault *dossier_meet(struct write *w, const struct dossier_job *job,
	const struct dossier_line *l, struct dossier_known *out);

/* 64 bits of a hash that nobody can aim at; two codes that share them would be taken for the same. */
int64_t dossier_code_key(struct str code);
/* A row without a code: *same when a dossier says the same and no other row of the file means it. meant:
 * dossier_code_key of what the rows so far named or met -> line. To be called before any row without a code
 * becomes a dossier: so the same file again adds nothing, and two equal rows of one file are two dossiers. */
must_check const struct fault *dossier_meet_without_code(struct write *w, const struct dossier_job *job,
	struct intmap *meant, const struct dossier_line *l, bool *same);

/* What is not public of a row, as canonical JSON: {"name":…,"note":…}. */
struct str applicant_data(struct arena *a, const struct dossier_line *l);
