#include "account/account_words.h"
#include "base/limits.h"

struct str role_name(enum lang lang, enum role r)
{
	static const enum msg names[ROLE_N] = { [ROLE_CLERK] = MSG_account_role_clerk,
		[ROLE_OFFICER] = MSG_account_role_officer,
		[ROLE_HEAD_OF_UNIT] = MSG_account_role_head,
		[ROLE_LEADER] = MSG_account_role_leader,
		[ROLE_PROVINCE_OFFICE] = MSG_account_role_province_office,
		[ROLE_HOME_AFFAIRS] = MSG_account_role_home_affairs,
		[ROLE_INSPECTOR] = MSG_account_role_inspector,
		[ROLE_EDITOR] = MSG_account_role_editor,
		[ROLE_ADMINISTRATOR] = MSG_account_role_administrator,
		[ROLE_AUDITOR] = MSG_account_role_auditor };

	assert(role_is_staff(r));
	return msg_text(lang, names[r]);
}

struct str password_flaw_text(struct arena *a, enum lang lang, enum password_flaw flaw, bool second_factor)
{
	struct buf b = { .a = a };

	switch (flaw) {
	case PASSWORD_FINE: break;
	case PASSWORD_TOO_SHORT:
		msg_account_password_short(
			&b, lang, second_factor ? PASSWORD_CHARS_WITH_CODE : PASSWORD_CHARS);
		break;
	case PASSWORD_TOO_LONG: return msg_text(lang, MSG_account_password_long);
	case PASSWORD_TOO_PLAIN: return msg_text(lang, MSG_account_password_plain);
	case PASSWORD_IS_LOGIN: return msg_text(lang, MSG_account_password_login);
	case PASSWORD_COMMON: return msg_text(lang, MSG_account_password_common);
	case PASSWORD_BAD_TEXT: return msg_text(lang, MSG_account_password_text);
	case PASSWORD_USED: return msg_text(lang, MSG_account_password_used);
	}
	return buf_str(&b);
}

struct str signin_state_text(enum lang lang, enum signin_verdict v)
{
	switch (v) {
	case SIGNIN_OPEN: return msg_text(lang, MSG_account_state_open);
	case SIGNIN_LOCKED: return msg_text(lang, MSG_account_state_locked);
	case SIGNIN_DISABLED: return msg_text(lang, MSG_account_state_disabled);
	case SIGNIN_UNUSED: return msg_text(lang, MSG_account_state_unused);
	}
	impossible();
}

struct str audit_action_text(enum lang lang, struct str action)
{
	static const struct {
		struct str action;
		enum msg text;
	} rows[] = {
		{ S_INIT("account_added"), MSG_account_did_account_added },
		{ S_INIT("role_added"), MSG_account_did_role_added },
		{ S_INIT("role_removed"), MSG_account_did_role_removed },
		{ S_INIT("password_reset"), MSG_account_did_password_reset },
		{ S_INIT("password_changed"), MSG_account_did_password_changed },
		{ S_INIT("password_given"), MSG_account_did_password_given },
		{ S_INIT("password_wrong"), MSG_account_did_password_wrong },
		{ S_INIT("signed_in"), MSG_account_did_signed_in },
		{ S_INIT("sign_in_failed"), MSG_account_did_sign_in_failed },
		{ S_INIT("signed_in_with_code"), MSG_account_did_code },
		{ S_INIT("signed_in_with_recovery_code"), MSG_account_did_recovery },
		{ S_INIT("code_failed"), MSG_account_did_code_failed },
		{ S_INIT("locked"), MSG_account_did_locked },
		{ S_INIT("signed_out"), MSG_account_did_signed_out },
		{ S_INIT("signed_out_everywhere"), MSG_account_did_signed_out_all },
		{ S_INIT("totp_set"), MSG_account_did_totp_set },
		{ S_INIT("totp_removed"), MSG_account_did_totp_removed },
		{ S_INIT("delegated"), MSG_account_did_delegated },
		{ S_INIT("delegation_revoked"), MSG_account_did_delegation_revoked },
		{ S_INIT("acted_by_delegation"), MSG_account_did_by_delegation },
		{ S_INIT("disabled"), MSG_account_did_disabled },
		{ S_INIT("enabled"), MSG_account_did_enabled },
	};

	for (size_t i = 0; i < COUNT(rows); i++)
		if (str_eq(rows[i].action, action))
			return msg_text(lang, rows[i].text);
	return action;
}

struct str grant_days_text(struct arena *a, enum lang lang, const struct grant *g)
{
	struct str none = msg_text(lang, MSG_account_no_bound);
	struct buf b = { .a = a };

	if (g->from == DAYNUM_NONE && g->to == DAYNUM_NONE)
		return (struct str){ 0 };
	msg_account_days(&b, lang, g->from == DAYNUM_NONE ? none : fmt_day_vi(a, g->from),
		g->to == DAYNUM_NONE ? none : fmt_day_vi(a, g->to));
	return buf_str(&b);
}
