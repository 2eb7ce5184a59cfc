#pragma once
/*
 * The words that documents of an inspection share. Always Vietnamese (Nghị định 30/2020/NĐ-CP); numbers as
 * 1.713, counts below ten in prose with a zero before them ("06 hồ sơ"). All results in a.
 */
#include "inspection/inspection_papers.h"

/* "06", "15", "1.713"; 0 is "0". */
struct str prose_count(struct arena *a, int64_t n);
/* "27/6/2022", "05/02/2022": days below 10 and months 1, 2 with a zero. */
struct str prose_day(struct arena *a, daynum d);
/* "08 giờ 00 phút". */
struct str prose_hour(struct arena *a, instant t);
/* "từ ngày 01/01/2022 đến ngày 10/10/2022". */
struct str prose_period(struct arena *a, const struct inspection *x);
/* The text, or dots to write on when there is none. */
struct str prose_or_dots(struct str s);
/* On one line, without a mark at its end: to be put into a sentence. */
struct str prose_phrase(struct arena *a, struct str s);
/* "Kế hoạch số 1296/KH-SNV ngày 27 tháng 6 năm 2022 của Sở Nội vụ về kiểm tra …"; empty without a plan.
 * short_day as in articles of newspapers. */
struct str prose_plan(
	struct arena *a, const struct inspection *x, const struct inspection_names *n, bool short_day);
/* "Quyết định số 15/QĐ-SNV ngày 03 tháng 10 năm 2022 của Sở Nội vụ"; of another type likewise. */
struct str prose_reference(
	struct arena *a, const char *type, const struct inspection_paper *p, struct str issuer);
/* The name of an agency's code. */
struct str prose_agency(const struct inspection_names *n, struct str code);
/* "Phó Giám đốc Sở Nội vụ": the body is added when the position does not name it. */
struct str prose_position(struct arena *a, struct str position, struct str body);
/* "ông (bà) Nguyễn Văn Mẫu, Phó Giám đốc Sở Nội vụ": sex is not recorded. */
struct str prose_person(struct arena *a, struct str name, struct str position, struct str body);
/* "Cải cách thể chế"; 0 is steering. */
struct str prose_area(int area);
/* "cải cách thể chế; cải cách thủ tục hành chính; …", 1 to 6. */
struct str prose_areas(void);
/* "Giám đốc" of "Sở …", "Chủ tịch" of "Ủy ban nhân dân …"; else "Thủ trưởng". */
struct str prose_head(struct str office);
/* The signature of the head of the office that issues, name and hand left to people. */
struct official_signature prose_head_signature(const struct inspection_names *n);

/* What was computed; where the system knows nothing, what was declared. */
struct inspection_figures prose_figures(const struct inspection *x);
/* Sentences of those figures, each with its full stop; a sentence without figures is empty. unit: "Sở". */
struct str prose_procedures(struct arena *a, const struct inspection_figures *f);
struct str prose_changes(struct arena *a, const struct inspection_figures *f);
struct str prose_dossiers(struct arena *a, const struct inspection *x, const struct inspection_figures *f);
struct str prose_online(struct arena *a, const struct inspection_figures *f);
struct str prose_feedback(struct arena *a, const struct inspection_figures *f);

/* A table row by row; cells are copied, their texts are not. */
struct paper_table {
	struct arena *a;
	struct str caption;
	const struct block_column *columns;
	int columns_n;
	struct block_row *rows;
	size_t n, cap;
};
void paper_row(struct paper_table *t, enum row_style style, const struct str *cells);
struct block paper_table_block(const struct paper_table *t);
/* A paragraph, item, clause with bold words before it. */
void paper_lead(struct blocks *b, enum block_kind kind, struct str lead, struct str text);
void paper_heading(struct blocks *b, int level, struct str text);
void paper_text(struct blocks *b, enum block_kind kind, struct str text);
/* Nothing when the text is empty. */
void paper_optional(struct blocks *b, enum block_kind kind, struct str lead, struct str text);
/* Findings that stand, by area, from heading level 2; with what the unit said. False: there are none. */
bool paper_findings(struct blocks *b, const struct inspection *x);
