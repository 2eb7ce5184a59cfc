#pragma once
/*
 * The rules of the house as a test. tidy.c walks and reports, tidy_text.c prepares the text of C files,
 * tidy_include.c checks who includes whom, tidy_shape.c functions and variables, tidy_words.c words and
 * blanks.
 */
#include "tool.h"

enum {
	MAX_FILES = 8192,
	MAX_FILE_LINES = 500,
	MAX_FUNCTION_LINES = 70,
	MAX_PARAMETERS = 6,
	MAX_BLOCKS = 4, /* one in another, inside a function */
};
enum rule {
	RULE_DIRECTION,
	RULE_FOREIGN,
	RULE_FILE,
	RULE_FUNCTION,
	RULE_BANNED,
	RULE_LEFTOVER,
	RULE_VARIABLE,
	RULE_BLANKS,
	RULE_COUNT
};
/* The order is the direction: a file may include what stands before or beside it. */
enum layer { LAYER_BASE, LAYER_LAW, LAYER_STORE, LAYER_WEB, LAYER_APP };

struct tidy_file {
	struct str path; /* below the root: "src/dossier/dossier.c" */
	struct str raw;
	struct str code;  /* of C files: comments and literals are blanks, every line where it was */
	struct str bare;  /* the same without preprocessor lines */
	enum layer layer; /* of files below src/ */
	bool layer_is_given;
	bool is_c, is_header, in_src, is_test, in_tools, is_driver;
};
struct tidy {
	struct arena *a;
	struct tidy_file *files;
	int n;
	int found[RULE_COUNT];
	struct buf said[RULE_COUNT];
};

void tidy_say(struct tidy *t, enum rule rule, const struct tidy_file *f, int line, const char *fmt, ...)
	printf_like(5);
const struct tidy_file *tidy_find(const struct tidy *t, struct str path);

void tidy_strip(struct arena *a, struct tidy_file *f);
/* The next identifier or number in text at or behind *at, which moves behind it; empty at the end. */
struct str tidy_word(struct str text, size_t *at);
int tidy_line(struct str text, size_t at); /* the line that the byte at stands in, from 1 */
bool tidy_is_one_of(struct str word, const struct str *words, size_t n);
size_t tidy_skip_blanks(struct str text, size_t at);

void tidy_includes(struct tidy *t);
void tidy_shape(struct tidy *t, const struct tidy_file *f);
void tidy_words(struct tidy *t, const struct tidy_file *f);
