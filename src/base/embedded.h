#pragma once
/* What tools/embed writes: files that are part of the program. */
#include "base/str.h"

/* gz and br are empty when they would not be smaller. Every slice has a NUL behind it. */
struct embedded_file {
	struct str path; /* "vn/holidays.csv": the array is sorted by it, by bytes */
	struct str type; /* "text/csv; charset=utf-8" */
	struct str hash; /* the first 8 hexadecimal digits of the SHA-256 of raw */
	struct str raw, gz, br;
};
