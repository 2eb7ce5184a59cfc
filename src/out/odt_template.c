#include "out/odt.h"
#include "out/odt_files.h"
#include "out/official_out.h"
#include "search/fold.h"

#include <errno.h>
#include <stdio.h>

struct str odt_builtin(struct str name)
{
	for (int i = 0; i < odt_files_n; i++)
		if (str_eq(odt_files[i].path, name))
			return odt_files[i].raw;
	return (struct str){ 0 };
}

static void file_end(FILE **f)
{
	if (*f)
		fclose(*f);
}

/* *found is false when there is no such file. */
static const struct fault *read_whole(struct arena *a, struct str path, struct str *bytes, bool *found)
{
	cleanup_with(file_end) FILE *f = fopen(str_c(a, path), "rb");

	*found = f != NULL;
	if (!f)
		return errno == ENOENT ? NULL
				       : FAULT(a, FAULT_IO, "open %.*s: %s", ARG(path), strerror(errno));
	char *room = NEW_ARRAY(a, char, LIMIT_TEMPLATE_BYTES + 1);
	size_t n = fread(room, 1, LIMIT_TEMPLATE_BYTES + 1, f);

	if (ferror(f))
		return FAULT(a, FAULT_IO, "read %.*s: %s", ARG(path), strerror(errno));
	*bytes = (struct str){ room, n }; /* one byte too many: official_odt() refuses it */
	return NULL;
}

const struct fault *official_template_read(
	struct arena *a, struct str dir, enum official_type t, struct str *bytes, struct str *path)
{
	struct str own = upper_vi(a, slug(a, official_type_abbreviation(t)));
	bool found;

	own = own.n ? own : S("CV");
	*bytes = (struct str){ 0 };
	*path = str_fmt(a, "%.*s/templates/%.*s.odt", ARG(dir), ARG(own));
	TRY(read_whole(a, *path, bytes, &found));
	if (found)
		return NULL;
	*path = str_fmt(a, "%.*s/templates/van-ban.odt", ARG(dir));
	return read_whole(a, *path, bytes, &found);
}

const struct fault *template_file_read(
	struct arena *a, struct str dir, struct str name, struct str *bytes, struct str *path)
{
	bool found;

	*bytes = (struct str){ 0 };
	*path = str_fmt(a, "%.*s/templates/%.*s", ARG(dir), ARG(name));
	return read_whole(a, *path, bytes, &found);
}
