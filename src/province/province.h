#pragma once
/*
 * A province: one directory with one database, opened by one process that writes and any number that read.
 *   DIR/province.db (and -wal, -shm)   DIR/lock (who writes, as text)
 * Stopped, the directory can be copied and moved.
 */
#include "catalogue/catalogue.h"
#include "province/writer.h"

struct province;

enum province_refusal {
	PROVINCE_OK,
	PROVINCE_NOT_EMPTY, /* init, demo: the directory has something in it */
	PROVINCE_NOT_ONE,   /* the directory is not a province */
	PROVINCE_HELD,      /* somebody else writes; holder says who */
	PROVINCE_TOO_OLD,   /* opened for reading only: a command that writes brings it up to date */
	PROVINCE_TOO_NEW,   /* made by a newer program */
};
struct province_problem {
	enum province_refusal refusal;
	struct str holder; /* PROVINCE_HELD: what the lock file says */
};

struct province_options {
	struct clock clock;
	uint64_t salt_seed; /* see struct write */
	bool read_only;     /* no writer, no lock */
	bool mend; /* the catalogue may be unreadable; load it before it is taken: for province_rebuild */
	const char *purpose; /* what the lock file says: "serve", "import" */
	int readers;         /* connections kept for reading; 0 is 1 */
};

/* Makes the directory dir; it must not exist or be empty. */
must_check const struct fault *province_new_dir(
	struct arena *a, struct str dir, struct province_problem *problem);
/* Makes dir (it must not exist or be empty) with an empty database. */
must_check const struct fault *province_create(
	struct arena *a, struct str dir, struct province_problem *problem);
/* Opens it; everything lives in a. *out is NULL when problem says why not. */
must_check const struct fault *province_open(struct arena *a, struct str dir,
	const struct province_options *o, struct province **out, struct province_problem *problem);
void province_close(struct province *p);

struct writer *province_writer(struct province *p);
instant province_now(const struct province *p);
struct str province_dir(const struct province *p);

/* A reading connection, for one thread, until it is given back; waits when all are taken. db->a is a. Reads
 * between tx_begin and tx_end see one state. */
must_check const struct fault *province_take_reader(struct province *p, struct arena *a, struct db **out);
void province_give_reader(struct province *p, struct db *db);

/* What can change a public page, as numbers that only grow. Whoever asks before reading sees at least that.
 */
struct province_revisions {
	struct revisions journal;
	uint64_t catalogue; /* which snapshot is the newest */
};
struct province_revisions province_revisions(const struct province *p);

/* The newest snapshot of agencies, procedures and calendars; stays valid until given back. */
const struct catalogue *province_take_catalogue(struct province *p);
void province_give_catalogue(struct province *p, const struct catalogue *c);
/* Loads a new snapshot: after a command that changed the catalogue. */
must_check const struct fault *province_reload_catalogue(struct province *p, struct arena *a);
