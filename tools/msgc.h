#pragma once
/*
 * msgc: compile the message catalogue to C.   msgc OUT.h OUT.c src/…/x.vi.msg src/…/x.en.msg …
 *
 *   # a comment
 *   x.key = Text in one line
 *   x.other-key = {name} has {n:int} {n:int|dossier|dossiers}, due {day:date}
 *       and this line goes on
 *
 * A key begins with its file's name, so that who reads "x.key" knows where it stands. Every key stands in
 * both languages with the same arguments. Types of arguments: none = struct str; int = int64_t written with
 * the language's grouping; plain = int64_t, digits only; date = daynum; time = instant. {n:int|one|many}
 * writes only the word, chosen by n, and is for English: Vietnamese nouns do not change. {{ and }} are
 * braces.
 *
 * A key without arguments becomes MSG_x_key of enum msg, one with arguments void msg_x_other_key(out, lang,
 * …); the arguments come in the order of the Vietnamese text. For templates, which name the arguments, there
 * is also a macro with the names in it, in alphabetical order: msg_x_key__count__name(out, lang, count,
 * name).
 */
#include "tools/complain.h"

struct msg_file {
	struct str path, text;
};
/* Fills h and c, or error. Pure, for tests. */
void msgc_compile(struct arena *a, const struct msg_file *files, size_t n, struct buf *h, struct buf *c,
	struct complaint *error);
