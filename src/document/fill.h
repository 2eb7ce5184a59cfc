#pragma once
/*
 * Templates that people can change: text in which «name» stands for a value. A draft of a news article is
 * made of one, and the paragraphs of an editable document are (out/official_out.h).
 */
#include "base/buf.h"

struct fill_value {
	struct str name; /* "tong_so_ho_so": letters a-z, digits, '_' */
	struct str text;
};
struct fill {
	struct str text;    /* with the values in place; an unknown «name» stays as it is */
	struct str unknown; /* the first name that has no value; empty: none */
	int unknown_n;      /* how many places are left */
};
/* An opening « without » in the same line is text. */
struct fill document_fill(struct arena *a, struct str template, const struct fill_value *values, size_t n);
