#define _DEFAULT_SOURCE
#include "province/lock.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

enum { HOLDER_BYTES = 200 };

static struct str read_holder(struct arena *a, int fd)
{
	char *text = arena_alloc(a, HOLDER_BYTES, 1);
	ssize_t n = pread(fd, text, HOLDER_BYTES, 0);

	return str_trim((struct str){ text, n > 0 ? (size_t)n : 0 });
}

const struct fault *lock_take(struct arena *a, struct str path, struct str text, int *fd, struct str *holder)
{
	int f = open(str_c(a, path), O_RDWR | O_CREAT | O_CLOEXEC, 0644);

	*fd = -1;
	if (f < 0)
		return FAULT(a, FAULT_IO, "%.*s: %s", ARG(path), strerror(errno));
	if (flock(f, LOCK_EX | LOCK_NB) != 0) {
		*holder = read_holder(a, f);
		close(f);
		return NULL;
	}
	if (ftruncate(f, 0) != 0 || pwrite(f, text.p, text.n, 0) != (ssize_t)text.n) {
		const struct fault *fault = FAULT(
			a, errno == ENOSPC ? FAULT_FULL : FAULT_IO, "%.*s: %s", ARG(path), strerror(errno));
		close(f);
		return fault;
	}
	*fd = f;
	return NULL;
}

void lock_give(int fd)
{
	if (fd >= 0)
		close(fd); /* the lock goes with it; the file stays, so that nobody locks one that was deleted
			    */
}
