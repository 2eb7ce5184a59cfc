#pragma once
/* Between official_pdf.c and official_body_pdf.c: the page that is being written. Nobody else includes this.
 */
#include "document/official.h"
#include "out/pen.h"

/* Annex I, part I: A4; top and bottom 20-25 mm, left 30-35 mm, right 15-20 mm. */
#define PAPER_WIDTH (210 * PEN_MM)
#define PAPER_HEIGHT (297 * PEN_MM)
#define MARGIN_TOP (20 * PEN_MM)
#define MARGIN_BOTTOM (20 * PEN_MM)
#define MARGIN_LEFT (30 * PEN_MM)
#define MARGIN_RIGHT (15 * PEN_MM)
#define TEXT_WIDTH (PAPER_WIDTH - MARGIN_LEFT - MARGIN_RIGHT)
#define TEXT_BOTTOM (PAPER_HEIGHT - MARGIN_BOTTOM)
#define INDENT (12.7 * PEN_MM) /* of a first line: 1 or 1.27 cm */
#define SIZE_BODY 14.0
#define SIZE_CELL 12.0
#define PARAGRAPH_GAP 8.5 /* at least 6 pt; the pen leaves out what parts lines behind the last one */
/* Single is 1.15 of the size of Times, and the pen's line 1.107; 1.1 of that is between single and 1.5. */
#define LINE_SPACING 1.1

struct paper {
	struct arena *a;
	const struct official *d;
	struct pen *pen;
	double y;
	int page;
	bool fresh;  /* nothing stands on this page yet */
	bool italic; /* paragraphs are: legal bases */
};

void paper_next_page(struct paper *p);
/* How much is left of the page. */
static inline double paper_room(const struct paper *p)
{
	return TEXT_BOTTOM - p->y;
}
/* A text in the middle of the page's width, with lines of about one length; the rule under it is so much of
 * its last line. */
void paper_centred(struct paper *p, struct str text, struct pen_look look, double rule);
/* The blocks. tail: what stands behind the last of them without a page's end between, and is so high. */
void paper_blocks(struct paper *p, const struct block *blocks, size_t n, double tail);
