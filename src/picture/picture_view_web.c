#include "picture/picture_view.h"
#include "picture/picture_store.h"

enum { SHOWN_W = 640 };

static struct url address(
	struct arena *a, struct url folder, struct str hash, int width, enum picture_format format)
{
	return url_segment(
		a, url_segment(a, folder, hash), str_fmt(a, "%d.%.*s", width, ARG(picture_ending(format))));
}

const struct fault *picture_view_read(
	struct db *db, struct str hash, const char *path, struct picture_view *out, bool *found)
{
	struct picture_size sizes[PICTURE_SIZES];
	struct url folder = url_path(str_of(path));
	struct picture_view v = { 0 };
	int n;

	TRY(picture_read_sizes(db, hash, sizes, &n));
	for (int i = 0; i < n; i++) {
		int w = sizes[i].width;

		v.largest = address(db->a, folder, hash, w, PICTURE_JPEG);
		srcset_add(db->a, &v.webp, address(db->a, folder, hash, w, PICTURE_WEBP), w);
		srcset_add(db->a, &v.jpeg, v.largest, w);
		if (v.width && w > SHOWN_W)
			continue;
		v.src = v.largest;
		v.width = w;
		v.height = sizes[i].height;
	}
	*out = v;
	*found = v.width > 0;
	return NULL;
}
