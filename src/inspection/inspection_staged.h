#pragma once
/* For tests of pages: inspections of "Sở Mẫu A" (site/site_testing.h), brought to a stage. */
#include "account/people_testing.h"
#include "inspection/inspection_store.h"

enum staged { STAGED_NOTIFIED, STAGED_SESSION, STAGED_MINUTED };
/* Its number. In the session of 1/12/2022 there are a finding of area 2 and three recommendations, due on the
 * 10th, 24th and 30th of December 2022; the first is overdue for the site's clock. */
int64_t staged_inspection(struct site *s, enum staged stage);
/* One step more, by the role; its values are "name=text|name=text". False when it was refused. */
bool staged_step(struct site *s, int64_t number, enum inspection_verb verb, enum role by, const char *values);
