#include "figures/figures_pack.h"

static void add_unsigned(struct buf *out, uint64_t n)
{
	for (; n >= 0x80; n >>= 7)
		buf_char(out, (char)((n & 0x7f) | 0x80));
	buf_char(out, (char)n);
}

static void add_signed(struct buf *out, int64_t n)
{
	add_unsigned(out, ((uint64_t)n << 1) ^ (n < 0 ? UINT64_MAX : 0));
}

static bool read_unsigned(struct str *rest, uint64_t *n)
{
	uint64_t v = 0;

	for (unsigned shift = 0; shift < 64; shift += 7) {
		if (!rest->n)
			return false;
		uint8_t byte = (uint8_t)*rest->p;
		rest->p++;
		rest->n--;
		v |= (uint64_t)(byte & 0x7f) << shift;
		if (!(byte & 0x80)) {
			*n = v;
			return true;
		}
	}
	return false;
}

static bool read_signed(struct str *rest, int64_t *n)
{
	uint64_t v;

	if (!read_unsigned(rest, &v))
		return false;
	*n = (int64_t)(v >> 1) ^ -(int64_t)(v & 1);
	return true;
}

void pack_totals(struct buf *out, const struct figure_totals *t)
{
	for (int m = 0; m < FIGURE_MEASURE_N; m++)
		add_signed(out, t->n[m]);
}

bool unpack_totals(struct str bytes, struct figure_totals *t)
{
	for (int m = 0; m < FIGURE_MEASURE_N; m++)
		if (!read_signed(&bytes, &t->n[m]))
			return false;
	return bytes.n == 0;
}

void pack_facts(struct buf *out, const struct figure_fact *facts, size_t n)
{
	struct figure_fact last = { 0 };

	if (!n)
		return;
	add_unsigned(out, n);
	for (size_t i = 0; i < n; i++) {
		const struct figure_fact *f = &facts[i];
		add_signed(out, f->position - last.position);
		add_signed(out, f->dossier - last.dossier);
		add_signed(out, f->procedure - last.procedure);
		add_signed(out, f->step.at - last.step.at);
		add_unsigned(out, (uint64_t)f->step.measure << 1 | (f->step.delta < 0));
		last = *f;
	}
}

static bool read_fact(struct str *rest, struct figure_fact *last)
{
	int64_t position, dossier, procedure, at;
	uint64_t what;

	if (!read_signed(rest, &position) || !read_signed(rest, &dossier) || !read_signed(rest, &procedure) ||
		!read_signed(rest, &at) || !read_unsigned(rest, &what) || what >> 1 >= FIGURE_MEASURE_N)
		return false;
	last->position += position;
	last->dossier += dossier;
	last->procedure += procedure;
	last->step.at += at;
	last->step.measure = (enum figure_measure)(what >> 1);
	last->step.delta = what & 1 ? -1 : 1;
	return true;
}

bool next_fact(struct fact_reader *r, struct figure_fact *fact, bool *broken)
{
	*broken = false;
	if (!r->left) {
		uint64_t n = 0;
		if (!r->rest.n)
			return false;
		*broken = !read_unsigned(&r->rest, &n) || n == 0 || n > r->rest.n;
		r->left = *broken ? 0 : (size_t)n;
		r->last = (struct figure_fact){ .agency = r->last.agency };
	}
	if (!*broken)
		*broken = !read_fact(&r->rest, &r->last);
	if (*broken)
		return false;
	r->left--;
	*fact = r->last;
	return true;
}
