#pragma once
/* A plan as a file: the official document (NĐ 30/2020/NĐ-CP), its tasks as a table. For this folder. */
#include "plan/plan_page_web.h"

enum plan_file { PLAN_FILE_NONE, PLAN_FILE_PDF, PLAN_FILE_ODT, PLAN_FILE_CSV, PLAN_FILE_XLSX };
/* Which file the query asks for ("dang=pdf"). */
enum plan_file plan_file_asked(struct request *rq);
/* Links to the files of a plan; *n is at most 4. */
void plan_add_files(
	struct request *rq, enum plan_which which, struct url plan, struct record_link *links, size_t *n);
struct reply plan_reform_file(
	struct request *rq, enum plan_which which, const struct plan_reform *p, enum plan_file file);
struct reply plan_inspection_file(struct request *rq, const struct plan_inspection *p, enum plan_file file);
/* The tasks, as they stand today; CSV or XLSX. */
struct reply plan_tasks_file(struct request *rq, const struct plan_reform *p, enum plan_file file);
