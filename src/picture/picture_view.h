#pragma once
/* A picture as templates show it: {{ call picture(o, &view) }} of picture/picture_html.h. */
#include "db/db.h"
#include "html/html.h"

struct picture_view {
	int width, height; /* of src: the page keeps this much room for it */
	struct url src;    /* the middle size as JPEG, for browsers that know nothing else */
	struct srcset webp, jpeg;
	struct url largest; /* to be opened alone */
	struct str alt;     /* what is on it, from whoever shows it; empty: a decoration */
	struct str sizes;   /* how wide it stands on the page, as <img sizes> has it; empty: as wide as the
			       window */
	bool is_first;      /* seen without scrolling: loaded at once */
};
/* Everything but alt, sizes, is_first. Its addresses begin with path: "/anh" for everybody. In db->a. */
must_check const struct fault *picture_view_read(
	struct db *db, struct str hash, const char *path, struct picture_view *out, bool *found);
