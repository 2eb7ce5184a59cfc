#pragma once
/* For tests: steps of official documents written short, "register sign=12/KH-SMA|issued=05/01/2022|…". */
#include "legal/legal.h"

struct record_event legal_step(struct arena *a, const char *text);
/* What every registration needs, but number, sign and day. */
#define LEGAL_SAMPLE_REST "|issuer=Sở Mẫu A|kind=plan|summary=Kế hoạch mẫu"
