#pragma once
/*
 * Text with a few marks, as editors write it (CommonMark), read into a flat list of steps: no HTML comes out
 * of here, and what a text cannot say does not exist. Written as HTML by markdown_web.h, which knows these
 * kinds and no others; looked at by markdown_lint().
 *
 * Pictures are named by number, ![](anh:2), in a paragraph of their own; the picture itself, its alternative
 * text and its caption belong to whoever keeps the pictures. "# " is a heading below the page's own.
 */
#include "base/base.h"
#include "base/limits.h"

enum markdown_kind {
	MARKDOWN_PARAGRAPH,
	MARKDOWN_HEADING,
	MARKDOWN_LIST,
	MARKDOWN_ITEM,
	MARKDOWN_QUOTE,
	MARKDOWN_STRONG,
	MARKDOWN_EMPHASIS,
	MARKDOWN_LINK,
	MARKDOWN_LEAF, /* from here on: one step, nothing within */
	MARKDOWN_RULE = MARKDOWN_LEAF,
	MARKDOWN_CODE_BLOCK,
	MARKDOWN_TEXT,
	MARKDOWN_CODE,
	MARKDOWN_SOFT_BREAK,
	MARKDOWN_BREAK,
	MARKDOWN_PICTURE,
	MARKDOWN_HTML, /* HTML that somebody typed: shown as the text that it is */
};
/* The beginning or the end of something, or a leaf. Beginnings and ends match each other. */
struct markdown_step {
	enum markdown_kind kind;
	bool ends;
	bool ordered;       /* a list with numbers */
	int depth;          /* of what is open around it; 0: at the top */
	int line;           /* of the text, from 1; of the block that it stands in */
	int64_t level;      /* of a heading, from 1; the first number of a list */
	struct str text;    /* of a leaf; of a picture what stands in its brackets. No control characters */
	struct str address; /* of a link, a picture: as typed, see markdown_link() */
};
struct markdown {
	const struct markdown_step *steps;
	size_t n;
	bool too_deep; /* what lay deeper than LIMIT_MARKDOWN_DEPTH is there as plain text */
	bool too_long; /* what came after LIMIT_MARKDOWN_STEPS is not there */
};
/* text is UTF-8. In a. Never fails: every text is some Markdown. */
struct markdown markdown_read(struct arena *a, struct str text);

/* Where a link may lead. */
enum markdown_link_kind { MARKDOWN_NOWHERE, MARKDOWN_WEB, MARKDOWN_OWN, MARKDOWN_MAIL, MARKDOWN_PHONE };
/* *clean: of WEB and OWN the whole address in ASCII, of MAIL the mailbox, of PHONE the number; empty for
 * NOWHERE: javascript:, data:, addresses without a scheme and whatever else is on no list. */
enum markdown_link_kind markdown_link(struct arena *a, struct str address, struct str *clean);
/* The N of "anh:N"; 0: it is none. */
int64_t markdown_picture(struct str address);
/* Whether step i begins a paragraph at the top that is a picture and nothing else: step i + 1 is the picture.
 */
bool markdown_is_figure(const struct markdown *m, size_t i);
/* The words alone, a line a block: for search, summaries, feeds. Without alternative texts. */
struct str markdown_words(struct arena *a, const struct markdown *m);
