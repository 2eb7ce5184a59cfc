#include "figures/figures_page.h"

static double percent(int64_t part, int64_t whole)
{
	return whole > 0 ? 100.0 * (double)part / (double)whole : 0;
}

struct figure_bar figure_bar_of(const struct figure_sums *s)
{
	int64_t all = figure_cell(s, CELL_RECEIVED);
	struct figure_bar b = { .early = percent(figure_cell(s, CELL_RESOLVED_EARLY), all),
		.on_time = percent(figure_cell(s, CELL_RESOLVED_ON_TIME), all),
		.late = percent(figure_cell(s, CELL_RESOLVED_LATE) + figure_cell(s, CELL_OVERDUE), all),
		.open = percent(figure_cell(s, CELL_IN_PROGRESS) - figure_cell(s, CELL_OVERDUE), all) };

	b.on_time_x = b.early;
	b.late_x = b.on_time_x + b.on_time;
	b.open_x = b.late_x + b.late;
	return b;
}

static const struct figure_part received_parts[] = { { CELL_NEW, 0 }, { CELL_NEW_ONLINE, 1 },
	{ CELL_NEW_COUNTER, 1 }, { CELL_NEW_POSTAL, 1 }, { CELL_CARRIED_OVER, 0 } };
static const struct figure_part resolved_parts[] = { { CELL_RESOLVED_EARLY, 0 }, { CELL_RESOLVED_ON_TIME, 0 },
	{ CELL_RESOLVED_LATE, 0 }, { CELL_RESOLVED_NO_DEADLINE, 0 }, { CELL_REFUSED, 1 },
	{ CELL_WITHDRAWN, 1 }, { CELL_STOPPED, 1 }, { CELL_APOLOGISED, 1 } };
static const struct figure_part in_progress_parts[] = { { CELL_WITHIN_DEADLINE, 0 }, { CELL_OVERDUE, 0 },
	{ CELL_NO_DEADLINE, 0 }, { CELL_WAITING_SUPPLEMENT, 1 }, { CELL_WAITING_PAYMENT, 1 } };

enum figure_cell figure_group_cell(int group)
{
	static const enum figure_cell cells[FIGURE_GROUPS] = { CELL_RECEIVED, CELL_RESOLVED,
		CELL_IN_PROGRESS };

	return cells[group];
}

struct figure_cells figure_cells_in_time(void)
{
	return figure_cells_and(figure_cells_of(CELL_RESOLVED_EARLY), figure_cells_of(CELL_RESOLVED_ON_TIME));
}

struct figure_cells figure_cells_late(void)
{
	return figure_cells_and(figure_cells_of(CELL_RESOLVED_LATE), figure_cells_of(CELL_OVERDUE));
}

const struct figure_part *figure_parts(int group, size_t *n)
{
	static const struct figure_part *const parts[FIGURE_GROUPS] = { received_parts, resolved_parts,
		in_progress_parts };
	static const size_t sizes[FIGURE_GROUPS] = { COUNT(received_parts), COUNT(resolved_parts),
		COUNT(in_progress_parts) };

	*n = sizes[group];
	return parts[group];
}
