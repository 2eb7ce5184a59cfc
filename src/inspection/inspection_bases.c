#include "inspection/inspection_bases.h"
#include "exchange/csv.h"

enum column { COLUMN_KIND, COLUMN_FROM, COLUMN_TO, COLUMN_TEXT, COLUMN_N };
static const struct csv_column columns[COLUMN_N] = { { S_INIT("kind"), true }, { S_INIT("from"), true },
	{ S_INIT("to"), true }, { S_INIT("text"), true } };

/* Empty is no bound. */
static bool bound(struct str text, daynum *out)
{
	*out = DAYNUM_NONE;
	return !text.n || parse_day(text, out);
}

static bool basis_of(struct arena *a, const struct csv *row, struct inspection_basis *out)
{
	out->text = str_dup(a, row->field[COLUMN_TEXT]);
	return bound(row->field[COLUMN_FROM], &out->from) && bound(row->field[COLUMN_TO], &out->to) &&
	       out->text.n && row->field[COLUMN_KIND].n &&
	       (out->from == DAYNUM_NONE || out->to == DAYNUM_NONE || out->from <= out->to);
}

const struct fault *inspection_bases_read(struct arena *a, struct str csv, struct inspection_bases *out)
{
	struct csv_memory memory = { .rest = csv };
	struct import_errors errors = { .a = a };
	cleanup_with(csv_close) struct csv rows = { 0 };
	struct inspection_basis *list = NEW_ARRAY(a, struct inspection_basis, INSPECTION_BASES);
	int n = 0;
	bool more;

	TRY(csv_open(&rows, a, csv_from_memory(&memory), columns, COLUMN_N, &errors));
	for (;;) {
		TRY(csv_next(&rows, &more));
		if (!more)
			break;
		if (n == INSPECTION_BASES || !basis_of(a, &rows, &list[n]))
			return FAULT(
				a, FAULT_CORRUPT, "the legal bases, line %lld", (long long)rows.row_line);
		n++;
	}
	if (errors.total)
		return FAULT(a, FAULT_CORRUPT, "the legal bases");
	*out = (struct inspection_bases){ list, n };
	return NULL;
}

bool inspection_basis_holds(const struct inspection_basis *b, daynum day)
{
	return (b->from == DAYNUM_NONE || b->from <= day) && (b->to == DAYNUM_NONE || day <= b->to);
}
