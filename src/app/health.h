#pragma once
/* What /healthz and /metrics say of the program beside its server. */
#include "http/http.h"

/* The database can be read, the writer answers, the disk has room; else false and why. */
bool app_healthy(struct request *rq, struct buf *why);
void app_metrics(struct app *app, struct buf *out);
