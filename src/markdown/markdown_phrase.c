#include "markdown/markdown_phrase.h"
#include "base/utf8.h"
#include "search/fold.h"

enum { SHOUTED_LETTERS = 8, SHOUTED_WORDS = 2 };

bool phrase_is_vague(struct arena *a, struct str words)
{
	static const char *const vague[] = { "tai day", "o day", "day", "xem", "xem them", "xem tai day",
		"xem chi tiet", "chi tiet", "doc them", "bam vao day", "bam day", "nhan vao day",
		"nhap vao day", "kich vao day", "click vao day", "click", "click here", "here", "more",
		"read more", "learn more", "link", "lien ket", "duong dan", "tai ve", "download",
		"tai ve tai day", "file", "tep", "vao day" };
	struct str folded = fold(a, words);

	for (size_t i = 0; i < COUNT(vague); i++)
		if (str_eq(folded, str_of(vague[i])))
			return true;
	return !folded.n; /* dots and arrows alone */
}

bool phrase_is_address(struct str words)
{
	return str_find_char(words, ' ') == words.n &&
	       (str_starts(words, S("http://")) || str_starts(words, S("https://")) ||
		       str_starts(words, S("www.")));
}

bool phrase_is_file_name(struct arena *a, struct str words)
{
	static const char *const endings[] = { ".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg",
		".bmp", ".heic", ".tif", ".tiff" };
	static const char *const beginnings[] = { "img_", "img-", "dsc_", "dsc0", "dscn", "image0",
		"screenshot_" };
	struct str low = str_lower_ascii(a, str_trim(words));

	for (size_t i = 0; i < COUNT(endings); i++)
		if (str_ends(low, str_of(endings[i])))
			return true;
	for (size_t i = 0; i < COUNT(beginnings); i++)
		if (str_starts(low, str_of(beginnings[i])))
			return true;
	return false;
}

/* Of the letters that Vietnamese is written with, in NFC. */
static bool is_small(uint32_t c)
{
	if (c == 0x1B0) /* ư */
		return true;
	if (c == 0x1AF) /* Ư */
		return false;
	return (c >= 'a' && c <= 'z') || (c >= 0xE0 && c <= 0xFF && c != 0xF7) ||
	       (((c >= 0x100 && c <= 0x1A1) || (c >= 0x1EA0 && c <= 0x1EF9)) && c % 2);
}

static bool is_capital(uint32_t c)
{
	if (c == 0x1AF)
		return true;
	return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7) ||
	       (((c >= 0x100 && c <= 0x1A0) || (c >= 0x1EA0 && c <= 0x1EF9)) && c % 2 == 0);
}

bool phrase_is_shouted(struct str words)
{
	struct str rest = words;
	size_t letters = 0, blanks = 0;
	uint32_t c;

	while (utf8_next(&rest, &c)) {
		if (is_small(c))
			return false;
		letters += is_capital(c);
		blanks += c == ' ';
	}
	return letters >= SHOUTED_LETTERS && blanks + 1 >= SHOUTED_WORDS;
}

bool phrase_names_colour(struct arena *a, struct str words)
{
	static const char *const signs[] = { "màu đỏ", "màu xanh", "màu vàng", "màu cam", "màu tím", "chữ đỏ",
		"chữ xanh", "ô đỏ", "ô xanh", "ô vàng", "dòng đỏ", "in đỏ", "bôi đỏ", "bôi vàng" };
	struct str text = nfc(a, words);

	for (size_t i = 0; i < COUNT(signs); i++)
		if (str_find(text, str_of(signs[i])) < text.n)
			return true;
	return false;
}
