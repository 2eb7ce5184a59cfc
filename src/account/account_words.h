#pragma once
/* The words of people and rights. */
#include "account/password.h"
#include "account/permission.h"
#include "account/signin.h"
#include "msg/messages.h"

/* The name of a role that people can have. */
struct str role_name(enum lang lang, enum role r);
/* What is wrong with a new password and what to do; needed: how many characters it must have. */
struct str password_flaw_text(struct arena *a, enum lang lang, enum password_flaw flaw, bool second_factor);
struct str signin_state_text(enum lang lang, enum signin_verdict v);
/* What an action of the audit table is called; itself when it is unknown. */
struct str audit_action_text(enum lang lang, struct str action);
/* "từ 01/10/2022 đến 31/12/2022"; empty without bounds. */
struct str grant_days_text(struct arena *a, enum lang lang, const struct grant *g);
