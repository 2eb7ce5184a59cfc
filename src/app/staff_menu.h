#pragma once
/* The menu of staff in one table: what there is, where, and who sees it (account/staff_web.h). */
#include "account/staff_web.h"

extern const struct staff_menu app_staff_menu;
