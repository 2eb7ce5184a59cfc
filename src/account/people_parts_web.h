#pragma once
/* Between people_web.c and person_web.c. */
#include "account/staff_web.h"

/* Reads a role and an agency as typed; a flaw when there is none, or it is out of the own scope. */
struct form_flaw people_read_place(struct request *rq, struct str role, struct str typed, struct grant *out);
/* The roles that can be given; first the words for none of them. */
const struct choice *people_role_choices(struct request *rq, struct str chosen, enum msg none, size_t *n);
enum tone people_tone(enum signin_verdict v);
struct str people_password_for_once(struct request *rq);
/* The page that shows a password for once, once. */
struct reply people_show_once(struct request *rq, struct str name, struct str password, int64_t number);
