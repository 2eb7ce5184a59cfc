#pragma once
/*
 * The figures of the contract for one agency and period: what was asked, what the tallies answered, what the
 * catalogue counts, which prefix of the journal it all came from. Figures that do not balance are never
 * shown.
 */
#include "db/db.h"
#include "figures/figures_query.h"
#include "procedure/procedure.h"

/* clang-format off */
#define FIGURE_BYS(X) X(NOTHING, "") X(FIELD, "field") X(PROCEDURE, "procedure") X(AGENCY, "agency") X(MONTH, "month")
/* clang-format on */
#define X(name, text) BY_##name,
enum figure_by { FIGURE_BYS(X) FIGURE_BY_N };
#undef X
must_check bool figure_by_from(struct str text, enum figure_by *out);
struct str figure_by_text(enum figure_by by);

struct figure_request {
	const struct agency_tree *agencies;
	const struct procedure_list *procedures;
	int agency; /* number; 0: the whole province */
	daynum from, to;
	instant as_of, known_at; /* INSTANT_NONE: not asked for */
	instant now;
	enum figure_by by;
};
struct figure_named_row {
	struct str key, name;
	int64_t number; /* of the group: for figures_list */
	struct figure_sums sums;
};
struct figure_report {
	struct figure_request request;
	struct str agency_code, agency_name; /* "all" and empty for the province */
	instant until;                       /* T: the earliest of as-of, the end of `to`, and now */
	struct figure_sums total;
	struct figure_named_row *rows;
	size_t rows_n;
	struct procedure_counts procedures;
	int64_t services_with_dossiers;
	int64_t journal_size;
	struct sha256 journal_root;
	const char *broken; /* the identity that does not hold; NULL: balanced */
};
/* Asks everything in one read transaction. The period must not be empty and must not begin after now. */
must_check const struct fault *figures_report(
	struct db *db, const struct figure_request *rq, struct figure_report *out);
/* The same inside a transaction of the caller. */
must_check const struct fault *figures_report_within(
	struct db *db, const struct figure_request *rq, struct figure_report *out);

/* The dossiers behind a cell or a sum of cells of the report, of the whole or of the row with this number. */
must_check const struct fault *figures_cell_dossiers(struct db *db, const struct figure_request *rq,
	struct figure_cells cells, const struct figure_named_row *row, struct figure_list *out);

/* The online services that the report counts as offered, and which of them accepted a dossier online in the
 * period; by number of the procedure, in db->a. */
struct figure_services {
	const int64_t *procedures;
	const bool *used;
	size_t n;
};
must_check const struct fault *figures_services(
	struct db *db, const struct figure_request *rq, struct figure_services *out);
