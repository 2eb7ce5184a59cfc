#define _DEFAULT_SOURCE
#include "province/province.h"
#include "db/migrate.h"
#include "db/schema.h"
#include "province/lock.h"

#include <dirent.h>
#include <errno.h>
#include <pthread.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MAX_READERS = 16 };

struct reader {
	struct db db;
	struct arena own; /* the connection's engine */
	bool open, taken;
};
/* A snapshot and how many use it; the province itself counts as one. */
struct shared_catalogue {
	struct arena a;
	const struct catalogue *catalogue;
	int users;
	struct shared_catalogue *next;
};
struct province {
	struct arena *a;
	struct str dir;
	const char *file;
	struct clock clock;
	int lock_fd, readers_n;
	struct db write_db;
	struct writer *writer;
	_Atomic uint64_t catalogues; /* loaded so far */
	pthread_mutex_t lock;        /* guards what follows */
	pthread_cond_t given_back;
	struct reader readers[MAX_READERS];
	struct shared_catalogue *newest, *all;
};

static const char *file_in(struct arena *a, struct str dir, const char *name)
{
	return str_fmt(a, "%.*s/%s", ARG(dir), name).p;
}

static bool dir_is_empty(const char *path)
{
	DIR *d = opendir(path);
	int seen = 0;

	if (!d)
		return errno == ENOENT;
	for (const struct dirent *e = readdir(d); e; e = readdir(d)) /* one thread uses this stream */
		seen += strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0;
	closedir(d);
	return seen == 0;
}

static bool file_exists(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0;
}

must_check static const struct fault *make_dir(struct arena *a, const char *path)
{
	if (mkdir(path, 0750) == 0 || errno == EEXIST)
		return NULL;
	return FAULT(a, errno == ENOSPC ? FAULT_FULL : FAULT_IO, "%s: %s", path, strerror(errno));
}

const struct fault *province_new_dir(struct arena *a, struct str dir, struct province_problem *problem)
{
	*problem = (struct province_problem){ 0 };
	if (!dir_is_empty(str_c(a, dir))) {
		problem->refusal = PROVINCE_NOT_EMPTY;
		return NULL;
	}
	return make_dir(a, str_c(a, dir));
}

const struct fault *province_create(struct arena *a, struct str dir, struct province_problem *problem)
{
	DB db = { 0 };
	int applied;

	TRY(province_new_dir(a, dir, problem));
	if (problem->refusal)
		return NULL;
	const struct fault *f = db_open(a, file_in(a, dir, "province.db"), DB_WRITE, &db);

	if (!f)
		f = db_migrate(&db, schema_migrations, schema_migrations_n, &applied);
	if (f) { /* nothing that the next attempt would take for somebody's data */
		db_close(&db);
		unlink(file_in(a, dir, "province.db"));
		unlink(file_in(a, dir, "province.db-wal"));
		unlink(file_in(a, dir, "province.db-shm"));
	}
	return f;
}

must_check static const struct fault *take_lock(
	struct province *p, const struct province_options *o, struct province_problem *problem)
{
	struct str text =
		str_fmt(p->a, "motcua %s, pid %ld\n", o->purpose ? o->purpose : "?", (long)getpid());
	struct str holder = { 0 };

	TRY(lock_take(p->a, str_of(file_in(p->a, p->dir, "lock")), text, &p->lock_fd, &holder));
	if (p->lock_fd < 0)
		*problem = (struct province_problem){ PROVINCE_HELD, holder };
	return NULL;
}

must_check static const struct fault *open_writer(
	struct province *p, const struct province_options *o, struct province_problem *problem)
{
	int version, applied;

	TRY(take_lock(p, o, problem));
	if (problem->refusal)
		return NULL;
	TRY(db_open(p->a, p->file, DB_WRITE, &p->write_db));
	TRY(db_schema_version(&p->write_db, &version));
	if (version > schema_migrations_n) {
		problem->refusal = PROVINCE_TOO_NEW;
		return NULL;
	}
	TRY(db_migrate(&p->write_db, schema_migrations, schema_migrations_n, &applied));
	return writer_open(p->a, &p->write_db, o->clock, o->salt_seed, &p->writer);
}

/* Reading changes nothing, so it cannot bring older data up to date. */
must_check static const struct fault *check_version(struct province *p, struct province_problem *problem)
{
	struct db *db;
	int version = 0;

	TRY(province_take_reader(p, p->a, &db));
	const struct fault *f = db_schema_version(db, &version);

	province_give_reader(p, db);
	if (!f && version != schema_migrations_n)
		problem->refusal = version > schema_migrations_n ? PROVINCE_TOO_NEW : PROVINCE_TOO_OLD;
	return f;
}

const struct fault *province_open(struct arena *a, struct str dir, const struct province_options *o,
	struct province **out, struct province_problem *problem)
{
	struct province *p = NEW(a, struct province);

	*problem = (struct province_problem){ 0 };
	*out = NULL;
	*p = (struct province){ .a = a, .dir = str_dup(a, dir), .clock = o->clock, .lock_fd = -1 };
	p->file = file_in(a, dir, "province.db");
	p->readers_n = o->readers > 0 && o->readers <= MAX_READERS ? o->readers : 1;
	pthread_mutex_init(&p->lock, NULL);
	pthread_cond_init(&p->given_back, NULL);
	if (!file_exists(p->file)) {
		problem->refusal = PROVINCE_NOT_ONE;
		return NULL;
	}
	const struct fault *f = o->read_only ? check_version(p, problem) : open_writer(p, o, problem);

	if (!f && !problem->refusal && !o->mend)
		f = province_reload_catalogue(p, a);
	if (f || problem->refusal) {
		province_close(p);
		return f;
	}
	*out = p;
	return NULL;
}

void province_close(struct province *p)
{
	if (p->writer)
		writer_stop(p->writer);
	for (int i = 0; i < p->readers_n; i++) {
		if (p->readers[i].open)
			db_close(&p->readers[i].db);
		arena_free(&p->readers[i].own);
	}
	for (struct shared_catalogue *s = p->all; s; s = s->next)
		arena_free(&s->a);
	p->all = p->newest = NULL;
	db_close(&p->write_db);
	lock_give(p->lock_fd);
	p->lock_fd = -1;
}

struct writer *province_writer(struct province *p)
{
	return p->writer;
}

instant province_now(const struct province *p)
{
	return clock_now(&p->clock);
}

struct str province_dir(const struct province *p)
{
	return p->dir;
}

/* A free slot, an open connection first; NULL when all are taken. The lock is held. */
static struct reader *free_reader(struct province *p)
{
	struct reader *closed = NULL;

	for (int i = 0; i < p->readers_n; i++) {
		if (p->readers[i].taken)
			continue;
		if (p->readers[i].open)
			return &p->readers[i];
		closed = closed ? closed : &p->readers[i];
	}
	return closed;
}

static struct reader *wait_for_reader(struct province *p)
{
	struct reader *r;

	pthread_mutex_lock(&p->lock);
	while (!(r = free_reader(p)))
		pthread_cond_wait(&p->given_back, &p->lock);
	r->taken = true;
	pthread_mutex_unlock(&p->lock);
	return r;
}

const struct fault *province_take_reader(struct province *p, struct arena *a, struct db **out)
{
	struct reader *r = wait_for_reader(p);

	if (!r->open) {
		const struct fault *f = db_open(&r->own, p->file, DB_READ, &r->db);
		if (f) {
			f = fault_at(a, f->where, f->kind, "%.*s", ARG(f->what));
			db_close(&r->db);
			province_give_reader(p, &r->db);
			return f;
		}
		r->open = true;
	}
	r->db.a = a;
	*out = &r->db;
	return NULL;
}

void province_give_reader(struct province *p, struct db *db)
{
	pthread_mutex_lock(&p->lock);
	for (int i = 0; i < p->readers_n; i++)
		if (&p->readers[i].db == db) {
			db->a = &p->readers[i].own;
			p->readers[i].taken = false;
		}
	pthread_cond_signal(&p->given_back);
	pthread_mutex_unlock(&p->lock);
}

const struct catalogue *province_take_catalogue(struct province *p)
{
	pthread_mutex_lock(&p->lock);
	struct shared_catalogue *s = p->newest;
	s->users++;
	pthread_mutex_unlock(&p->lock);
	return s->catalogue;
}

/* An older snapshot is freed when its last user gives it back. The lock is held. */
static void give_locked(struct shared_catalogue *s)
{
	assert(s->users > 0);
	if (--s->users == 0)
		arena_free(&s->a);
}

void province_give_catalogue(struct province *p, const struct catalogue *c)
{
	pthread_mutex_lock(&p->lock);
	for (struct shared_catalogue *s = p->all; s; s = s->next)
		if (s->catalogue == c && s->users) {
			give_locked(s);
			break;
		}
	pthread_mutex_unlock(&p->lock);
}

must_check static const struct fault *load_catalogue(
	struct province *p, struct arena *a, struct shared_catalogue *s)
{
	struct db *db;

	TRY(province_take_reader(p, a, &db));
	const struct fault *f = catalogue_load(db, &s->a, &s->catalogue);

	province_give_reader(p, db);
	return f;
}

/* A place for a snapshot: one whose users have all gone, else a new one. The lock is held. */
static struct shared_catalogue *spare_place(struct province *p)
{
	for (struct shared_catalogue *s = p->all; s; s = s->next)
		if (!s->users)
			return s;
	struct shared_catalogue *s = NEW(p->a, struct shared_catalogue);

	s->next = p->all;
	p->all = s;
	return s;
}

const struct fault *province_reload_catalogue(struct province *p, struct arena *a)
{
	struct shared_catalogue loaded = { 0 };

	TRY(load_catalogue(p, a, &loaded));
	pthread_mutex_lock(&p->lock);
	struct shared_catalogue *s = spare_place(p);

	loaded.next = s->next;
	*s = loaded;
	s->users = 1;
	if (p->newest)
		give_locked(p->newest);
	p->newest = s;
	p->catalogues++;
	pthread_mutex_unlock(&p->lock);
	return NULL;
}

struct province_revisions province_revisions(const struct province *p)
{
	return (struct province_revisions){ p->writer ? writer_revisions(p->writer) : (struct revisions){ 0 },
		p->catalogues };
}
