#pragma once
/*
 * The documents of an inspection as files, and the draft of a news article. A record's page shows what there
 *is with
 *
 *	size_t n;
 *	const struct inspection_paper_link *papers = inspection_paper_links(rq, state, &n);
 *	{{ call inspection_papers(o, papers, n) }}      of inspection/inspection_papers_html.h
 */
#include "inspection/inspection_papers_view.h"
#include "inspection/inspection_store.h"
#include "record/record_web.h"

/* The documents that can be made now, and the draft of the article last. In rq->a. */
const struct inspection_paper_link *inspection_paper_links(
	struct request *rq, const struct inspection *x, size_t *n);

/* GET /lam-viec/kiem-tra/:number/van-ban/:document?dang=pdf|odt (tra-loi: &de-xuat=N, nhac: &kien-nghi=N).
 * 404 says which step is missing. */
struct reply inspection_paper_get(struct request *rq);
/* GET /lam-viec/kiem-tra/:number/tin-bai; ?dang=txt is the file. */
struct reply inspection_news_get(struct request *rq);
