#include "base/fault.h"

const struct fault *fault_at(struct arena *a, const char *where, enum fault_kind kind, const char *fmt, ...)
{
	struct fault *f = NEW(a, struct fault);
	va_list ap;

	va_start(ap, fmt);
	*f = (struct fault){ .kind = kind, .what = str_vfmt(a, fmt, ap), .where = where };
	va_end(ap);
	return f;
}
