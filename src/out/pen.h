#pragma once
/*
 * A PDF written page by page: text in a box, lines, frames. The one place that knows Pango and Cairo
 * (pen_pango.c); what stands where is decided by table_pdf.c and official_pdf.c. All lengths are points from
 * the upper left corner. The font has the metrics of Times New Roman.
 */
#include "base/date.h"
#include "base/fault.h"

#define PEN_MM (72 / 25.4)

enum pen_style { PEN_PLAIN = 0, PEN_BOLD = 1, PEN_ITALIC = 2, PEN_BOLD_ITALIC = 3 };
enum pen_align { PEN_LEFT, PEN_CENTRE, PEN_RIGHT, PEN_JUSTIFIED };
struct pen_look {
	double size;
	enum pen_style style;
	enum pen_align align;
	double indent;     /* of the first line; negative: of all others */
	double spacing;    /* from line to line, in line heights; 0 is 1 */
	size_t bold_bytes; /* so many bytes at the beginning are bold */
};
struct pen_extent {
	double width, height; /* of the lines, not of the box */
	int lines;
};
struct pen_paper {
	double width, height;
	struct str title, author;
	instant made; /* INSTANT_NONE: the file does not say */
};
struct pen;

struct pen *pen_open(struct arena *a, const struct pen_paper *paper) __attribute__((returns_nonnull));
/* Lays the text out in lines of at most width; the pen keeps it until the next one. A width of 0: one line.
 */
struct pen_extent pen_set(struct pen *p, struct str text, struct pen_look look, double width);
/* The same with lines of about one length, as headings in the middle have them; drawn in a box of that width.
 */
struct pen_extent pen_set_balanced(struct pen *p, struct str text, struct pen_look look, double width);
/* Draws what was set, the box's upper left corner being x, y. */
void pen_show(struct pen *p, double x, double y);
/* How many lines from the given one on are together not higher than height. */
int pen_fitting(const struct pen *p, int from, double height);
/* How high lines [from, to) are. */
double pen_lines_height(const struct pen *p, int from, int to);
/* Draws lines [from, to) of what was set as if from stood at y. */
void pen_show_lines(struct pen *p, double x, double y, int from, int to);
void pen_rule(struct pen *p, double x, double y, double width);
void pen_frame(struct pen *p, double x, double y, double width, double height);
/* Ends the page; the next thing drawn is on the next one. */
void pen_next_page(struct pen *p);
/* Ends the last page. Fault: the library cannot draw. bytes in the arena of the pen. */
must_check const struct fault *pen_finish(struct pen *p, struct str *bytes);
void pen_close(struct pen **p);
#define PEN cleanup_with(pen_close) struct pen
