#pragma once
/*
 * What is wrong with a text for those who read it with a screen reader, on a telephone, or in a hurry
 * (WCAG 2.1: 1.1.1, 1.3.1, 1.4.1, 2.4.4, 2.4.6; TT 26/2020/TT-BTTTT). Contrast needs no rule: a text has no
 * colours of its own.
 */
#include "markdown/markdown.h"
#include "msg/messages.h"

/* clang-format off */
#define MARKDOWN_RULES(X) /* name, whether it keeps the text from being published, words */ \
	X(EMPTY,           true,  markdown_empty)           /* there is no text */ \
	X(HEADING_SKIPPED, true,  markdown_heading_skipped) /* "###" behind "#" */ \
	X(HEADING_DEEP,    true,  markdown_heading_deep)    /* below MARKDOWN_LEVELS */ \
	X(HEADING_EMPTY,   true,  markdown_heading_empty) \
	X(HEADING_CAPS,    false, markdown_heading_caps) \
	X(LINK_EMPTY,      true,  markdown_link_empty) \
	X(LINK_VAGUE,      true,  markdown_link_vague)      /* "tại đây" */ \
	X(LINK_NOWHERE,    true,  markdown_link_nowhere)    /* an address that is not taken */ \
	X(LINK_BARE,       false, markdown_link_bare)       /* the address as its own words */ \
	X(LINKS_MANY,      true,  markdown_links_many) \
	X(PICTURE_UNKNOWN, true,  markdown_picture_unknown) /* no picture has that number */ \
	X(PICTURE_FOREIGN, true,  markdown_picture_foreign) /* something else than anh:N */ \
	X(PICTURE_PLACE,   true,  markdown_picture_place)   /* among words */ \
	X(PICTURE_TWICE,   false, markdown_picture_twice) \
	X(ALT_MISSING,     true,  markdown_alt_missing) \
	X(ALT_FILE_NAME,   true,  markdown_alt_file_name) \
	X(ALT_LIKE_CAPTION, false, markdown_alt_like_caption) \
	X(PICTURE_UNUSED,  false, markdown_picture_unused) \
	X(PARAGRAPH_LONG,  false, markdown_paragraph_long) \
	X(COLOUR_ALONE,    false, markdown_colour_alone) \
	X(HTML_TYPED,      true,  markdown_html_typed) \
	X(TOO_DEEP,        true,  markdown_too_deep) \
	X(TOO_LONG,        true,  markdown_too_long)
/* clang-format on */
#define X(name, is_error, words) MARKDOWN_IS_##name,
enum markdown_rule { MARKDOWN_RULES(X) MARKDOWN_RULES_N };
#undef X
enum { MARKDOWN_LEVELS = 3 }; /* of headings: h2 to h4 */

struct markdown_finding {
	enum markdown_rule rule;
	int line;         /* of the text; 0: of none */
	int picture;      /* that it is about; 0: none */
	struct str quote; /* what it is about, shortened */
};
struct markdown_findings {
	struct markdown_finding *list; /* in the order of the text, at most LIMIT_MARKDOWN_FINDINGS */
	size_t n;
	size_t errors_n; /* of all, those left out as well */
};
bool markdown_is_error(enum markdown_rule rule);
enum msg markdown_rule_words(enum markdown_rule rule);

/* A picture as the linter needs it. */
struct markdown_shown {
	bool gone;               /* the number is not in use */
	bool is_empty;           /* a frame without a picture: its caption says why */
	struct str alt, caption; /* of an empty frame no alt */
};
/* pictures[i] is number i + 1. */
struct markdown_findings markdown_lint(
	struct arena *a, const struct markdown *m, const struct markdown_shown *pictures, int pictures_n);
