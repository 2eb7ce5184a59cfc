#include "dossier/dossier_erase.h"

#include "dossier/dossier_entry.h"
#include "dossier/dossier_sql.h"
#include "journal/journal_private.h"

static bool is_of_applicant(const struct dossier_event *e, struct str as)
{
	return str_eq(as, S("applicant")) || str_eq(as, S("note")) ||
	       (str_eq(as, S("actor")) && e->by == ROLE_APPLICANT);
}

must_check static const struct fault *erase_of_entry(
	struct write *w, const struct journal_row *row, int64_t *parts)
{
	struct dossier_event e;
	bool erased;

	if (dossier_entry_read(w->db->a, db_keep(w->db, row->bytes), &e) != ENTRY_DOSSIER)
		return FAULT(w->db->a, FAULT_CORRUPT, "journal entry %lld is none of a dossier",
			(long long)row->position);
	for (int i = 0; i < e.persons_n; i++) {
		if (!is_of_applicant(&e, e.persons[i].as))
			continue;
		TRY(journal_erase(w->db, row->position, e.persons[i].as, w->now, &erased));
		*parts += erased;
	}
	return NULL;
}

must_check static const struct fault *erase_all(struct write *w, int64_t number, int64_t *parts)
{
	JOURNAL_CURSOR c = { 0 };
	bool more;

	TRY(journal_read_dossier(w->db, number, &c));
	for (;;) {
		TRY(journal_next(&c, &more));
		if (!more)
			return NULL;
		TRY(erase_of_entry(w, &c.row, parts));
	}
}

/* Nobody has to be reached about it any more. */
static bool is_over(const struct dossier *d)
{
	return d->ended_at != INSTANT_NONE || d->state == DOSSIER_DECLINED || d->state == DOSSIER_ANNULLED;
}

const struct fault *dossier_erase(
	struct write *w, struct str code, struct str reason, struct erase_result *out)
{
	struct dossier d;
	int64_t number, parts = 0;
	bool found;

	TRY(dossier_load_code(w->db, code, &number, &d, &found));
	if (!found || !is_over(&d)) {
		*out = (struct erase_result){ .refusal = found ? ERASE_OPEN : ERASE_NO_DOSSIER };
		return NULL;
	}
	TRY(erase_all(w, number, &parts));
	if (parts)
		TRY(dossier_sql_add_erasure(w->db, w->now, number, parts, reason));
	*out = (struct erase_result){ .parts = parts };
	return NULL;
}
