#pragma once
/* The numbers that the page of the article was printed with, on 09/01/2023. */
#include "province/province.h"

/* Visits: 81 with its reader, 173 on the day before, 6.425 in the month. */
must_check const struct fault *demo_visits(struct province *p, struct arena *a);
/* "Tổng số điểm của bài viết là: 34 trong 7 đánh giá", for the record of the article. */
must_check const struct fault *demo_rating(struct province *p, struct arena *a, int64_t record);
