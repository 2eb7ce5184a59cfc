/* JPEG (ITU-T T.81 annex B), PNG (W3C PNG 5), WebP (RFC 9649): the frames of their parts and the dimensions.
 */
#include "picture/picture.h"

enum { BYTE_BITS = 8, BITS_8 = 8, WORD = 4 };

/* n bytes at `at`, which must be there. */
static uint32_t number(struct str s, size_t at, size_t n, bool big)
{
	uint32_t x = 0;

	for (size_t i = 0; i < n; i++)
		x = x << BYTE_BITS | (uint8_t)s.p[big ? at + i : at + n - 1 - i];
	return x;
}

static bool has(struct str s, size_t at, size_t n)
{
	return at <= s.n && n <= s.n - at;
}

/* ---- JPEG ---- */

enum {
	M_SOF0 = 0xc0,
	M_SOF2 = 0xc2,
	M_SOF15 = 0xcf,
	M_DHT = 0xc4,
	M_JPG = 0xc8,
	M_DAC = 0xcc,
	M_RST0 = 0xd0,
	M_RST7 = 0xd7,
	M_SOI = 0xd8,
	M_EOI = 0xd9,
	M_SOS = 0xda,
	M_APP1 = 0xe1,
	M_TEM = 0x01,
	M_PREFIX = 0xff,
	SOF_BYTES = 8, /* length, precision, height, width, components */
};
struct jpeg {
	struct str s;
	size_t at;
	struct picture_head head;
	int scans;
};

static uint8_t byte_at(struct str s, size_t at)
{
	return (uint8_t)s.p[at];
}

/* Frames: baseline, extended and progressive with eight bits; the others are for hospitals and archives. */
static enum picture_refusal jpeg_frame(struct jpeg *j, int marker, struct str segment)
{
	if (marker > M_SOF2 || segment.n < SOF_BYTES || j->head.width)
		return marker > M_SOF2 ? PICTURE_KIND : PICTURE_BROKEN;
	int components = byte_at(segment, SOF_BYTES - 1);

	if (byte_at(segment, 2) != BITS_8 || (components != 1 && components != 3 && components != 4))
		return PICTURE_KIND;
	j->head.height = (int)number(segment, 3, 2, true);
	j->head.width = (int)number(segment, 5, 2, true);
	return j->head.width && j->head.height ? PICTURE_FINE : PICTURE_BROKEN;
}

/* Past the entropy-coded bytes behind a scan's head: up to the next marker that is no restart. */
static void jpeg_skip_scan(struct jpeg *j)
{
	while (j->at + 1 < j->s.n) {
		int next = byte_at(j->s, j->at + 1);

		if (byte_at(j->s, j->at) == M_PREFIX && next && next != M_PREFIX &&
			(next < M_RST0 || next > M_RST7))
			return;
		j->at++;
	}
	j->at = j->s.n;
}

static bool is_frame(int marker)
{
	return marker >= M_SOF0 && marker <= M_SOF15 && marker != M_DHT && marker != M_JPG && marker != M_DAC;
}

/* One segment, marker and length among it. */
static enum picture_refusal jpeg_segment(struct jpeg *j, int marker)
{
	if ((marker >= M_RST0 && marker <= M_SOI) || marker == M_TEM || !marker || !has(j->s, j->at, 2))
		return PICTURE_BROKEN;
	size_t n = number(j->s, j->at, 2, true);
	struct str segment = str_sub(j->s, j->at, j->at + n);

	if (n < 2 || segment.n != n)
		return PICTURE_BROKEN;
	j->at += n;
	if (is_frame(marker))
		return jpeg_frame(j, marker, segment);
	if (marker == M_APP1 && j->head.orientation == 1)
		j->head.orientation = picture_orientation(str_sub(segment, 2, n));
	if (marker != M_SOS)
		return PICTURE_FINE;
	if (!j->head.width)
		return PICTURE_BROKEN;
	jpeg_skip_scan(j);
	return ++j->scans > LIMIT_PICTURE_SCANS ? PICTURE_KIND : PICTURE_FINE;
}

/* Telephones put a second picture behind the first (CIPA DC-007), or a list of their own that ends in "SEFT"
 * (Samsung); cameras fill up with zeros. None of it is read. */
static bool jpeg_may_follow(struct str rest)
{
	size_t i = 0;

	while (i < rest.n && !rest.p[i])
		i++;
	return i == rest.n || str_starts(rest, S("\xff\xd8\xff")) || str_ends(rest, S("SEFT"));
}

static enum picture_refusal read_jpeg(struct str bytes, struct picture_head *head)
{
	struct jpeg j = { bytes, 2, { .format = PICTURE_JPEG, .orientation = 1 }, 0 };

	for (int parts = 0; parts < LIMIT_PICTURE_PARTS; parts++) {
		if (!has(bytes, j.at, 2) || byte_at(bytes, j.at) != M_PREFIX)
			return PICTURE_BROKEN;
		while (j.at < bytes.n && byte_at(bytes, j.at) == M_PREFIX)
			j.at++;
		if (j.at == bytes.n)
			return PICTURE_BROKEN;
		int marker = byte_at(bytes, j.at++);

		if (marker == M_EOI) {
			*head = j.head;
			if (!j.scans)
				return PICTURE_BROKEN;
			return jpeg_may_follow(str_sub(bytes, j.at, bytes.n)) ? PICTURE_FINE : PICTURE_MORE;
		}
		enum picture_refusal r = jpeg_segment(&j, marker);

		if (r)
			return r;
	}
	return PICTURE_BROKEN;
}

/* ---- PNG ---- */

enum { PNG_SIGNATURE = 8, PNG_FRAME = 12, IHDR_BYTES = 13, DEPTH_AT = 8, COLOUR_AT = 9 };
struct chunk {
	struct str type, data;
	size_t end; /* where the next one begins */
};

static bool png_chunk(struct str s, size_t at, struct chunk *out)
{
	if (!has(s, at, PNG_FRAME))
		return false;
	size_t n = number(s, at, WORD, true);

	if (!has(s, at + PNG_FRAME, n))
		return false;
	*out = (struct chunk){ str_sub(s, at + WORD, at + 2 * WORD),
		str_sub(s, at + 2 * WORD, at + 2 * WORD + n), at + PNG_FRAME + n };
	return true;
}

/* Colour types and depths that there are (PNG table 12), as bits of depths. */
static bool png_depth_is_real(int colour, int depth)
{
	enum { D1 = 1 << 1, D2 = 1 << 2, D4 = 1 << 4, D8 = 1 << 8, D16 = 1 << 16 };
	static const int depths[] = { D1 | D2 | D4 | D8 | D16, 0, D8 | D16, D1 | D2 | D4 | D8, D8 | D16, 0,
		D8 | D16 };

	return colour < (int)COUNT(depths) && depth <= 16 && (depths[colour] >> depth & 1);
}

static enum picture_refusal png_header(struct str data, struct picture_head *head)
{
	if (data.n != IHDR_BYTES)
		return PICTURE_BROKEN;
	uint32_t w = number(data, 0, WORD, true), h = number(data, WORD, WORD, true);

	if (!w || !h || !png_depth_is_real(byte_at(data, COLOUR_AT), byte_at(data, DEPTH_AT)))
		return PICTURE_BROKEN;
	head->width = w > INT32_MAX ? INT32_MAX : (int)w;
	head->height = h > INT32_MAX ? INT32_MAX : (int)h;
	return PICTURE_FINE;
}

static enum picture_refusal read_png(struct str bytes, struct picture_head *head)
{
	struct picture_head h = { .format = PICTURE_PNG, .orientation = 1 };
	struct chunk c = { .end = PNG_SIGNATURE };
	bool has_data = false;

	for (int parts = 0; parts < LIMIT_PICTURE_PARTS; parts++) {
		if (!png_chunk(bytes, c.end, &c) || str_eq(c.type, S("IHDR")) != (parts == 0))
			return PICTURE_BROKEN;
		if (!parts && png_header(c.data, &h))
			return PICTURE_BROKEN;
		if (str_eq(c.type, S("acTL")))
			return PICTURE_ANIMATED;
		if (str_eq(c.type, S("eXIf")))
			h.orientation = picture_orientation(c.data);
		has_data = has_data || str_eq(c.type, S("IDAT"));
		if (!str_eq(c.type, S("IEND")))
			continue;
		*head = h;
		if (!has_data || c.data.n)
			return PICTURE_BROKEN;
		return c.end == bytes.n ? PICTURE_FINE : PICTURE_MORE;
	}
	return PICTURE_BROKEN;
}

struct str picture_bare_png(struct arena *a, struct str bytes)
{
	static const struct str kept[] = { S_INIT("IHDR"), S_INIT("PLTE"), S_INIT("tRNS"), S_INIT("IDAT"),
		S_INIT("IEND") };
	struct buf out = { .a = a };
	struct chunk c = { .end = PNG_SIGNATURE };

	buf_add(&out, str_sub(bytes, 0, PNG_SIGNATURE));
	for (size_t at = c.end; png_chunk(bytes, at, &c); at = c.end)
		for (size_t i = 0; i < COUNT(kept); i++)
			if (str_eq(c.type, kept[i]))
				buf_add(&out, str_sub(bytes, at, c.end));
	return buf_str(&out);
}

/* ---- WebP ---- */

enum {
	RIFF_HEAD = 12,
	RIFF_FRAME = 8,
	VP8_BYTES = 10, /* frame tag, start code, dimensions */
	VP8L_BYTES = 5,
	VP8X_BYTES = 10,
	VP8X_ANIMATED = 2,
	SIDE_BITS = 14,
	SIDE_MASK = (1 << SIDE_BITS) - 1,
	VP8L_SIGNATURE = 0x2f,
};

static bool webp_lossy(struct str d, int *w, int *h)
{
	if (d.n < VP8_BYTES || (byte_at(d, 0) & 1) || !str_starts(str_sub(d, 3, d.n), S("\x9d\x01\x2a")))
		return false;
	*w = (int)number(d, 6, 2, false) & SIDE_MASK;
	*h = (int)number(d, 8, 2, false) & SIDE_MASK;
	return true;
}

static bool webp_lossless(struct str d, int *w, int *h)
{
	if (d.n < VP8L_BYTES || byte_at(d, 0) != VP8L_SIGNATURE)
		return false;
	uint32_t bits = number(d, 1, WORD, false);

	*w = (int)(bits & SIDE_MASK) + 1;
	*h = (int)(bits >> SIDE_BITS & SIDE_MASK) + 1;
	return true;
}

struct webp {
	int w, h;               /* of its pixels; 0: not seen yet */
	int canvas_w, canvas_h; /* of VP8X; 0: there is none */
	int orientation;
};

static enum picture_refusal webp_chunk(struct webp *x, struct str type, struct str data, bool first)
{
	bool lossy = str_eq(type, S("VP8 ")), lossless = str_eq(type, S("VP8L"));

	if (str_eq(type, S("ANIM")) || str_eq(type, S("ANMF")))
		return PICTURE_ANIMATED;
	if (str_eq(type, S("EXIF")))
		x->orientation = picture_orientation(data);
	if (str_eq(type, S("VP8X"))) {
		if (!first || data.n != VP8X_BYTES)
			return PICTURE_BROKEN;
		x->canvas_w = (int)number(data, 4, 3, false) + 1;
		x->canvas_h = (int)number(data, 7, 3, false) + 1;
		return byte_at(data, 0) & VP8X_ANIMATED ? PICTURE_ANIMATED : PICTURE_FINE;
	}
	if (!lossy && !lossless)
		return first ? PICTURE_BROKEN : PICTURE_FINE;
	if (x->w || !(lossy ? webp_lossy(data, &x->w, &x->h) : webp_lossless(data, &x->w, &x->h)))
		return PICTURE_BROKEN;
	return x->w && x->h ? PICTURE_FINE : PICTURE_BROKEN;
}

static enum picture_refusal read_webp(struct str bytes, struct picture_head *head)
{
	size_t end = (size_t)number(bytes, WORD, WORD, false) + RIFF_FRAME, at = RIFF_HEAD;
	struct webp x = { .orientation = 1 };

	if (end > bytes.n)
		return PICTURE_BROKEN;
	if (end < bytes.n)
		return PICTURE_MORE;
	for (int parts = 0; at < end; parts++) {
		if (parts == LIMIT_PICTURE_PARTS || !has(bytes, at, RIFF_FRAME))
			return PICTURE_BROKEN;
		size_t n = number(bytes, at + WORD, WORD, false);

		if (!has(bytes, at + RIFF_FRAME, n + (n & 1)))
			return PICTURE_BROKEN;
		struct str data = str_sub(bytes, at + RIFF_FRAME, at + RIFF_FRAME + n);
		enum picture_refusal r = webp_chunk(&x, str_sub(bytes, at, at + WORD), data, at == RIFF_HEAD);

		if (r)
			return r;
		at += RIFF_FRAME + n + (n & 1);
	}
	if (!x.w || (x.canvas_w && (x.canvas_w != x.w || x.canvas_h != x.h)))
		return PICTURE_BROKEN;
	*head = (struct picture_head){ PICTURE_WEBP, x.w, x.h, x.orientation };
	return PICTURE_FINE;
}

/* ---- what it is ---- */

static bool holds(struct str bytes, struct str text)
{
	enum { LOOK_BYTES = 1024 };
	struct str begin = str_sub(bytes, 0, LOOK_BYTES);

	return str_find(begin, text) < begin.n;
}

/* None of the three: what it is instead. */
static enum picture_refusal what_else(struct str bytes)
{
	static const struct str heic[] = { S_INIT("ftyphei"), S_INIT("ftypmif1"), S_INIT("ftypmsf1"),
		S_INIT("ftyphev"), S_INIT("ftypavi") };

	for (size_t i = 0; i < COUNT(heic); i++)
		if (str_starts(str_sub(bytes, WORD, bytes.n), heic[i]))
			return PICTURE_HEIC;
	if (str_starts(bytes, S("GIF8")))
		return PICTURE_GIF;
	return holds(bytes, S("<svg")) ? PICTURE_SVG : PICTURE_OTHER;
}

static enum picture_refusal check_sides(const struct picture_head *h)
{
	int64_t less = h->width < h->height ? h->width : h->height,
		more = h->width + (int64_t)h->height - less;

	if (more > LIMIT_PICTURE_SIDE || less * more > LIMIT_PICTURE_PIXELS)
		return PICTURE_PIXELS;
	if (less < LEAST_PICTURE_SIDE)
		return PICTURE_SMALL;
	return more > less * LIMIT_PICTURE_ASPECT ? PICTURE_SHAPE : PICTURE_FINE;
}

enum picture_refusal picture_read_head(struct str bytes, struct picture_head *head)
{
	struct picture_head h = { 0 };
	enum picture_refusal r;

	if (!bytes.n)
		return PICTURE_EMPTY;
	if (bytes.n > LIMIT_PICTURE_BYTES)
		return PICTURE_BYTES;
	if (str_starts(bytes, S("\xff\xd8\xff")))
		r = read_jpeg(bytes, &h);
	else if (str_starts(bytes, S("\x89PNG\r\n\x1a\n")))
		r = read_png(bytes, &h);
	else if (bytes.n >= RIFF_HEAD && str_starts(bytes, S("RIFF")) &&
		 str_starts(str_sub(bytes, RIFF_FRAME, bytes.n), S("WEBP")))
		r = read_webp(bytes, &h);
	else
		return what_else(bytes);
	r = r ? r : check_sides(&h);
	if (!r)
		*head = h;
	return r;
}
