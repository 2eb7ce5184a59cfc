#pragma once
/*
 * Numbers as people read them: 1.713 and 97,37% in Vietnamese, 1,713 and 97.37% in English
 * (Decree 30/2020/ND-CP writes numbers the Vietnamese way). Money is Vietnamese dong, which has no parts.
 */
#include "base/date.h"
#include "msg/lang.h"

void add_number(struct buf *out, enum lang lang, int64_t n);
/* 925 hundredths are 9,25, 950 are 9,5: at most two decimals, none where they are zero. */
void add_points(struct buf *out, enum lang lang, int64_t hundredths);
/* share 0.9737 is 97,37%: two decimals, rounded half away from zero. Infinite or not a number: a dash. */
void add_percent(struct buf *out, enum lang lang, double share);
/* The same of part / whole, exact. A whole that is not positive has no share: a dash. */
struct share {
	int64_t part, whole;
};
void add_share(struct buf *out, enum lang lang, struct share s);
void add_money_vnd(struct buf *out, enum lang lang, int64_t dong); /* 50.000 đồng; VND 50,000 */
/* 24/10/2022 in both languages; a day or an instant that is none is a dash. */
void add_date_lang(struct buf *out, enum lang lang, daynum d);
/* 08:42 ngày 24/10/2022; 24/10/2022 08:42 */
void add_time_lang(struct buf *out, enum lang lang, instant t);
