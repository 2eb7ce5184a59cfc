#pragma once
/* For tests and the fuzzer: whether HTML is of the few kinds that an article may have. */
#include "base/base.h"

/* NULL, or what is wrong with it: an element or attribute on no list, an address of another kind, an element
 * that is not closed or closed twice, a control character. */
const char *markdown_suspect(struct str html);
