#pragma once
/*
 * The article of 25/10/2022 as published news, word for word, with empty frames where its photographs were
 * (they are not ours), and two pages of the house. The texts are data: packs/vn/demo/article-….md and
 * guide-….md.
 */
#include "province/province.h"

/* Recorded now, happened then. */
/* *article: the record of the article. */
must_check const struct fault *demo_news(struct province *p, struct arena *a, int64_t *article);
