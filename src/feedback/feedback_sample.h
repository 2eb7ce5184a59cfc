#pragma once
/* For tests: steps of feedback written as text, and a feedback that is played through them. */
#include "feedback/feedback.h"

/* "accept class=conduct": by the first role that may, on 23/12/2022 at 9:00 at agency SMA; "@HH:MM" or
 * "@2022-12-26 09:00" in front of the verb says when else. Values as people type them, separated by '|'.
 * Clocks are counted by the sample calendar. */
struct record_event feedback_step(struct arena *a, const char *text);
/* A whole "send" with a name and a telephone number. */
#define FEEDBACK_SENT \
	"send code=PAKN-2022-0001|channel=web|sender=person|name=Nguyễn Văn Thử (giả định)|" \
	"address=Số 12 đường Mẫu, Xã Mẫu B|phone=0912 345 " \
	"678|email=thu@vidu.vn|about=SMA|claimed=conduct|consent=1|" \
	"title=Trả kết quả chậm|text=Tôi phải đến ba lần mà chưa có kết quả.|secret=s"
#define FEEDBACK_ANONYMOUS \
	"send code=PAKN-2022-0001|channel=web|sender=person|about=SMA|text=Cán bộ làm việc riêng trong " \
	"giờ.|secret=s"
