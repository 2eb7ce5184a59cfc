#pragma once
/* For tests only: a database in memory, and an import as the writer runs it. */
#include "catalogue/catalogue.h"
#include "exchange/import.h"
#include "tests/t.h"

struct fixture {
	struct arena a;
	struct db db;
	struct journal journal;
	struct write w;
	struct import_job job; /* the last one */
};

void fixture_end(struct fixture *f);
#define FIXTURE cleanup_with(fixture_end) struct fixture
/* An empty database of all migrations. */
must_check const struct fault *fixture_open(struct fixture *f);
/* Runs f->job in a savepoint of its own. */
must_check const struct fault *run(struct fixture *f, write_command *import);
/* Runs a job without options on these bytes. */
must_check const struct fault *import_bytes(struct fixture *f, write_command *import, struct str bytes);
must_check const struct fault *import_text(struct fixture *f, write_command *import, const char *text);

bool has_error(const struct fixture *f, int64_t line, const char *field, enum import_code code);
void say_errors(struct fixture *f);
/* No errors, and this report of the last import. */
bool reported(struct fixture *f, int64_t rows, int64_t added, int64_t corrected, int64_t unchanged);
daynum day(const char *text);
