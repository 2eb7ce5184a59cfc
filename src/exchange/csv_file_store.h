#pragma once
/* A CSV file on the disk as a source for csv.h. */
#include "exchange/csv_text.h"

struct csv_file {
	struct arena *a;
	int fd; /* one more than the descriptor, so that the zero value is closed */
	uint64_t bytes;
};
/* FAULT_NOT_FOUND: there is no such file; FAULT_IO: it cannot be read, or is no regular file or pipe. Use it
 * as `cleanup_with(csv_file_close) struct csv_file f = { 0 };`. */
must_check const struct fault *csv_file_open(struct csv_file *f, struct arena *a, struct str path);
void csv_file_close(struct csv_file *f);
struct csv_source csv_from_file(struct csv_file *f);
