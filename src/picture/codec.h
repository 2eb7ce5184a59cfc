#pragma once
/* What libgd does for the program: files of pictures to pixels and back. */
#include "picture/picture.h"
#include "picture/pixels.h"

/* Decodes bytes, whose head was read and is fine, no wider upright than PICTURE_LARGEST; not yet turned.
 * False: its pixels cannot be read, or there are others than the head says. *out lives in a. */
must_check bool codec_decode(
	struct arena *a, struct str bytes, const struct picture_head *head, struct pixels *out);
/* quality: 1 to 100. JPEG has no transparency: lay it on white first. */
must_check bool codec_encode(
	struct arena *a, const struct pixels *p, enum picture_format format, int quality, struct str *out);
