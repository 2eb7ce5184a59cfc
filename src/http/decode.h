#pragma once
/* Percent code and UTF-8, the way hostile input is read. Pure. */
#include "base/base.h"

/* RFC 3986 2.1; plus_is_blank for forms. False for "%", "%1", "%zz". *out is in a. */
must_check bool percent_decode(struct arena *a, struct str s, bool plus_is_blank, struct str *out);
/* RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF. */
must_check bool utf8_valid(struct str s);
/* Code points of valid UTF-8. */
int64_t utf8_count(struct str s);
/* C0 (newline and tab excepted when text is set), DEL and C1 control characters in valid UTF-8. */
bool has_control(struct str s, bool text);
