#pragma once
/* What the templates of articles show. */
#include "account/account_page.h"
#include "article/article.h"
#include "html/html.h"
#include "legal/legal_view.h"
#include "picture/picture_view.h"
#include "rating/rating_web.h"
#include "visit/visit_web.h"
#include "record/record_view.h"

/* A picture of the text, or its empty frame. */
struct article_figure {
	struct picture_view picture;
	struct str alt, caption, absence;
	bool is_empty;
	bool is_missing; /* the picture is not there (any more) */
};
/* A stretch of the text, or a figure between two. */
struct article_part {
	struct html markup;
	const struct article_figure *figure; /* NULL: markup */
};
struct article_file {
	struct url to;
	struct str label, kind; /* kind: "PDF" */
};
/* An article as readers see it. */
struct article_view {
	struct str title, lead, author, source;
	struct str category; /* empty: a page of the house */
	struct url category_to;
	instant published, updated; /* INSTANT_NONE in a preview */
	const struct article_part *parts;
	size_t parts_n;
	const struct article_file *files;
	size_t files_n;
	const struct article_note *notes; /* newest last */
	size_t notes_n;
};
/* One in a list. */
struct article_item {
	struct url to;
	struct str title, lead, category;
	instant published;
};
struct article_page_view {
	struct article_view article;
	struct rating_view rating; /* of news */
	struct visit_view visits;
	struct legal_newest documents;
	const struct article_item *newest; /* other ones */
	size_t newest_n;
	struct url all; /* the list that they are from */
	bool is_news;
};
struct article_list_view {
	const struct choice *categories; /* value: the address's word; of the first, all, empty */
	size_t categories_n;
	struct url *category_urls;
	struct str category; /* the chosen one's name; empty: all */
	const struct article_item *items;
	size_t items_n;
	int64_t total;
	struct pager pager;
};
struct article_gone_view {
	struct str why;
	instant withdrawn;
	struct url list;
	bool is_news;
};

/* For those who write. */
struct article_said { /* a finding of the linter as words */
	bool is_error;
	struct str where, quote, words; /* where: "Dòng 12", "Ảnh 2"; empty: the whole */
};
struct article_check {
	const struct article_said *said;
	size_t n, errors_n;
};
struct article_item_view { /* a picture or attachment with what can be done to it */
	int number;
	struct str what, note;
	bool is_empty, has_file;
	struct url file;
	const struct record_link *links;
	size_t links_n;
};
struct article_work_view {
	struct str notice, title, state, section, returned, pending_note, why_withdrawn;
	enum tone tone;
	bool is_public;
	instant due, published;
	struct url public_to; /* when is_public */
	struct article_view preview;
	struct article_check check;
	const struct article_item_view *pictures, *files;
	size_t pictures_n, files_n;
	const struct record_link *links;
	size_t links_n;
	const struct record_line *lines;
	size_t lines_n;
};
struct article_form_view {
	const struct record_step_view *step;
	bool has_preview;
	struct article_view preview;
	struct article_check check;
};
struct article_work_item {
	struct url to;
	struct str title, state, section;
	enum tone tone;
	instant changed, due;
};
struct article_state_chip {
	struct url to;
	struct str name;
	int64_t n;
	bool chosen;
};
struct article_work_list {
	const struct article_state_chip *chips;
	size_t chips_n;
	const struct article_work_item *items;
	size_t items_n;
	struct pager pager;
	bool may_write;
	struct url new_news, new_page;
};
