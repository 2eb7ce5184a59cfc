#pragma once
/*
 * Codes of agencies (QĐ 20/2020/QĐ-TTg: letters, digits, dots) and of procedures, and how to find something
 * by its code. Where the national code is not known we give an internal one, "NB.<n>" (nội bộ), that nobody
 * can take for a national code: those begin with a letter and two digits, or with a digit.
 */
#include "base/base.h"

/* 1 to LIMIT_CODE_CHARS of A-Z a-z 0-9 . - _, the first a letter or digit. Old forms are accepted too. */
must_check bool code_valid(struct str code);
/* "" and "UNKNOWN" in an import: the national code is not known. */
bool code_unknown(struct str code);
struct str code_internal(struct arena *a, int64_t n);
/* n of "NB.<n>", n >= 1; 0 for any other code. */
int64_t code_internal_number(struct str code);

/* Finds numbers by code without comparing all. Zero is an index that holds nothing. */
struct code_index {
	const struct str *codes; /* codes[0] is unused: numbers begin at 1, so that zero is "none" */
	int32_t *slots;
	uint32_t slot_mask;
};
/* Room for codes[1..cap]; codes stays the caller's, and is filled before each code_index_add. */
struct code_index code_index_new(struct arena *a, const struct str *codes, int cap);
/* The number of code, 0 when it has none. */
int code_index_find(const struct code_index *x, struct str code);
/* Adds codes[number], which must not be in it. */
void code_index_add(struct code_index *x, int number);
