#pragma once
/*
 * The inspection of 25/10/2022 as far as the article tells it, under its plan, and one of an invented unit
 * from its decision to a remedy that is late. Whatever the article does not tell (days of documents,
 * deadlines, degrees) says of itself that it is assumed; nothing unfavourable that the article does not say
 * stands at a real agency.
 */
#include "province/province.h"

/* Behind demo_live(): recorded now, happened then. */
must_check const struct fault *demo_inspection(struct province *p, struct arena *a);
