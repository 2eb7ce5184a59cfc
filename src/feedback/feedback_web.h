#pragma once
/* The pages of feedback: for everybody below /phan-anh, for staff below /lam-viec/phan-anh. */
#include "account/staff_web.h"
#include "http/stamp.h"

#define FEEDBACK_PATH "/phan-anh"
#define FEEDBACK_STAFF_PATH STAFF_PATH "/phan-anh"
enum { FEEDBACK_BODY_BYTES = 4 << 20, FEEDBACK_LOOK_BODY_BYTES = 64 << 10 };

struct reply feedback_home_get(struct request *rq);
struct reply feedback_one_get(struct request *rq); /* :code, a published one */
struct reply feedback_send_get(struct request *rq);
struct reply feedback_send_post(struct request *rq);
struct reply feedback_look_get(struct request *rq);
struct reply feedback_look_post(struct request *rq);
struct reply feedback_reply_post(struct request *rq); /* what the sender was asked for */
struct reply feedback_rate_post(struct request *rq);

struct reply feedback_list_get(struct request *rq);
struct reply feedback_get(struct request *rq);
struct reply feedback_new_get(struct request *rq);
struct reply feedback_new_post(struct request *rq);
struct reply feedback_step_get(struct request *rq);
struct reply feedback_step_post(struct request *rq);
struct reply feedback_file_get(struct request *rq);
/* Whose feedback /lam-viec/phan-anh/:number is. */
must_check const struct fault *feedback_agency(struct request *rq, struct str *agency, bool *found);
/* What is due soon or overdue, for the first screen. */
must_check const struct fault *feedback_waiting(struct request *rq, struct staff_lines *out);
