#pragma once
/* For tests: an inspection of an invented unit with every kind of step, as the events of one record. */
#include "inspection/inspection.h"

enum { WHOLE_MOST = 80 };
/* Into list, which has room for WHOLE_MOST; how many. Record and account are not set. In a. */
int inspection_whole(struct arena *a, struct record_event *list);
/* How many of them there are up to and with the last event of that verb; 0: none. */
int inspection_whole_until(const struct record_event *list, int n, enum inspection_verb last);
