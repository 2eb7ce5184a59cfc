#define _POSIX_C_SOURCE 200809L
#include "exchange/csv_file_store.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

const struct fault *csv_file_open(struct csv_file *f, struct arena *a, struct str path)
{
	struct stat st;

	if (!path.n || memchr(path.p, 0, path.n))
		return FAULT(a, FAULT_NOT_FOUND, "a file name is empty or holds NUL");
	int fd = open(str_c(a, path), O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return FAULT(a, errno == ENOENT ? FAULT_NOT_FOUND : FAULT_IO, "open %.*s: %s", ARG(path),
			strerror(errno));
	*f = (struct csv_file){ .a = a, .fd = fd + 1 };
	if (fstat(fd, &st))
		return FAULT(a, FAULT_IO, "stat %.*s: %s", ARG(path), strerror(errno));
	if (!S_ISREG(st.st_mode) && !S_ISFIFO(st.st_mode))
		return FAULT(a, FAULT_IO, "%.*s is a directory or a device, not a file", ARG(path));
	f->bytes = S_ISREG(st.st_mode) ? (uint64_t)st.st_size : 0;
	return NULL;
}

void csv_file_close(struct csv_file *f)
{
	if (f->fd)
		(void)close(f->fd - 1);
	f->fd = 0;
}

static const struct fault *read_file(void *from, char *into, size_t cap, size_t *got)
{
	struct csv_file *f = from;
	ssize_t n;

	do
		n = read(f->fd - 1, into, cap);
	while (n < 0 && errno == EINTR);
	if (n < 0)
		return FAULT(f->a, FAULT_IO, "read: %s", strerror(errno));
	*got = (size_t)n;
	return NULL;
}

struct csv_source csv_from_file(struct csv_file *f)
{
	return (struct csv_source){ .read = read_file, .from = f, .total = f->bytes };
}
