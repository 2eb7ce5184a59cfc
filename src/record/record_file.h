#pragma once
/*
 * A file that somebody gives with a step, as evidence. The entry holds the hash of its bytes, which tells
 * nothing to whoever does not have them; its name is sealed. Which kind it is, its first bytes say, never its
 * name or what a browser claims.
 */
#include "record/record.h"

struct record_file_type {
	const char *extension;
	struct str mime;
};
/* PDF, PNG, JPEG, WebP, DOCX, XLSX, ODT, ODS without macros; NULL: none of them. */
const struct record_file_type *record_file_type(struct str bytes);
/* Whether the file may be kept: its kind, its size, not empty. The refusal stands at the field. */
must_check struct record_refusal record_file_check(struct str bytes, int field);
/* SHA-256 as the entry has it: 64 hexadecimal digits. */
struct str record_file_hash(struct arena *a, struct str bytes);
bool record_file_hash_valid(struct str text);
/* The field of the step that holds a file, or RECORD_NO_FIELD. */
int record_file_field(const struct record_kind *k, int verb);
/* The field that takes the name of the step's file, or RECORD_NO_FIELD. */
int record_file_name_field(const struct record_kind *k, int verb);
