#include "app/routes.h"
#include "account/staff_web.h"
#include "agencyfile/agencyfile_web.h"
#include "article/article_web.h"
#include "base/limits.h"
#include "document/official_web.h"
#include "dossier/dossier_web.h"
#include "feedback/feedback_web.h"
#include "feed/feed_web.h"
#include "figures/figures_web.h"
#include "http/server.h"
#include "inspection/inspection_papers_web.h"
#include "inspection/inspection_web.h"
#include "picture/picture_web.h"
#include "find/find_web.h"
#include "legal/legal_web.h"
#include "office/office_web.h"
#include "opendata/opendata_web.h"
#include "publiclog/publiclog_web.h"
#include "setting/setting_web.h"
#include "plan/plan_web.h"
#include "inspection/inspection_checklist_web.h"
#include "inspection/inspection_followup_web.h"
#include "portal/asset_web.h"
#include "portal/portal_web.h"
#include "procedure/procedure_web.h"
#include "score/score_web.h"
#include "report/report_web.h"
#include "site/deadline_web.h"
#include "record/record_web.h"
#include "site/access_web.h"
#include "site/home_web.h"
#include "visit/visit_web.h"

enum { SETTING_BODY_BYTES = 4096, STAFF_BODY_BYTES = 16384, PEOPLE_BODY_BYTES = 256 * 1024 };

/* clang-format off */
const struct route app_routes[] = {
	{ METHOD_GET,  "/",                       home_get,            PERMISSION_PUBLIC, 0, ROUTE_KEPT_FIGURES | ROUTE_KEPT_VISITS },
	{ METHOD_GET,  "/thu-tuc",                procedures_get,      PERMISSION_PUBLIC, 0, ROUTE_KEPT, .kept_query = "co-quan linh-vuc muc trang" },
	{ METHOD_GET,  "/thu-tuc/:code",          procedure_page_get,  PERMISSION_PUBLIC, 0, ROUTE_KEPT },
	{ METHOD_GET,  "/tra-cuu",                tracking_get,        PERMISSION_PUBLIC, 0, ROUTE_PAGE | ROUTE_LOOKUP },
	{ METHOD_GET,  NEWS_PATH,                 news_get,            PERMISSION_PUBLIC, 0, ROUTE_KEPT, .kept_query = "chuyen-muc trang" },
	{ METHOD_GET,  NEWS_PATH "/:slug",        article_public_get,  PERMISSION_PUBLIC, 0, ROUTE_KEPT_VISITS, .kept_query = RATING_DONE_NAME },
	{ METHOD_POST, NEWS_PATH "/:slug/" RATING_SEGMENT, article_rate_post, PERMISSION_PUBLIC, RATING_BODY_BYTES, ROUTE_ANONYMOUS | ROUTE_VOTE },
	{ METHOD_GET,  NEWS_PATH "/:slug/tep/:hash", article_public_file_get, PERMISSION_PUBLIC, 0, ROUTE_PAGE },
	{ METHOD_GET,  GUIDES_PATH,               guides_get,          PERMISSION_PUBLIC, 0, ROUTE_KEPT },
	{ METHOD_GET,  GUIDES_PATH "/:slug",      article_public_get,  PERMISSION_PUBLIC, 0, ROUTE_KEPT },
	{ METHOD_GET,  GUIDES_PATH "/:slug/tep/:hash", article_public_file_get, PERMISSION_PUBLIC, 0, ROUTE_PAGE },
	{ METHOD_GET,  "/so-lieu",                figures_get,         PERMISSION_PUBLIC, 0, ROUTE_KEPT_FIGURES | ROUTE_COUNT, .kept_query = "co-quan tu den theo" },
	{ METHOD_GET,  "/so-lieu/ho-so",          figures_list_get,    PERMISSION_PUBLIC, 0, ROUTE_PAGE | ROUTE_COUNT },

	{ METHOD_GET,  VISIT_PATH,                visits_get,          PERMISSION_PUBLIC, 0, ROUTE_KEPT_VISITS },
	{ METHOD_GET,  PICTURE_PATH "/:hash/:name", picture_get,       PERMISSION_PUBLIC, 0, ROUTE_PAGE },
	{ METHOD_GET,  "/van-ban",                legals_get,          PERMISSION_PUBLIC, 0, ROUTE_KEPT, .kept_query = "loai co-quan linh-vuc nam hieu-luc trang" },
	{ METHOD_GET,  "/van-ban/:slug",          legal_get,           PERMISSION_PUBLIC, 0, ROUTE_KEPT },
	{ METHOD_GET,  "/van-ban/:slug/tep/:hash", legal_file_get,     PERMISSION_PUBLIC, 0, ROUTE_PAGE },
	{ METHOD_GET,  "/tim-kiem",               find_get,            PERMISSION_PUBLIC, 0, ROUTE_PAGE },
	{ METHOD_GET,  "/tim-kiem/goi-y",         find_ideas_get,      PERMISSION_PUBLIC, 0, ROUTE_API | ROUTE_CACHEABLE },

	{ METHOD_GET,  "/api/v1/figures",         api_figures_get,     PERMISSION_PUBLIC, 0, ROUTE_API | ROUTE_COUNT },
	{ METHOD_GET,  "/api/v1/figures/dossiers", api_figures_list_get, PERMISSION_PUBLIC, 0, ROUTE_API | ROUTE_COUNT },
	{ METHOD_GET,  "/api/v1/deadline",        api_deadline_get,    PERMISSION_PUBLIC, 0, ROUTE_API },
	{ METHOD_GET,  "/api/v1/procedures",      api_procedures_get,  PERMISSION_PUBLIC, 0, ROUTE_API },
	{ METHOD_GET,  "/api/v1/procedures/:code", api_procedure_get,  PERMISSION_PUBLIC, 0, ROUTE_API },
	{ METHOD_GET,  "/api/v1/openapi.json",    api_description_get, PERMISSION_PUBLIC, 0, ROUTE_API | ROUTE_CACHEABLE },
	{ METHOD_GET,  "/api/v1/dossiers/:code",  api_dossier_get,     PERMISSION_PUBLIC, 0, ROUTE_API | ROUTE_LOOKUP },

	{ METHOD_GET,  "/dang-nhap",              signin_get,          PERMISSION_PUBLIC, 0, ROUTE_PAGE },
	{ METHOD_POST, "/dang-nhap",              signin_post,         PERMISSION_PUBLIC, STAFF_BODY_BYTES, ROUTE_PAGE },
	{ METHOD_GET,  "/dang-nhap/ma",           code_get,            PERMISSION_OWN_ACCOUNT, 0, ROUTE_PAGE },
	{ METHOD_POST, "/dang-nhap/ma",           code_post,           PERMISSION_OWN_ACCOUNT, STAFF_BODY_BYTES, ROUTE_PAGE },
	{ METHOD_POST, "/dang-xuat",              signout_post,        PERMISSION_OWN_ACCOUNT, STAFF_BODY_BYTES, ROUTE_PAGE },
	{ METHOD_GET,  "/lam-viec",               staff_home_get,      PERMISSION_OWN_ACCOUNT, 0, ROUTE_PAGE },
	{ METHOD_GET,  "/lam-viec/ban-than",      own_get,             PERMISSION_OWN_ACCOUNT, 0, ROUTE_PAGE },
	{ METHOD_GET,  "/lam-viec/ban-than/uy-quyen", delegations_get, PERMISSION_OWN_ACCOUNT, 0, ROUTE_PAGE },
	{ METHOD_POST, "/lam-viec/ban-than/uy-quyen", delegations_post, PERMISSION_OWN_ACCOUNT, STAFF_BODY_BYTES, ROUTE_PAGE },
	{ METHOD_POST, "/lam-viec/dang-xuat-moi-noi", signout_all_post, PERMISSION_OWN_ACCOUNT, STAFF_BODY_BYTES, ROUTE_PAGE },
	{ METHOD_GET,  "/lam-viec/mat-khau",      password_get,        PERMISSION_OWN_ACCOUNT, 0, ROUTE_PAGE },
	{ METHOD_POST, "/lam-viec/mat-khau",      password_post,       PERMISSION_OWN_ACCOUNT, STAFF_BODY_BYTES, ROUTE_PAGE },
	{ METHOD_GET,  "/lam-viec/xac-thuc",      totp_get,            PERMISSION_OWN_ACCOUNT, 0, ROUTE_PAGE },
	{ METHOD_POST, "/lam-viec/xac-thuc",      totp_post,           PERMISSION_OWN_ACCOUNT, STAFF_BODY_BYTES, ROUTE_PAGE },
	{ METHOD_GET,  "/lam-viec/tai-khoan",     people_get,          PERMISSION_ACCOUNT_READ, 0, ROUTE_PAGE },
	{ METHOD_GET,  "/lam-viec/tai-khoan/moi", person_new_get,      PERMISSION_ACCOUNT_CHANGE, 0, ROUTE_PAGE },
	{ METHOD_POST, "/lam-viec/tai-khoan/moi", person_new_post,     PERMISSION_ACCOUNT_CHANGE, STAFF_BODY_BYTES, ROUTE_PAGE },
	{ METHOD_GET,  "/lam-viec/tai-khoan/nhap", people_import_get,  PERMISSION_ACCOUNT_CHANGE, 0, ROUTE_PAGE },
	{ METHOD_POST, "/lam-viec/tai-khoan/nhap", people_import_post, PERMISSION_ACCOUNT_CHANGE, PEOPLE_BODY_BYTES, ROUTE_PAGE },
	{ METHOD_GET,  "/lam-viec/vai-tro",       holders_get,         PERMISSION_ACCOUNT_READ, 0, ROUTE_PAGE },
	{ METHOD_GET,  "/lam-viec/don-vi",        units_get,           PERMISSION_ACCOUNT_READ, 0, ROUTE_PAGE },
	{ METHOD_POST, "/lam-viec/don-vi",        units_post,          PERMISSION_ACCOUNT_CHANGE, STAFF_BODY_BYTES, ROUTE_PAGE },
	{ METHOD_GET,  "/lam-viec/tai-khoan/:number", person_get,      PERMISSION_ACCOUNT_READ, 0, ROUTE_PAGE, person_agency },
	{ METHOD_POST, "/lam-viec/tai-khoan/:number", person_post,     PERMISSION_ACCOUNT_CHANGE, STAFF_BODY_BYTES, ROUTE_PAGE, person_agency },

	{ METHOD_GET,  "/lam-viec/cham-diem",     scores_get,          PERMISSION_SCORE_READ, 0, ROUTE_PAGE },
	{ METHOD_GET,  "/lam-viec/cham-diem/mo",  score_opening_get,   PERMISSION_SCORE_CHANGE, 0, ROUTE_PAGE },
	{ METHOD_POST, "/lam-viec/cham-diem/mo",  score_opening_post,  PERMISSION_SCORE_CHANGE, SCORE_BODY_BYTES, ROUTE_PAGE },
	{ METHOD_GET,  "/lam-viec/cham-diem/xep-hang", score_ranking_get, PERMISSION_SCORE_READ, 0, ROUTE_PAGE },
	{ METHOD_POST, "/lam-viec/cham-diem/xep-hang", score_ranking_post, PERMISSION_SCORE_CHANGE, STAFF_BODY_BYTES, ROUTE_PAGE },
	{ METHOD_GET,  "/lam-viec/cham-diem/xep-hang/tep", score_ranking_file_get, PERMISSION_SCORE_READ, 0, ROUTE_PAGE },
	{ METHOD_GET,  "/lam-viec/cham-diem/:number", score_sheet_get, PERMISSION_SCORE_READ, 0, ROUTE_PAGE, score_agency },
	{ METHOD_POST, "/lam-viec/cham-diem/:number/chot", score_submit_post, PERMISSION_SCORE_CHANGE, STAFF_BODY_BYTES, ROUTE_PAGE, score_agency },
	{ METHOD_GET,  "/lam-viec/cham-diem/:number/tep", score_file_get, PERMISSION_SCORE_READ, 0, ROUTE_PAGE, score_agency },
	{ METHOD_GET,  "/lam-viec/cham-diem/:number/linh-vuc/:area", score_area_get, PERMISSION_SCORE_READ, 0, ROUTE_PAGE, score_agency },
	{ METHOD_POST, "/lam-viec/cham-diem/:number/linh-vuc/:area", score_area_post, PERMISSION_SCORE_CHANGE, SCORE_BODY_BYTES, ROUTE_PAGE, score_agency },
	{ METHOD_GET,  "/lam-viec/cham-diem/:number/:step", score_step_get, PERMISSION_SCORE_CHANGE, 0, ROUTE_PAGE, score_agency },
	{ METHOD_POST, "/lam-viec/cham-diem/:number/:step", score_step_post, PERMISSION_SCORE_CHANGE, SCORE_BODY_BYTES, ROUTE_PAGE, score_agency },
	{ METHOD_GET,  ARTICLES_PATH,             articles_get,        PERMISSION_ARTICLE_READ, 0, ROUTE_PAGE },
	{ METHOD_GET,  ARTICLES_PATH "/moi",      article_new_get,     PERMISSION_ARTICLE_CHANGE, 0, ROUTE_PAGE },
	{ METHOD_POST, ARTICLES_PATH "/moi",      article_new_post,    PERMISSION_ARTICLE_CHANGE, RECORD_BODY_BYTES, ROUTE_PAGE },
	{ METHOD_GET,  ARTICLES_PATH "/:number",  article_get,         PERMISSION_ARTICLE_READ, 0, ROUTE_PAGE, article_agency },
	{ METHOD_GET,  ARTICLES_PATH "/:number/tep/:hash", article_file_get, PERMISSION_ARTICLE_READ, 0, ROUTE_PAGE, article_agency },
	{ METHOD_GET,  ARTICLE_DRAFT_PICTURES "/:hash/:name", picture_draft_get, PERMISSION_ARTICLE_READ, 0, ROUTE_PAGE, article_picture_agency },
	{ METHOD_GET,  ARTICLES_PATH "/:number/:step", article_step_get, PERMISSION_ARTICLE_CHANGE, 0, ROUTE_PAGE, article_agency },
	{ METHOD_POST, ARTICLES_PATH "/:number/:step", article_step_post, PERMISSION_ARTICLE_CHANGE, RECORD_FILE_BODY_BYTES, ROUTE_PAGE, article_agency },
	{ METHOD_GET,  PLANS_PATH,                plans_get,           PERMISSION_PLAN_READ, 0, ROUTE_PAGE },
	{ METHOD_GET,  PLANS_PATH "/tinh",        plans_get,           PERMISSION_PLAN_READ, 0, ROUTE_PAGE },
	{ METHOD_GET,  PLANS_PATH "/tinh/moi",    plan_new_get,        PERMISSION_PLAN_CHANGE, 0, ROUTE_PAGE },
	{ METHOD_POST, PLANS_PATH "/tinh/moi",    plan_new_post,       PERMISSION_PLAN_CHANGE, RECORD_BODY_BYTES, ROUTE_PAGE },
	{ METHOD_GET,  PLANS_PATH "/tinh/:number", plan_get,           PERMISSION_PLAN_READ, 0, ROUTE_PAGE, plan_reader_agency },
	{ METHOD_GET,  PLANS_PATH "/tinh/:number/:step", plan_step_get, PERMISSION_PLAN_CHANGE, 0, ROUTE_PAGE, plan_agency },
	{ METHOD_POST, PLANS_PATH "/tinh/:number/:step", plan_step_post, PERMISSION_PLAN_CHANGE, RECORD_BODY_BYTES, ROUTE_PAGE, plan_agency },
	{ METHOD_GET,  PLANS_PATH "/co-quan",        plans_get,           PERMISSION_PLAN_READ, 0, ROUTE_PAGE },
	{ METHOD_GET,  PLANS_PATH "/co-quan/moi",    plan_new_get,        PERMISSION_PLAN_CHANGE, 0, ROUTE_PAGE },
	{ METHOD_POST, PLANS_PATH "/co-quan/moi",    plan_new_post,       PERMISSION_PLAN_CHANGE, RECORD_BODY_BYTES, ROUTE_PAGE },
	{ METHOD_GET,  PLANS_PATH "/co-quan/:number", plan_get,           PERMISSION_PLAN_READ, 0, ROUTE_PAGE, plan_reader_agency },
	{ METHOD_GET,  PLANS_PATH "/co-quan/:number/:step", plan_step_get, PERMISSION_PLAN_CHANGE, 0, ROUTE_PAGE, plan_agency },
	{ METHOD_POST, PLANS_PATH "/co-quan/:number/:step", plan_step_post, PERMISSION_PLAN_CHANGE, RECORD_BODY_BYTES, ROUTE_PAGE, plan_agency },
	{ METHOD_GET,  PLANS_PATH "/kiem-tra",        plans_get,           PERMISSION_PLAN_READ, 0, ROUTE_PAGE },
	{ METHOD_GET,  PLANS_PATH "/kiem-tra/moi",    plan_new_get,        PERMISSION_PLAN_CHANGE, 0, ROUTE_PAGE },
	{ METHOD_POST, PLANS_PATH "/kiem-tra/moi",    plan_new_post,       PERMISSION_PLAN_CHANGE, RECORD_BODY_BYTES, ROUTE_PAGE },
	{ METHOD_GET,  PLANS_PATH "/kiem-tra/:number", plan_get,           PERMISSION_PLAN_READ, 0, ROUTE_PAGE, plan_reader_agency },
	{ METHOD_GET,  PLANS_PATH "/kiem-tra/:number/:step", plan_step_get, PERMISSION_PLAN_CHANGE, 0, ROUTE_PAGE, plan_agency },
	{ METHOD_POST, PLANS_PATH "/kiem-tra/:number/:step", plan_step_post, PERMISSION_PLAN_CHANGE, RECORD_BODY_BYTES, ROUTE_PAGE, plan_agency },
	{ METHOD_GET,  LEGAL_STAFF_PATH,          legal_staff_get,     PERMISSION_LEGAL_READ, 0, ROUTE_PAGE },
	{ METHOD_GET,  LEGAL_STAFF_PATH "/moi",   legal_new_get,       PERMISSION_LEGAL_CHANGE, 0, ROUTE_PAGE },
	{ METHOD_POST, LEGAL_STAFF_PATH "/moi",   legal_new_post,      PERMISSION_LEGAL_CHANGE, RECORD_BODY_BYTES, ROUTE_PAGE },
	{ METHOD_GET,  LEGAL_STAFF_PATH "/:number", legal_staff_one_get, PERMISSION_LEGAL_READ, 0, ROUTE_PAGE, legal_agency },
	{ METHOD_GET,  LEGAL_STAFF_PATH "/:number/tep/:hash", legal_staff_file_get, PERMISSION_LEGAL_READ, 0, ROUTE_PAGE, legal_agency },
	{ METHOD_GET,  LEGAL_STAFF_PATH "/:number/:step", legal_step_get, PERMISSION_LEGAL_CHANGE, 0, ROUTE_PAGE, legal_agency },
	{ METHOD_POST, LEGAL_STAFF_PATH "/:number/:step", legal_step_post, PERMISSION_LEGAL_CHANGE, RECORD_FILE_BODY_BYTES, ROUTE_PAGE, legal_agency },
	{ METHOD_GET,  "/lam-viec/mau-van-ban.odt", official_template_get, PERMISSION_PLAN_READ, 0, ROUTE_PAGE },
	{ METHOD_GET,  "/lam-viec/kiem-tra",      inspections_get,     PERMISSION_INSPECTION_READ, 0, ROUTE_PAGE },
	{ METHOD_GET,  "/lam-viec/kiem-tra/moi",  inspection_new_get,  PERMISSION_INSPECTION_CHANGE, 0, ROUTE_PAGE },
	{ METHOD_POST, "/lam-viec/kiem-tra/moi",  inspection_new_post, PERMISSION_INSPECTION_CHANGE, RECORD_BODY_BYTES, ROUTE_PAGE },
	{ METHOD_GET,  "/lam-viec/kiem-tra/:number", inspection_get,   PERMISSION_INSPECTION_READ, 0, ROUTE_PAGE, inspection_agency },
	{ METHOD_GET,  "/lam-viec/kiem-tra/:number/ho-so/:code", inspection_dossier_get, PERMISSION_INSPECTION_READ, 0, ROUTE_PAGE, inspection_agency },
	{ METHOD_GET,  "/lam-viec/kiem-tra/:number/khai-bang", inspection_csv_get, PERMISSION_INSPECTION_CHANGE, 0, ROUTE_PAGE, inspection_agency },
	{ METHOD_POST, "/lam-viec/kiem-tra/:number/khai-bang", inspection_csv_post, PERMISSION_INSPECTION_CHANGE, RECORD_BODY_BYTES, ROUTE_PAGE, inspection_agency },
	{ METHOD_GET,  "/lam-viec/kiem-tra/:number/khai-bang/mau", inspection_csv_file_get, PERMISSION_INSPECTION_CHANGE, 0, ROUTE_PAGE, inspection_agency },
	{ METHOD_GET,  "/lam-viec/kiem-tra/:number/tep/:hash", inspection_file_get, PERMISSION_INSPECTION_READ, 0, ROUTE_PAGE, inspection_agency },
	{ METHOD_GET,  "/lam-viec/kiem-tra/:number/:step", inspection_step_get, PERMISSION_INSPECTION_CHANGE, 0, ROUTE_PAGE, inspection_agency },
	{ METHOD_POST, "/lam-viec/kiem-tra/:number/:step", inspection_step_post, PERMISSION_INSPECTION_CHANGE, RECORD_FILE_BODY_BYTES, ROUTE_PAGE, inspection_agency },
	{ METHOD_GET,  "/lam-viec/bao-cao",       reports_get,         PERMISSION_REPORT_READ, 0, ROUTE_PAGE },
	{ METHOD_GET,  "/lam-viec/bao-cao/dung-han", report_punctuality_get, PERMISSION_REPORT_READ, 0, ROUTE_PAGE },
	{ METHOD_GET,  "/lam-viec/bao-cao/danh-sach", report_duties_get, PERMISSION_REPORT_READ, 0, ROUTE_PAGE },
	{ METHOD_GET,  "/lam-viec/bao-cao/che-do", report_regimes_get, PERMISSION_REPORT_READ, 0, ROUTE_PAGE },
	{ METHOD_GET,  "/lam-viec/bao-cao/don-doc", report_reminders_get, PERMISSION_REPORT_READ, 0, ROUTE_PAGE },
	{ METHOD_POST, "/lam-viec/bao-cao/don-doc", report_reminders_post, PERMISSION_REPORT_CHANGE, STAFF_BODY_BYTES, ROUTE_PAGE },
	{ METHOD_POST, "/lam-viec/bao-cao/mo",    report_open_post,    PERMISSION_REPORT_CHANGE, STAFF_BODY_BYTES, ROUTE_PAGE },
	{ METHOD_GET,  "/lam-viec/bao-cao/:number", report_get,        PERMISSION_REPORT_READ, 0, ROUTE_PAGE, report_agency },
	{ METHOD_GET,  "/lam-viec/bao-cao/:number/van-ban", report_paper_get, PERMISSION_REPORT_READ, 0, ROUTE_PAGE, report_agency },
	{ METHOD_GET,  "/lam-viec/bao-cao/:number/muc/:section", report_section_get, PERMISSION_REPORT_CHANGE, 0, ROUTE_PAGE, report_agency },
	{ METHOD_POST, "/lam-viec/bao-cao/:number/muc/:section", report_section_post, PERMISSION_REPORT_CHANGE, RECORD_BODY_BYTES, ROUTE_PAGE, report_agency },
	{ METHOD_GET,  "/lam-viec/bao-cao/:number/:step", report_step_get, PERMISSION_REPORT_CHANGE, 0, ROUTE_PAGE, report_agency },
	{ METHOD_POST, "/lam-viec/bao-cao/:number/:step", report_step_post, PERMISSION_REPORT_CHANGE, RECORD_BODY_BYTES, ROUTE_PAGE, report_agency },
	{ METHOD_GET,  "/lam-viec/kiem-tra/:number/van-ban/:document", inspection_paper_get, PERMISSION_INSPECTION_READ, 0, ROUTE_PAGE, inspection_agency },
	{ METHOD_GET,  "/lam-viec/kiem-tra/:number/tin-bai", inspection_news_get, PERMISSION_INSPECTION_READ, 0, ROUTE_PAGE, inspection_agency },
	{ METHOD_GET,  "/lam-viec/kiem-tra/:number/tieu-chi", checklist_get, PERMISSION_INSPECTION_READ, 0, ROUTE_PAGE, checklist_agency },
	{ METHOD_POST, "/lam-viec/kiem-tra/:number/tieu-chi", checklist_post, PERMISSION_INSPECTION_CHANGE, RECORD_BODY_BYTES, ROUTE_PAGE, checklist_agency },
	{ METHOD_GET,  "/lam-viec/kiem-tra/nam/:year", inspection_year_get, PERMISSION_INSPECTION_READ, 0, ROUTE_PAGE, inspection_year_agency },
	{ METHOD_GET,  "/lam-viec/kien-nghi",     recommendations_get, PERMISSION_INSPECTION_READ, 0, ROUTE_PAGE },
	{ METHOD_GET,  "/lam-viec/co-quan",       agency_files_get,    PERMISSION_AGENCY_READ, 0, ROUTE_PAGE },
	{ METHOD_GET,  "/lam-viec/co-quan/:code", agency_file_get,     PERMISSION_AGENCY_READ, 0, ROUTE_PAGE, agency_file_agency },

	{ METHOD_GET,  "/tro-nang",               access_get,          PERMISSION_PUBLIC, 0, ROUTE_KEPT },
	{ METHOD_GET,  FEEDBACK_PATH,             feedback_home_get,   PERMISSION_PUBLIC, 0, ROUTE_KEPT, .kept_query = "co-quan loai trang" },
	{ METHOD_GET,  FEEDBACK_PATH "/gui",      feedback_send_get,   PERMISSION_PUBLIC, 0, ROUTE_PAGE },
	{ METHOD_POST, FEEDBACK_PATH "/gui",      feedback_send_post,  PERMISSION_PUBLIC, FEEDBACK_BODY_BYTES, ROUTE_PAGE | ROUTE_ANONYMOUS },
	{ METHOD_GET,  FEEDBACK_PATH "/tra-cuu",  feedback_look_get,   PERMISSION_PUBLIC, 0, ROUTE_KEPT },
	{ METHOD_POST, FEEDBACK_PATH "/tra-cuu",  feedback_look_post,  PERMISSION_PUBLIC, FEEDBACK_LOOK_BODY_BYTES, ROUTE_PAGE | ROUTE_ANONYMOUS },
	{ METHOD_POST, FEEDBACK_PATH "/tra-cuu/bo-sung", feedback_reply_post, PERMISSION_PUBLIC, FEEDBACK_LOOK_BODY_BYTES, ROUTE_PAGE | ROUTE_ANONYMOUS },
	{ METHOD_POST, FEEDBACK_PATH "/tra-cuu/danh-gia", feedback_rate_post, PERMISSION_PUBLIC, FEEDBACK_LOOK_BODY_BYTES, ROUTE_PAGE | ROUTE_ANONYMOUS },
	{ METHOD_GET,  FEEDBACK_PATH "/:code",    feedback_one_get,    PERMISSION_PUBLIC, 0, ROUTE_KEPT },
	{ METHOD_GET,  FEEDBACK_STAFF_PATH,       feedback_list_get,   PERMISSION_FEEDBACK_READ, 0, ROUTE_PAGE },
	{ METHOD_GET,  FEEDBACK_STAFF_PATH "/moi", feedback_new_get,   PERMISSION_FEEDBACK_CHANGE, 0, ROUTE_PAGE },
	{ METHOD_POST, FEEDBACK_STAFF_PATH "/moi", feedback_new_post,  PERMISSION_FEEDBACK_CHANGE, RECORD_FILE_BODY_BYTES, ROUTE_PAGE },
	{ METHOD_GET,  FEEDBACK_STAFF_PATH "/:number", feedback_get,   PERMISSION_FEEDBACK_READ, 0, ROUTE_PAGE, feedback_agency },
	{ METHOD_GET,  FEEDBACK_STAFF_PATH "/:number/tep/:hash", feedback_file_get, PERMISSION_FEEDBACK_READ, 0, ROUTE_PAGE, feedback_agency },
	{ METHOD_GET,  FEEDBACK_STAFF_PATH "/:number/:step", feedback_step_get, PERMISSION_FEEDBACK_CHANGE, 0, ROUTE_PAGE, feedback_agency },
	{ METHOD_POST, FEEDBACK_STAFF_PATH "/:number/:step", feedback_step_post, PERMISSION_FEEDBACK_CHANGE, RECORD_FILE_BODY_BYTES, ROUTE_PAGE, feedback_agency },
	{ METHOD_GET,  "/co-quan",                offices_get,         PERMISSION_PUBLIC, 0, ROUTE_KEPT },
	{ METHOD_GET,  "/co-quan/:code",          office_get,          PERMISSION_PUBLIC, 0, ROUTE_KEPT },
	{ METHOD_GET,  "/du-lieu-mo",             opendata_get,        PERMISSION_PUBLIC, 0, ROUTE_KEPT_FIGURES },
	{ METHOD_GET,  "/du-lieu-mo/catalog.jsonld", opendata_catalogue_get, PERMISSION_PUBLIC, 0, ROUTE_KEPT_FIGURES },
	{ METHOD_GET,  "/du-lieu-mo/:file",       opendata_file_get,   PERMISSION_PUBLIC, 0, ROUTE_KEPT_FIGURES | ROUTE_COUNT, .kept_query = "nam" },
	{ METHOD_GET,  "/nhat-ky",                publiclog_get,       PERMISSION_PUBLIC, 0, ROUTE_KEPT_FIGURES | ROUTE_LOOKUP },
	{ METHOD_GET,  "/thu-tuc/atom.xml",       procedures_feed_get, PERMISSION_PUBLIC, 0, ROUTE_KEPT },
	{ METHOD_GET,  "/tin-tuc/atom.xml",       news_feed_get,       PERMISSION_PUBLIC, 0, ROUTE_KEPT },
	{ METHOD_GET,  "/van-ban/atom.xml",       legals_feed_get,     PERMISSION_PUBLIC, 0, ROUTE_KEPT },
	{ METHOD_GET,  "/so-do",                  site_map_get,        PERMISSION_PUBLIC, 0, ROUTE_KEPT },
	{ METHOD_GET,  "/sitemap.xml",            sitemap_get,         PERMISSION_PUBLIC, 0, ROUTE_KEPT },
	{ METHOD_GET,  "/sitemap/:part",          sitemap_part_get,    PERMISSION_PUBLIC, 0, ROUTE_KEPT },
	{ METHOD_GET,  "/robots.txt",             robots_get,          PERMISSION_PUBLIC, 0, ROUTE_KEPT },
	{ METHOD_GET,  "/.well-known/security.txt", security_get,      PERMISSION_PUBLIC, 0, ROUTE_KEPT },
	{ METHOD_GET,  "/lam-viec/cai-dat",       settings_get,        PERMISSION_SETTING_READ, 0, ROUTE_PAGE },
	{ METHOD_POST, "/lam-viec/cai-dat",       settings_post,       PERMISSION_SETTING_CHANGE, STAFF_BODY_BYTES, ROUTE_PAGE },
	{ METHOD_GET,  CONTACTS_PATH,             contacts_get,        PERMISSION_CONTACT_READ, 0, ROUTE_PAGE },
	{ METHOD_GET,  CONTACTS_PATH "/moi",      contact_new_get,     PERMISSION_CONTACT_CHANGE, 0, ROUTE_PAGE },
	{ METHOD_POST, CONTACTS_PATH "/moi",      contact_new_post,    PERMISSION_CONTACT_CHANGE, STAFF_BODY_BYTES, ROUTE_PAGE },
	{ METHOD_GET,  CONTACTS_PATH "/:number",  contact_get,         PERMISSION_CONTACT_READ, 0, ROUTE_PAGE, contact_agency },
	{ METHOD_GET,  CONTACTS_PATH "/:number/:step", contact_step_get, PERMISSION_CONTACT_CHANGE, 0, ROUTE_PAGE, contact_agency },
	{ METHOD_POST, CONTACTS_PATH "/:number/:step", contact_step_post, PERMISSION_CONTACT_CHANGE, STAFF_BODY_BYTES, ROUTE_PAGE, contact_agency },

	{ METHOD_POST, "/tuy-chinh/co-chu",       size_post,           PERMISSION_PUBLIC, SETTING_BODY_BYTES, ROUTE_PAGE },
	{ METHOD_POST, "/tuy-chinh/tuong-phan",   contrast_post,       PERMISSION_PUBLIC, SETTING_BODY_BYTES, ROUTE_PAGE },
	{ METHOD_GET,  "/tinh/:hash/:name",       asset_get,           PERMISSION_PUBLIC, 0, ROUTE_CACHEABLE },

	{ METHOD_GET,  "/healthz",                server_health_get,   PERMISSION_OPERATIONS, 0, ROUTE_API },
	{ METHOD_GET,  "/metrics",                server_metrics_get,  PERMISSION_OPERATIONS, 0, ROUTE_API },
};
/* clang-format on */
const size_t app_routes_n = COUNT(app_routes);
