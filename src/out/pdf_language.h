#pragma once
/* The language of a PDF, which Cairo 1.16 cannot write: an incremental update (ISO 32000-1, 7.5.6) of the
 * catalog. */
#include "base/buf.h"

/* pdf with /Lang and with its title in the window's head; pdf itself when it is not one of the kind that
 * Cairo writes. language: "vi". */
struct str pdf_with_language(struct arena *a, struct str pdf, const char *language);
