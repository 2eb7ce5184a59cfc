#pragma once
/*
 * The one writer. Whoever wants to change something hands it a command (a closure) and waits; a thread runs
 * the waiting commands one after the other in one transaction and commits them together, so that one disk
 * flush serves many. A command that is refused or faulty is taken back alone. When the disk fails under a
 * group, its commands are tried singly; a commit that nobody knows the outcome of is FAULT_UNSURE for all of
 * them.
 */
#include "journal/write.h"
#include "province/clock.h"

struct writer;

/* Takes over db (opened DB_WRITE, migrated). Lives in a. Without writer_start() commands run on the caller's
 * thread. */
must_check const struct fault *writer_open(
	struct arena *a, struct db *db, struct clock clock, uint64_t salt_seed, struct writer **out);
void writer_start(struct writer *w);
/* Carries out what is waiting, then ends the thread. */
void writer_stop(struct writer *w);

/* Runs the command and waits until it is durable. Faults are in a. May be called by many threads. */
must_check const struct fault *writer_run(struct writer *w, struct arena *a, write_command *run, void *arg);

/* What committed commands have changed so far. A command is counted before its caller hears of it; whoever
 * asks here before reading the database sees at least what is counted. For any number of threads. */
struct revisions writer_revisions(const struct writer *w);

/* For /metrics: commands waiting now, carried out, commits made. */
struct writer_counts {
	int64_t waiting, commands, commits;
};
struct writer_counts writer_counts(struct writer *w);
