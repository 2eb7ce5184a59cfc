#pragma once
/*
 * Deadlines in words, Vietnamese and English: for the command line, pages and slips. The words stand in
 * calendar.vi.msg and calendar.en.msg.
 */
#include "calendar/explain.h"
#include "msg/lang.h"

/* "3 ngày làm việc", "trả kết quả ngay trong ngày", "không quy định thời hạn" */
void allowance_words(struct buf *out, enum lang lang, struct allowance allow);
/* "Thứ Tư, 26/10/2022"; "15:40 Thứ Tư, 26/10/2022"; "không có thời hạn" */
void due_words(struct buf *out, enum lang lang, struct due due);
/* "còn 2 ngày làm việc", "hôm nay là hạn", "quá hạn 1 ngày làm việc" */
void remaining_words(struct buf *out, enum lang lang, struct remaining remaining);
/* "Thứ Hai" ... "Chủ nhật" */
struct str weekday_words(enum lang lang, daynum day);
/* "ngày làm việc", "nghỉ lễ, tết" ... */
struct str day_reason_words(enum lang lang, enum day_reason reason);
/* One day of an explanation, without line end: "Thứ Hai, 24/10/2022: ngày làm việc, tính ngày thứ 1". nth:
 * how many days are counted with this one; not used for a day that is not counted. */
void explained_day_words(struct buf *out, enum lang lang, const struct deadline_query *q,
	const struct explained_day *day, int nth);
/* All of it, each line ended: the deadline, that it was moved, that the calendar is not verified, then one
 * line for each day. d is deadline_compute's answer to q. */
void deadline_words(struct buf *out, enum lang lang, const struct calendar *c, const struct deadline_query *q,
	const struct deadline *d);
