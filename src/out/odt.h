#pragma once
/* Between official_odt.c and its parts: paragraphs as XML, and putting them into a template. Nobody else
 * includes it. */
#include "document/official.h"

/* «name» in a template and what stands in its place. A value that is a block, or empty, takes the whole
 * paragraph away that holds nothing but the name. */
struct odt_value {
	struct str name;
	struct str text; /* or XML, for a block */
	bool block;
};
struct odt_fill {
	struct str xml;
	struct str unknown; /* the first name without a value, or the first block that does not stand alone */
	int unknown_n;
};
/* Marks of LibreOffice inside a name («<span>so</span>_ky») are kept behind its value, so the XML stays
 * well-formed. */
struct odt_fill odt_fill(struct arena *a, struct str xml, const struct odt_value *values, size_t n);

/* Appends text with what XML reserves escaped; a line feed becomes a line break. */
void odt_text(struct buf *b, struct str text);
/* A paragraph of a named style of the template. */
void odt_paragraph(struct buf *b, const char *style, struct str text);
/* Blocks as paragraphs and tables; the columns of tables are styles of their own, which go into styles. */
struct odt_writer {
	struct buf *body, *styles;
	int tables; /* so far: their names */
};
void odt_blocks(struct odt_writer *w, const struct block *blocks, size_t n);
/* A table without lines with equal columns, for signatures: begin, next for each cell, end. */
void odt_columns_begin(struct odt_writer *w, int columns);
void odt_columns_cell(struct odt_writer *w);
void odt_columns_end(struct odt_writer *w);

/* The built-in template. */
struct str odt_builtin(struct str name);
