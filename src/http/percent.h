#pragma once
/* Percent code, the way hostile input is read. Pure. */
#include "base/base.h"

/* RFC 3986 2.1; plus_is_blank for forms. False for "%", "%1", "%zz". *out is in a. */
must_check bool percent_decode(struct arena *a, struct str s, bool plus_is_blank, struct str *out);
