#define _DEFAULT_SOURCE
#include "app/output.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

/* Written beside it and renamed: a full disk leaves the old file. */
must_check static const struct fault *write_file(struct arena *a, struct str path, struct str bytes)
{
	const char *temporary = str_fmt(a, "%.*s.part", ARG(path)).p;
	int fd = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
	size_t done = 0;

	if (fd < 0)
		return FAULT(a, FAULT_IO, "%s: %s", temporary, strerror(errno));
	while (done < bytes.n) {
		ssize_t n = write(fd, bytes.p + done, bytes.n - done);
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			break;
		done += (size_t)n;
	}
	bool fine = done == bytes.n && fsync(fd) == 0;
	int error = errno;

	close(fd);
	if (fine && rename(temporary, str_c(a, path)) == 0)
		return NULL;
	error = fine ? errno : error;
	unlink(temporary);
	return FAULT(a, error == ENOSPC ? FAULT_FULL : FAULT_IO, "%.*s: %s", ARG(path), strerror(error));
}

int write_output(const struct cli *c, struct str bytes)
{
	struct str path = cli_value(c, "--out");

	if (path.p) {
		const struct fault *f = write_file(c->a, path, bytes);
		return f ? cli_fault(c, f) : EXIT_DONE;
	}
	if (bytes.n && (fwrite(bytes.p, 1, bytes.n, stdout) != bytes.n || fflush(stdout) != 0))
		return cli_fault(c, FAULT(c->a, FAULT_IO, "stdout: %s", strerror(errno)));
	return EXIT_DONE;
}
