#pragma once
/* For the linter: what a few words are like. */
#include "base/base.h"

/* "tại đây", "xem thêm", "click here": words that say nothing about where a link leads. */
bool phrase_is_vague(struct arena *a, struct str words);
/* "https://…", "www.…". */
bool phrase_is_address(struct str words);
/* "IMG_0123", "anh-hop.jpg". */
bool phrase_is_file_name(struct arena *a, struct str words);
/* Two words or more, all in capital letters. */
bool phrase_is_shouted(struct str words);
/* Points at something by its colour: "phần màu đỏ". */
bool phrase_names_colour(struct arena *a, struct str words);
