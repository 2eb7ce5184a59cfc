#include "inspection/inspection_table.h"
#include "exchange/csv.h"
#include "exchange/csv_write.h"
#include "search/fold.h"

enum { COLUMN_FIGURE, COLUMN_NAME, COLUMN_VALUE, TABLE_COLUMNS };
static const struct csv_column columns[TABLE_COLUMNS] = { [COLUMN_FIGURE] = { S_INIT("figure"), true },
	[COLUMN_NAME] = { S_INIT("name"), false },
	[COLUMN_VALUE] = { S_INIT("value"), true } };

static const struct record_field *field_of(int figure)
{
	return &inspection_kind.fields[inspection_figure_field((enum inspection_figure)figure)];
}

struct str inspection_table_write(struct arena *a, const struct inspection_figures *known)
{
	struct buf out = { .a = a };
	struct csv_out csv = { .out = &out };

	csv_out_mark(&csv);
	for (int c = 0; c < TABLE_COLUMNS; c++)
		csv_out_str(&csv, columns[c].name);
	csv_out_end(&csv);
	for (int f = 0; f < INSPECTION_FIGURE_N; f++) {
		csv_out_str(&csv, field_of(f)->name);
		csv_out_str(&csv, msg_text(LANG_VI, field_of(f)->label));
		if (known->known[f])
			csv_out_int(&csv, known->n[f]);
		else
			csv_out_str(&csv, S(""));
		csv_out_end(&csv);
	}
	return buf_str(&out);
}

/* By its name, or by its label with or without marks; INSPECTION_FIGURE_N when it is none. */
static int figure_of(struct arena *a, struct str text)
{
	int f = 0;

	while (f < INSPECTION_FIGURE_N && !str_eq(field_of(f)->name, text) &&
		!str_eq(fold(a, msg_text(LANG_VI, field_of(f)->label)), fold(a, text)))
		f++;
	return f;
}

static void read_row(struct arena *a, struct csv *c, struct record_event *e)
{
	int f = figure_of(a, c->field[COLUMN_FIGURE]);
	struct str value;

	if (f == INSPECTION_FIGURE_N) {
		csv_error(c, COLUMN_FIGURE,
			(struct import_error){ .code = IMPORT_REFUSED,
				.piece = msg_text(LANG_VI, MSG_inspection_no_such_figure) });
		return;
	}
	int field = inspection_figure_field((enum inspection_figure)f);
	struct record_refusal r = record_value(a, field_of(f), field, c->field[COLUMN_VALUE], &value);

	if (r.refused)
		csv_error(c, COLUMN_VALUE,
			(struct import_error){ .code = IMPORT_REFUSED, .piece = msg_text(LANG_VI, r.why) });
	else if (value.n && e->values[field].n)
		csv_error(c, COLUMN_FIGURE,
			(struct import_error){ .code = IMPORT_REFUSED,
				.piece = msg_text(LANG_VI, MSG_inspection_figure_twice) });
	else if (value.n)
		e->values[field] = str_dup(a, value);
}

const struct fault *inspection_table_read(
	struct arena *a, struct str bytes, struct record_event *e, struct import_errors *errors)
{
	cleanup_with(csv_close) struct csv c = { 0 };
	struct csv_memory memory = { .rest = bytes };
	bool more = true;

	TRY(csv_open(&c, a, csv_from_memory(&memory), columns, TABLE_COLUMNS, errors));
	for (;;) {
		TRY(csv_next(&c, &more));
		if (!more)
			return NULL;
		read_row(a, &c, e);
	}
}
