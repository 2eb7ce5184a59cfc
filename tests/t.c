#include "tests/t.h"

#include <stdarg.h>

/* Tests may keep state of their own: this file and the registrations are the only places that do. */
static struct test *first, **end = &first;
static bool failed_now;

void test_add(struct test *t)
{
	*end = t;
	end = &t->next;
}

bool test_check(bool ok, const char *file, int line, const char *fmt, ...)
{
	if (ok)
		return true;
	va_list ap;
	va_start(ap, fmt);
	printf("# %s:%d: ", file, line);
	vprintf(fmt, ap);
	printf("\n");
	va_end(ap);
	failed_now = true;
	return false;
}

int main(int argc, char **argv)
{
	const char *only = argc > 1 ? argv[1] : "";
	int passed = 0, failed = 0, n = 0, planned = 0;

	for (struct test *t = first; t; t = t->next)
		planned += strstr(t->name, only) != NULL;
	printf("1..%d\n", planned);
	for (struct test *t = first; t; t = t->next) {
		if (!strstr(t->name, only))
			continue;
		failed_now = false;
		t->run();
		printf("%s %d - %s\n", failed_now ? "not ok" : "ok", ++n, t->name);
		fflush(stdout);
		failed_now ? failed++ : passed++;
	}
	printf("# %d passed, %d failed\n", passed, failed);
	return failed != 0 || planned == 0;
}
