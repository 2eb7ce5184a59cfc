#include "province/writer.h"
#include "db/migrate.h"
#include "db/schema.h"
#include "tests/t.h"

#include <pthread.h>

enum { THREADS = 24, EACH = 40 };

struct fixture {
	struct arena a;
	struct db db;
	struct writer *w;
};

static void fixture_end(struct fixture *f)
{
	if (f->w)
		writer_stop(f->w);
	db_close(&f->db);
	arena_free(&f->a);
}
#define FIXTURE cleanup_with(fixture_end) struct fixture

static const struct fault *fixture_open(struct fixture *f)
{
	int applied;

	TRY(db_open(&f->a, ":memory:", DB_WRITE, &f->db));
	TRY(db_migrate(&f->db, schema_migrations, schema_migrations_n, &applied));
	return writer_open(&f->a, &f->db, clock_real(), 0, &f->w);
}

enum outcome { KEEP, UNDO, FAIL, DISK_FAILS_IN_A_GROUP };
struct command {
	int64_t position;
	int runs;
	enum outcome what;
};

static const struct fault *append_one(struct write *w, void *arg)
{
	struct command *c = arg;
	struct journal_record r = { .recorded = w->now, .bytes = S("{}") };

	c->runs++;
	TRY(journal_append(w->db, w->journal, &r, &c->position));
	if (c->what == UNDO)
		db_undo(w->db);
	if (c->what == FAIL)
		return FAULT(w->db->a, FAULT_CONFLICT, "planned");
	if (c->what == DISK_FAILS_IN_A_GROUP && c->runs == 1)
		return FAULT(w->db->a, FAULT_IO, "planned");
	return NULL;
}

TEST(a_command_is_kept_taken_back_or_failed_alone)
{
	FIXTURE f = { 0 };
	struct command keep = { 0 }, undo = { .what = UNDO }, fail = { .what = FAIL };
	int64_t size;

	CHECK_OK(fixture_open(&f));
	CHECK_OK(writer_run(f.w, &f.a, append_one, &keep));
	CHECK_OK(writer_run(f.w, &f.a, append_one, &undo));
	const struct fault *fault = writer_run(f.w, &f.a, append_one, &fail);
	CHECK(fault && fault->kind == FAULT_CONFLICT);
	CHECK_OK(writer_run(f.w, &f.a, append_one, &keep));
	CHECK_INT(keep.position, 1);
	f.db.a = &f.a;
	CHECK_OK(journal_size(&f.db, &size));
	CHECK_INT(size, 2);
}

struct client {
	struct writer *w;
	struct command commands[EACH];
	bool seen_kept[EACH];
	pthread_t thread;
	int number;
};

static void *run_client(void *arg)
{
	struct client *c = arg;

	for (int i = 0; i < EACH; i++) {
		ARENA a = { 0 };
		c->commands[i].what = (enum outcome)((i + c->number) % 4);
		const struct fault *f = writer_run(c->w, &a, append_one, &c->commands[i]);
		c->seen_kept[i] = !f && c->commands[i].what != UNDO;
	}
	return NULL;
}

TEST(many_threads_share_commits_and_nothing_is_lost_or_doubled)
{
	FIXTURE f = { 0 };
	static struct client clients[THREADS];
	static bool taken[THREADS * EACH];
	int64_t size, kept = 0;

	CHECK_OK(fixture_open(&f));
	writer_start(f.w);
	for (int i = 0; i < THREADS; i++) {
		clients[i] = (struct client){ .w = f.w, .number = i };
		pthread_create(&clients[i].thread, NULL, run_client, &clients[i]);
	}
	for (int i = 0; i < THREADS; i++)
		pthread_join(clients[i].thread, NULL);
	struct writer_counts counts = writer_counts(f.w);
	writer_stop(f.w);
	for (int i = 0; i < THREADS; i++)
		for (int k = 0; k < EACH; k++) {
			if (!clients[i].seen_kept[k])
				continue;
			int64_t at = clients[i].commands[k].position;
			kept++;
			CHECK_OR_STOP(at >= 0 && at < THREADS * EACH);
			CHECK(!taken[at]);
			taken[at] = true;
		}
	f.db.a = &f.a;
	CHECK_OK(journal_size(&f.db, &size));
	CHECK_INT(size, kept);
	CHECK(kept > THREADS * EACH / 4);
	CHECK_INT(counts.commands, THREADS * EACH);
	CHECK_INT(counts.waiting, 0);
	struct sha256 got, want;
	struct journal j = { 0 };
	CHECK_OK(journal_open(&f.db, &j));
	want = merkle_root(&j.tree);
	CHECK_OK(journal_root(&f.db, size, &got));
	CHECK(memcmp(&got, &want, sizeof got) == 0);
}
