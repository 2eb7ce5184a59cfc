#pragma once
/*
 * An official document as a value: what stands in it, by the parts of Nghị định 30/2020/NĐ-CP, article 8 and
 * phụ lục I. Where each part stands on paper is the business of official_pdf() and official_odt()
 * (out/official_out.h); a page hands one over with official_reply() (document/official_web.h).
 *
 * Always Vietnamese. All texts are valid UTF-8 in NFC, as text_check() and nfc() leave them, and belong to
 * the caller. Zero is "none" everywhere: a part that is empty is left out. In texts of blocks a line feed
 *begins a new paragraph.
 *
 *	struct block body[] = { block_heading(1, S("Mục đích, yêu cầu")), block_paragraph(S("…")) };
 *	struct official d = { .type = OFFICIAL_KH, .issuer = S("Sở Nội vụ"), .symbol = S("SNV"), … };
 *	return official_reply(rq, &d, OFFICIAL_PDF, S("Kế hoạch kiểm tra 2022"));
 */
#include "base/date.h"
#include "base/limits.h"

/* Article 7; the abbreviation is that of phụ lục III. A row: constant, abbreviation, name, the word that
 * follows the legal bases. A conclusion has no abbreviation of its own in the annex; "KL" is practice. */
#define OFFICIAL_TYPES(X) \
	X(CV, "", "", "") /* công văn: no name, "V/v" under the number */ \
	X(KH, "KH", "Kế hoạch", "") \
	X(QD, "QĐ", "Quyết định", "QUYẾT ĐỊNH:") \
	X(TB, "TB", "Thông báo", "") \
	X(BC, "BC", "Báo cáo", "") \
	X(BB, "BB", "Biên bản", "") \
	X(KL, "KL", "Kết luận", "") \
	X(TTR, "TTr", "Tờ trình", "") \
	X(HD, "HD", "Hướng dẫn", "") \
	X(CT, "CT", "Chỉ thị", "") \
	X(NQ, "NQ", "Nghị quyết", "QUYẾT NGHỊ:") \
	X(GM, "GM", "Giấy mời", "") \
	X(GUQ, "GUQ", "Giấy ủy quyền", "")
enum official_type {
#define OFFICIAL_TYPE(id, abbreviation, name, decides) OFFICIAL_##id,
	OFFICIAL_TYPES(OFFICIAL_TYPE)
#undef OFFICIAL_TYPE
		OFFICIAL_TYPES_N
};
struct str official_type_abbreviation(enum official_type t); /* "KH"; "" for công văn */
struct str official_type_name(enum official_type t);         /* "Kế hoạch"; "" for công văn */
struct str official_type_decides(enum official_type t);      /* "QUYẾT ĐỊNH:"; mostly "" */

enum cell_align { CELL_LEFT, CELL_CENTRE, CELL_RIGHT };
struct block_column {
	struct str head; /* all empty: the table has no head */
	int width;       /* share of the page's width; 0 is 1 */
	enum cell_align align;
};
enum row_style {
	ROW_PLAIN,
	ROW_BOLD,    /* a sum */
	ROW_SECTION, /* cells[0] goes over the whole width, bold */
};
struct block_row {
	const struct str *cells; /* columns_n of them; ROW_SECTION: one */
	enum row_style style;
};
/* The head is repeated on each page. A row higher than a page goes on on the next. */
struct block_table {
	struct str caption; /* above the table, bold; may be empty */
	const struct block_column *columns;
	int columns_n; /* 1 … LIMIT_OFFICIAL_COLUMNS */
	const struct block_row *rows;
	int rows_n;
};

enum block_kind {
	BLOCK_PARAGRAPH,
	BLOCK_HEADING, /* level 1 "I.", 2 "1.", 3 "a)": bold; level 1 in capitals */
	BLOCK_ARTICLE, /* "Điều 1." bold, then the text */
	BLOCK_CLAUSE,  /* "1." of an article, in plain text */
	BLOCK_POINT,   /* "a)" of a clause, in plain text */
	BLOCK_ITEM,    /* "- " */
	BLOCK_CENTRED, /* bold, in the middle */
	BLOCK_TABLE,
};
/* Headings, articles, clauses and points are numbered by official_labels() unless they have a label. */
struct block {
	enum block_kind kind;
	int level;        /* of a heading: 1, 2, 3 */
	struct str label; /* in place of the number: "Phần thứ nhất." */
	struct str lead;  /* bold words before the text; italic they never are */
	struct str text;
	const struct block_table *table;
};
static inline struct block block_paragraph(struct str text)
{
	return (struct block){ .kind = BLOCK_PARAGRAPH, .text = text };
}
static inline struct block block_heading(int level, struct str text)
{
	return (struct block){ .kind = BLOCK_HEADING, .level = level, .text = text };
}
static inline struct block block_article(struct str text)
{
	return (struct block){ .kind = BLOCK_ARTICLE, .text = text };
}
static inline struct block block_clause(struct str text)
{
	return (struct block){ .kind = BLOCK_CLAUSE, .text = text };
}
static inline struct block block_point(struct str text)
{
	return (struct block){ .kind = BLOCK_POINT, .text = text };
}
static inline struct block block_item(struct str text)
{
	return (struct block){ .kind = BLOCK_ITEM, .text = text };
}
static inline struct block block_of_table(const struct block_table *t)
{
	return (struct block){ .kind = BLOCK_TABLE, .table = t };
}
/* Blocks that are added one by one. */
struct blocks {
	struct arena *a;
	struct block *list;
	size_t n, cap;
};
void blocks_add(struct blocks *b, struct block one);

/* Article 13 and annex I, part II, 7: for whom somebody signs. */
enum official_authority {
	SIGN_OWN, /* "GIÁM ĐỐC" */
	SIGN_KT,  /* a deputy for the head: "KT. GIÁM ĐỐC" / "PHÓ GIÁM ĐỐC" */
	SIGN_TL,  /* by order: "TL. GIÁM ĐỐC" / "CHÁNH VĂN PHÒNG" */
	SIGN_TUQ, /* by authorisation: "TUQ. GIÁM ĐỐC" / "TRƯỞNG PHÒNG" */
	SIGN_Q,   /* acting: "Q. GIÁM ĐỐC" */
};
/* Titles in any case: they are printed in capitals. */
struct official_signature {
	struct str party;      /* of minutes: "Đại diện đoàn kiểm tra", above the rest; no "TM." */
	struct str collective; /* "Ủy ban nhân dân": printed "TM. ỦY BAN NHÂN DÂN"; empty for one head */
	enum official_authority authority;
	struct str chief; /* whose title stands behind KT., TL., TUQ.: "Giám đốc" */
	struct str title; /* of the one who signs: "Phó Giám đốc" */
	struct str name;  /* without degree or rank */
	struct str note; /* in the place of the signature, small and italic: "(Đã ký số …)"; may be empty */
};

/* Phụ lục of a document: on a page of its own behind the signatures. */
struct official_annex {
	struct str label; /* "Phụ lục I" */
	struct str title;
	const struct block *blocks;
	size_t blocks_n;
};

struct official {
	enum official_type type;
	struct str superior, issuer; /* "Ủy ban nhân dân tỉnh Thái Bình", "Sở Nội vụ": printed in capitals */
	int64_t number;              /* 0: not numbered yet */
	struct str symbol;   /* behind the number; official_symbol() makes it */
	struct str sign;     /* in place of both, as somebody gave it: "15A/QĐ-SNV" */
	struct str place;    /* "Thái Bình" */
	daynum date;         /* DAYNUM_NONE: "ngày     tháng     năm      " */
	struct str abstract; /* trích yếu; of a công văn without "V/v" */
	struct str amends; /* of an amendment: "Biên bản kiểm tra ngày 25/10/2022 tại Sở Mẫu A" */
	const struct str *recipients; /* Kính gửi; without ';' */
	size_t recipients_n;
	struct str decider;      /* above the legal bases of a decision: "Giám đốc Sở Nội vụ" */
	const struct str *bases; /* without ';' and '.' */
	size_t bases_n;
	const struct block *body;
	size_t body_n;
	const struct official_signature
		*signatures; /* one: on the right; more: side by side, as of minutes */
	size_t signatures_n;
	const struct str *copies; /* Nơi nhận, without '-' and ';'. "Lưu: VT, …" is added from file_copy */
	size_t copies_n;
	struct str file_copy; /* "VT, CCHC": printed "- Lưu: VT, CCHC." */
	const struct official_annex *annexes;
	size_t annexes_n;
	struct str foot;   /* one small line in the bottom margin of each page: the journal's size and root */
	instant made;      /* creation time in the file; INSTANT_NONE: none. Same value, same bytes */
	bool is_draft;     /* "DỰ THẢO" */
	bool is_synthetic; /* "Dữ liệu mô phỏng" on each page (decision 8) */
};

/* "KH-SNV", "BC-UBND"; of a công văn the issuer and the unit that wrote it: "SNV-CCHC" (annex I, II, 3).
 * issuer and unit are their abbreviations; unit may be empty. */
struct str official_symbol(struct arena *a, enum official_type t, struct str issuer, struct str unit);
/* "1296", "05"; article 15: each year from 01. */
struct str official_number(struct arena *a, int64_t number);
/* "Số: 1296/KH-SNV"; not numbered yet: "Số:      /KH-SNV". Empty when there is neither number nor symbol. */
struct str official_number_line(struct arena *a, const struct official *d);
/* "ngày 05 tháng 02 năm 2022", "ngày 25 tháng 10 năm 2022": a leading 0 for days below 10 and months 1 and 2
 * (annex I, II, 4). DAYNUM_NONE leaves room to write. */
struct str official_date(struct arena *a, daynum d);
/* "Thái Bình, ngày …". */
struct str official_place_line(struct arena *a, const struct official *d);
/* How other documents call it: "Kế hoạch số 1296/KH-SNV ngày 27 tháng 6 năm 2022 của Sở Nội vụ"; "Công văn số
 * …". */
struct str official_reference(struct arena *a, const struct official *d);
/* Vietnamese in capitals: "Sở Nội vụ" -> "SỞ NỘI VỤ". NFC in, NFC out. */
struct str upper_vi(struct arena *a, struct str s);
/* "a", "b", "c", "d", "đ", "e", "g" …: the letters of points, from 1; behind "y" it goes on with "a1". */
struct str official_point(struct arena *a, int n);
/* "I", "IV": 1 … 3999. */
struct str official_roman(struct arena *a, int n);
/* The blocks with their labels, and the last text closed with "./." as documents end; text in a. */
struct block *official_labels(struct arena *a, const struct block *blocks, size_t n, bool close);
/* The lines above a signature, in capitals: at most OFFICIAL_SIGN_LINES. */
enum { OFFICIAL_SIGN_LINES = 4 };
int official_sign_lines(
	struct arena *a, const struct official_signature *s, struct str lines[OFFICIAL_SIGN_LINES]);
/* A line of a list with its end: ';', and '.' for the last; a mark that is there already is not doubled. */
struct str official_list_line(struct arena *a, struct str text, bool last);

/* NULL, or why it cannot be printed: a limit of base/limits.h that is passed, a table without columns. In
 * English: a bug of the caller, who bounds what people type. */
enum { OFFICIAL_LEVELS = 3 }; /* of headings */
must_check const char *official_wrong(const struct official *d);
