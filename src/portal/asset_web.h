#pragma once
/* The browser's files, compiled in from web/. Their addresses hold their hash, so caches keep them for ever.
 */
#include "base/embedded.h"
#include "html/html.h"
#include "http/http.h"

/* The file of that name ("app.css"), NULL when there is none. */
const struct embedded_file *asset_find(struct str name);
/* Where the file is served; the name must exist. */
struct url asset_url(struct arena *a, struct str name);
/* GET /tinh/:hash/:name in the best encoding the client takes (RFC 9110 12.5.3). 404 for another hash: the
 * page that asks for it is older than the program. */
struct reply asset_get(struct request *rq);
