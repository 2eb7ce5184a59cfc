#pragma once
/* The files of web/, compiled in. Their addresses name their content, so caches may keep them for ever. */
#include "base/base.h"

#define ASSET_PREFIX "/tinh/"

struct asset {
	struct str name;         /* file name with the hash of its content */
	struct str type;         /* media type */
	struct str plain;        /* the bytes */
	struct str brotli, gzip; /* the same compressed; empty where that gains nothing (fonts) */
};
/* The asset of that file name, NULL when there is none (a stale hash is none). */
const struct asset *asset_find(struct str name);
