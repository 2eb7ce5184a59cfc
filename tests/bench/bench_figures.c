/*
 * bench_figures DIR AGENCY: figures of one agency over 2022, asked in this process of a province that nobody
 * writes to. Prints the median and the worst of a hundred questions in milliseconds. Each question varies
 * as-of, so that no answer could be kept from the one before.
 */
#define _POSIX_C_SOURCE 200809L
#include "figures/figures_report.h"
#include "province/province.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { QUESTIONS = 100 };

static double now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static int by_size(const void *a, const void *b)
{
	const double *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

static const struct fault *ask(struct db *db, const struct catalogue *c, int agency, double *ms)
{
	struct arena *mine = db->a;

	for (int i = 0; i < QUESTIONS; i++) {
		ARENA a = { 0 };
		struct figure_report report;
		struct figure_request rq = { .agencies = &c->agencies,
			.procedures = &c->procedures,
			.agency = agency,
			.from = day_from_civil((struct civil){ 2022, 1, 1 }),
			.to = day_from_civil((struct civil){ 2022, 12, 31 }),
			.as_of = instant_at(day_from_civil((struct civil){ 2022, 12, 31 }) - i, DAY_S - 1) };
		rq.now = instant_at(day_from_civil((struct civil){ 2026, 1, 1 }), 0);
		double start = now_ms();
		db->a = &a;
		TRY(figures_report(db, &rq, &report));
		ms[i] = now_ms() - start;
		assert(!report.broken);
	}
	db->a = mine;
	return NULL;
}

int main(int argc, char **argv)
{
	ARENA a = { 0 };
	struct province *p;
	struct province_problem problem;
	struct province_options o = { .clock = clock_real(), .read_only = true };
	struct db *db;
	double ms[QUESTIONS];

	if (argc != 3)
		return 2;
	const struct fault *f = province_open(&a, str_of(argv[1]), &o, &p, &problem);

	if (f || problem.refusal)
		return 1;
	const struct catalogue *c = province_take_catalogue(p);
	int found[2];

	if (catalogue_match_agency(c, &a, str_of(argv[2]), found, 2) != 1 || province_take_reader(p, &a, &db))
		return 1;
	f = ask(db, c, found[0], ms);
	if (f) {
		(void)!fprintf(stderr, "%.*s\n", ARG(f->what));
		return 1;
	}
	qsort(ms, QUESTIONS, sizeof *ms, by_size);
	printf("%.2f %.2f\n", ms[QUESTIONS / 2], ms[QUESTIONS - 1]);
	province_give_reader(p, db);
	province_give_catalogue(p, c);
	province_close(p);
	return 0;
}
