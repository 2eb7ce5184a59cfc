#include "app/staff_menu.h"
#include "legal/legal_web.h"
#include "article/article_web.h"
#include "feedback/feedback_web.h"
#include "office/office_web.h"
#include "plan/plan_web.h"
#include "report/report_web.h"
#include "inspection/inspection_followup_web.h"

/* One row for each feature; its routes need the same permission (app/routes.c). */
/* clang-format off */
static const struct staff_section sections[] = {
	{ "/lam-viec/kiem-tra", MSG_inspection_web_menu, MSG_inspection_web_what, PERMISSION_INSPECTION_READ,
		ROLE_BIT(HOME_AFFAIRS) | ROLE_BIT(INSPECTOR), NULL },
	{ "/lam-viec/bao-cao", MSG_report_menu, MSG_report_what, PERMISSION_REPORT_READ,
		ROLE_BIT(HEAD_OF_UNIT) | ROLE_BIT(LEADER) | ROLE_BIT(HOME_AFFAIRS), report_waiting },
	{ "/lam-viec/kien-nghi", MSG_followup_menu, MSG_followup_what, PERMISSION_INSPECTION_READ,
		ROLE_BIT(HEAD_OF_UNIT) | ROLE_BIT(LEADER) | ROLE_BIT(HOME_AFFAIRS) | ROLE_BIT(INSPECTOR),
		recommendations_waiting },
	{ "/lam-viec/co-quan", MSG_agencyfile_title, MSG_agencyfile_what, PERMISSION_AGENCY_READ,
		ROLE_BIT(INSPECTOR) | ROLE_BIT(HOME_AFFAIRS) | ROLE_BIT(PROVINCE_OFFICE), NULL },
	{ CONTACTS_PATH, MSG_office_staff_menu, MSG_office_staff_what, PERMISSION_CONTACT_READ, ROLE_BIT(EDITOR), NULL },
	{ "/lam-viec/tai-khoan", MSG_account_people, MSG_account_people_what, PERMISSION_ACCOUNT_READ,
		ROLE_BIT(ADMINISTRATOR), NULL },
	{ "/lam-viec/cai-dat", MSG_setting_title, MSG_setting_menu_what, PERMISSION_SETTING_READ, ROLE_BIT(ADMINISTRATOR), NULL },
	{ "/lam-viec/vai-tro", MSG_account_holders, MSG_account_holders_what, PERMISSION_ACCOUNT_READ,
		ROLE_BIT(ADMINISTRATOR), NULL },
	{ "/lam-viec/don-vi", MSG_account_units, MSG_account_units_what, PERMISSION_ACCOUNT_READ,
		ROLE_BIT(ADMINISTRATOR), NULL },
	{ LEGAL_STAFF_PATH, MSG_legal_web_title, MSG_legal_web_menu_what, PERMISSION_LEGAL_READ, ROLE_BIT(EDITOR), NULL },
	{ FEEDBACK_STAFF_PATH, MSG_feedback_web_title, MSG_feedback_web_menu_what, PERMISSION_FEEDBACK_READ,
		ROLE_BIT(CLERK) | ROLE_BIT(OFFICER) | ROLE_BIT(HEAD_OF_UNIT) | ROLE_BIT(LEADER) |
			ROLE_BIT(PROVINCE_OFFICE),
		feedback_waiting },
	{ "/lam-viec/cham-diem", MSG_score_menu, MSG_score_web_what, PERMISSION_SCORE_READ, 0, NULL },
	{ ARTICLES_PATH, MSG_article_web_menu, MSG_article_web_what, PERMISSION_ARTICLE_READ,
		ROLE_BIT(EDITOR) | ROLE_BIT(PROVINCE_OFFICE), articles_waiting },
	{ PLANS_PATH, MSG_plan_web_title, MSG_plan_web_what, PERMISSION_PLAN_READ, ROLES_OF_PLANS, plans_waiting },
};
/* clang-format on */
const struct staff_menu app_staff_menu = { sections, COUNT(sections) };
