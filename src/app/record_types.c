#include "app/record_types.h"
#include "feedback/feedback_store.h"
#include "article/article_store.h"
#include "inspection/inspection_store.h"
#include "legal/legal_store.h"
#include "office/office_store.h"
#include "plan/plan_store.h"
#include "score/score_store.h"
#include "report/report_store.h"

/* clang-format off */
const struct record_type *const app_record_types[] = {
	&inspection_type,
	&plan_province_type,
	&plan_agency_type,
	&plan_inspection_type,
	&score_type,
	&report_type,
	&reminder_type,
	&feedback_type,
	&legal_type,
	&article_type,
	&contact_type,
	NULL,
};
/* clang-format on */
