#define _POSIX_C_SOURCE 200809L
#include "exchange/csv.h"
#include "exchange/csv_file_store.h"
#include "tests/t.h"

#include <unistd.h>

static const struct csv_column columns[] = { { S_INIT("code"), true }, { S_INIT("name"), true } };

TEST(a_file_is_read_from_the_disk)
{
	ARENA a = { 0 };
	char path[] = "csv_file_test_XXXXXX";
	int fd = mkstemp(path);
	static const struct str text = S_INIT("code,name\n1,Sở\n");
	struct import_errors errors = { .a = &a };
	bool more = false;

	CHECK_OR_STOP(fd >= 0 && write(fd, text.p, text.n) == (ssize_t)text.n && !close(fd));
	cleanup_with(csv_file_close) struct csv_file f = { 0 };
	cleanup_with(csv_close) struct csv c = { 0 };
	CHECK_OK(csv_file_open(&f, &a, str_of(path)));
	CHECK_INT(unlink(path), 0);
	CHECK_OK(csv_open(&c, &a, csv_from_file(&f), columns, COUNT(columns), &errors));
	CHECK_INT(c.text.source.total, text.n);
	CHECK_OK(csv_next(&c, &more));
	CHECK(more);
	CHECK_STR(c.field[1], S("Sở"));
	CHECK_INT(c.text.bytes, text.n);
}

TEST(what_is_no_file_is_a_fault)
{
	ARENA a = { 0 };
	cleanup_with(csv_file_close) struct csv_file f = { 0 };

	const struct fault *missing = csv_file_open(&f, &a, S("no such file.csv"));
	CHECK(missing && missing->kind == FAULT_NOT_FOUND);
	const struct fault *folder = csv_file_open(&f, &a, S("/"));
	CHECK(folder && folder->kind == FAULT_IO);
	const struct fault *empty = csv_file_open(&f, &a, S(""));
	CHECK(empty && empty->kind == FAULT_NOT_FOUND);
}
