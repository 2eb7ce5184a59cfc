#pragma once
/*
 * Whether a text that is to be published says who somebody is. Marks, case and spacing do not matter. Finds
 * what the sender gave (name, telephone, e-mail, parts of the address) and what looks like a person's number
 * or mobile telephone, whoever's it is. It cannot find everything: an editor reads the text first.
 */
#include "feedback/feedback.h"

enum feedback_leak {
	FEEDBACK_LEAKS_NOTHING,
	FEEDBACK_LEAKS_NAME,
	FEEDBACK_LEAKS_PHONE,
	FEEDBACK_LEAKS_EMAIL,
	FEEDBACK_LEAKS_ADDRESS,
	FEEDBACK_LEAKS_NUMBER /* identity card, personal number */
};
must_check enum feedback_leak feedback_leak(struct arena *a, const struct feedback *f, struct str text);
