#pragma once
/* An official document as a file: pages to sign (official_pdf.c) and text to go on working with
 * (official_odt.c). */
#include "base/fault.h"
#include "document/official.h"

/* Pages by phụ lục I: A4, upright, Tinos. d must not be official_wrong(). The same value gives the same
 * bytes. Fault: the library cannot draw. bytes in a. */
must_check const struct fault *official_pdf(struct arena *a, const struct official *d, struct str *bytes);
