#pragma once
/* A thread that every second, while the program serves, brings the figures up to the journal and publishes
 * the articles whose hour has come, and writes what was counted of visits every few seconds and at the end.
 */
#include "site/site_web.h"

#include <pthread.h>

struct follow_thread {
	struct app *app;
	pthread_t thread;
	pthread_mutex_t lock; /* guards stopping */
	pthread_cond_t changed;
	bool stopping;
	bool visits_stuck;     /* the last turn could not write them */
	bool publishing_stuck; /* of the thread alone: its fault was said */
};
void follow_start(struct follow_thread *t);
/* Waits until the batch that runs is done. */
void follow_stop(struct follow_thread *t);
