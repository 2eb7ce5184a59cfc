#pragma once
/* Markdown as HTML. What is written is chosen here, kind by kind; nothing of the text is markup. */
#include "html/html.h"
#include "markdown/markdown.h"

/* A stretch of markup, or a picture that stands between two. */
struct markdown_piece {
	struct html markup; /* whole blocks; empty when it is a picture */
	int64_t picture;    /* its number, from 1 */
};
/* In a. Headings begin with h2. */
const struct markdown_piece *markdown_pieces(struct arena *a, const struct markdown *m, size_t *n);
