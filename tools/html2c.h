#pragma once
/*
 * html2c: compile HTML templates to C.   html2c IN.html OUT.c OUT.h
 *
 * It reads the HTML as a browser would, so it knows where each {{ value }} lands and which escaping it needs,
 * and refuses the places where no escaping is safe. Expressions are C and are checked by the C compiler;
 * #line points its messages at the template.
 *
 *   {! #include "x/x.h" !}                          at top level: goes into OUT.h
 *   {{ define x_page(struct html_out *o, …) }} … {{ end }}   one function, its prototype in OUT.h
 *   {{ expression }}                                a value, escaped by place and type
 *   {{ expression | filter }}                       date datetime iso number percent money t
 *   {{ if c }} {{ else if c }} {{ else }} {{ end }}          {{ for a; b; c }} {{ end }}
 *   {{ each struct row *r in rows count n }} {{ end }}       r points to each in turn, r_i is its index
 *   {{ let int64_t n = expression }}                until the end of the block
 *   {{ t x.key }} {{ t x.key name=expr n=expr }}    a message, escaped by place
 *   {{ call x_part(o, …) }}                         another template
 *   {{ markup name }} … {{ end }}                   declares struct html name, to hand to a layout
 *   {{ attr-if c "checked" }} {{ attr-if c "aria-current" "page" }}   an attribute, or nothing
 *   {# a comment #}
 *
 * In an expression two closing braces need a blank between them. A quote in it does not end an attribute.
 *
 * The HTML is held to the strict form: every element is closed, in order; attribute values are quoted; no
 * inline script or style; ids stand once; an arm of an if leaves the place as it found it. White space that
 * only indents is written as one blank or newline, except in pre and textarea.
 */
#include "tools/complain.h"

enum place {
	IN_TEXT,
	IN_TAG_NAME,
	IN_TAG,     /* white space stands before: an attribute may begin */
	AFTER_ATTR, /* white space, '/' or '>' must follow */
	IN_ATTR_NAME,
	BEFORE_VALUE, /* after '=' */
	IN_VALUE      /* inside quotes */
};
/* Where in an address the next byte stands. */
enum url_at {
	URL_NOT,
	URL_START,
	URL_SCHEME,    /* could still become a scheme */
	URL_AUTHORITY, /* after "https://" */
	URL_OPAQUE,    /* after "mailto:" or "tel:" */
	URL_PATH,
	URL_QUERY, /* or fragment */
	URL_WHOLE, /* after a struct url: only "#…" may follow */
	URL_UNSURE /* arms of an if differ */
};
struct spot {
	enum place place;
	enum url_at url;
	char quote;      /* of IN_VALUE */
	char last;       /* last literal byte in an address */
	int slashes;     /* seen of "https://" */
	size_t url_from; /* where in the attribute's literal part the address begins */
	bool blank;      /* what was written last is white space, so more of it says nothing */
};

enum { MAX_DEPTH = 128, MAX_BLOCKS = 64, MAX_ATTRS = 64, MAX_IDS = 512, MAX_ARGUMENTS = 8 };
struct element {
	struct str name;
	int line;
	bool foreign; /* svg or inside it */
};
/* Attributes of the open tag, ids of the define. Those of an earlier arm of an if are hidden: arms may
 * repeat each other. */
struct seen {
	struct str name;
	int line;
	bool hidden;
};
struct seen_list {
	struct seen p[MAX_IDS];
	int n, cap;
};
enum block_kind { BLOCK_DEFINE, BLOCK_IF, BLOCK_ELSE, BLOCK_FOR, BLOCK_EACH, BLOCK_MARKUP };
struct block {
	enum block_kind kind;
	int line;
	struct spot start, joined; /* joined over the arms so far */
	bool has_joined;
	int elements, attrs, ids;
	struct str name; /* of markup */
};

struct template
{
	struct arena *a;
	struct complaint *error;
	struct str path, text;
	size_t at; /* the next byte of text */
	int line;
	struct buf *c, *h;
	struct buf literal; /* HTML that waits to be written */
	char pending;       /* white space that waits for something behind it: 0, ' ' or '\n' */

	struct spot spot;
	struct element elements[MAX_DEPTH];
	int nelements;
	struct block blocks[MAX_BLOCKS];
	int nblocks;
	struct seen_list attrs, ids;

	struct buf tag, attr, value; /* of the tag that is open, lower case; value: its literal part */
	bool closing, value_is_made; /* </tag>; a value stood in the attribute */
};

struct html2c_output {
	struct buf c, h;
	struct complaint error;
};
/* Fills out->c and h, or error. Pure, for tests. include is how c names h. */
void html2c_compile(
	struct arena *a, struct str path, struct str text, struct str include, struct html2c_output *out);

/* html2c.c */
void fail(struct template *t, const char *fmt, ...) printf_like(2);
/* html2c_place.c: follows one byte of literal HTML, which may take more than one. */
void follow(struct template *t);
/* A directive begins here: a name that was being read is complete. False where none can stand. */
bool settle(struct template *t);
void flush_blank(struct template *t);
/* html2c_url.c: c is the next literal byte of an address; t->value holds those before. */
void url_literal(struct template *t, char c);
/* html2c_tag.c */
void tag_named(struct template *t);
void attr_begins(struct template *t);
void attr_named(struct template *t);
void attr_done(struct template *t);
void tag_done(struct template *t, bool self_closed);
struct str inside(const struct template *t); /* the innermost open element, or empty */
bool in_foreign(const struct template *t);
bool keeps_white_space(const struct template *t);
void check_text(struct template *t); /* text or a value stands here */
void remember(struct template *t, struct seen_list *list, struct str name, const char *what);
/* html2c_rules.c */
bool is_void(struct str tag);
bool is_element(struct str tag);
bool leaves_foreign(struct str tag); /* a browser ends SVG before it */
bool is_url_attribute(struct str name);
const char *refused_element(struct str tag);                  /* why, or NULL */
const char *refused_attribute(struct str name);               /* why, or NULL */
bool is_literal_attribute(struct str name);                   /* no value can stand in it */
const char *refused_child(struct str parent, struct str tag); /* what may stand there, or NULL */
bool holds_text(struct str tag);                              /* false for table, ul, … */
bool closes_paragraph(struct str tag);                        /* an open p ends before it */
bool nests_in_itself(struct str tag);                         /* false for a, button, form, … */
const char *required_attribute(struct str tag);               /* or NULL */
/* html2c_block.c */
void open_block(struct template *t, enum block_kind kind, struct str name);
void next_arm(struct template *t, bool is_last); /* at else */
void close_block(struct template *t);
/* html2c_directive.c */
void directive(struct template *t, struct str text);
/* html2c_value.c */
void value(struct template *t, struct str expression);
void message(struct template *t, struct str text);
/* html2c_write.c */
void write_literal(struct template *t);
void write_line(struct template *t, const char *fmt, ...) printf_like(2); /* a statement, with its #line */
void write_prototype(struct template *t, struct str signature);
struct str one_line(struct template *t, struct str expression);
/* Brackets and quotes are closed, and there is something between. */
bool is_whole(struct str expression);
/* Where stop, which is not inside brackets or quotes, begins at or after from; s.n when nowhere. */
size_t find_outside(struct str s, size_t from, char stop);
