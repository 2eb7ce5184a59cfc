#pragma once
/* /lam-viec/cai-dat: the administrator sets what the portal says about itself (setting/portal_setting.h). */
#include "http/http.h"

struct reply settings_get(struct request *rq);
struct reply settings_post(struct request *rq);
