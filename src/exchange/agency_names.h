#pragma once
/*
 * Which agency a text of an import means (contract "A is a code, a short name or a name"), over the agencies
 * that are stored and the rows of the file, whose codes may not be known yet: a row without a code gets one
 * only when its parent has one, because the code stands for name and parent.
 */
#include "agency/agency.h"

enum row_state { ROW_WAITING, ROW_PLACED, ROW_FAILED };
struct agency_row {
	struct agency_version v;      /* code empty until it has one */
	struct str parent, successor; /* as written */
	int64_t line;
	enum row_state state; /* placed: its parent is a code now, and so is its own */
};
/* A text by which an agency is known. */
struct agency_alias {
	struct str text;
	int row;    /* of the file, -1: stored */
	int number; /* of the stored agency */
	bool is_code;
};
struct agency_names {
	const struct agency_tree *tree;
	const struct agency_row *rows;
	const struct agency_alias *aliases; /* by text */
	size_t n;
};
/* Codes, names and short names of all versions and rows. Keeps pointers to tree and rows. */
struct agency_names agency_names_of(
	struct arena *a, const struct agency_tree *tree, const struct agency_row *rows, int n);

enum agency_lookup { LOOKUP_FOUND, LOOKUP_NONE, LOOKUP_SEVERAL, LOOKUP_WAITING, LOOKUP_FAILED };
/* LOOKUP_FOUND: *codes is the code; LOOKUP_SEVERAL: some of them, for a message. A code is preferred to
 * names. Waiting, failed: the text means a row that has no code yet, or whose errors were reported. */
enum agency_lookup agency_names_find(
	const struct agency_names *names, struct arena *a, struct str text, struct str *codes);
