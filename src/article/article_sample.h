#pragma once
/* For tests: steps of an article. */
#include "article/article.h"

/* "edit title=Tin|body=…" by an editor with account 7, 2022-12-23 09:00; "@8 publish" is by account 8 of the
 * office of the province, who approves. A publication gets its address from the title in the state. */
struct record_event article_step(struct arena *a, const struct article *x, const char *text);
/* Applies it after the tables and the law allowed it. */
struct record_refusal article_take(struct arena *a, struct article *x, const char *text);
#define ARTICLE_SAMPLE_DRAFT \
	"draft section=news|category=reform|title=Kiểm tra cải cách hành chính|lead=Ngày 25/10, đoàn kiểm " \
	"tra " \
	"làm việc.|body=Đoàn đã nghe báo cáo."
