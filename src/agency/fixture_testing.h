#pragma once
/* For tests of stores: a database in memory with its journal, and a command that stands in it. */
#include "agency/agency_store.h"
#include "db/migrate.h"
#include "db/schema.h"
#include "tests/t.h"

struct fixture {
	struct arena a;
	struct db db;
	struct journal journal;
	struct write w;
};
/* 2022-12-23 09:00, a Friday. */
instant fixture_now(void);
/* Its clock says now; with the first n of FIXTURE_AGENCIES: Sở Mẫu A (SMA), Sở Mẫu B (SMB). */
enum { FIXTURE_AGENCIES = 2 };
must_check const struct fault *fixture_open(struct fixture *f, instant now, size_t n);
void fixture_end(struct fixture *f);
#define FIXTURE_OF(f, now, n) \
	cleanup_with(fixture_end) struct fixture f = { 0 }; \
	CHECK_OK(fixture_open(&(f), now, n))
