#include "app/health.h"
#include "http/metrics.h"
#include "setting/setting_store.h"
#include "site/site_web.h"

#include <sys/statvfs.h>

/* Below this a group of commands with their journal and index pages might not fit. */
#define ROOM_BYTES ((uint64_t)64 << 20)

static uint64_t room_of(struct arena *a, const struct province *p)
{
	struct statvfs v;

	if (statvfs(str_c(a, province_dir(p)), &v) != 0)
		return 0;
	return (uint64_t)v.f_bavail * v.f_frsize;
}

/* Runs between other commands and is taken back: the writer takes commands and can begin a transaction. */
static const struct fault *touch(struct write *w, void *arg)
{
	(void)arg;
	db_undo(w->db);
	return NULL;
}

must_check static const struct fault *try_database(struct request *rq)
{
	READER held = { 0 };
	bool synthetic;

	TRY(site_reader(rq, &held));
	TRY(setting_is_synthetic(held.db, &synthetic));
	return NULL;
}

bool app_healthy(struct request *rq, struct buf *why)
{
	const struct fault *f = try_database(rq);

	if (!f)
		f = writer_run(province_writer(rq->app->province), rq->a, touch, NULL);
	if (f)
		buf_add(why, f->what);
	else if (room_of(rq->a, rq->app->province) < ROOM_BYTES)
		buf_add(why, S("the disk of the data directory is nearly full"));
	else if (rq->app->stuck)
		buf_add(why, S("the figures cannot be brought up to date"));
	return why->n == 0;
}

void app_metrics(struct app *app, struct buf *out)
{
	struct writer_counts n = writer_counts(province_writer(app->province));

	metrics_value(out, "motcua_writer_waiting", "gauge", n.waiting);
	metrics_value(out, "motcua_writer_commands_total", "counter", n.commands);
	metrics_value(out, "motcua_writer_commits_total", "counter", n.commits);
	metrics_value(out, "motcua_figures_position", "gauge", app->followed);
	metrics_value(out, "motcua_disk_room_bytes", "gauge", (int64_t)room_of(out->a, app->province));
}
