#pragma once
/* The two languages of the product; Vietnamese is the default. */
#include "base/str.h"

enum lang { LANG_VI, LANG_EN };
enum { LANGS = 2 };

/* "vi" or "en"; false for anything else. */
must_check bool lang_from(struct str s, enum lang *out);
struct str lang_code(enum lang lang); /* "vi", "en": for lang= and Content-Language */
