#include "office/office_contact.h"
#include "account/permission.h"

static const struct record_field fields[CONTACT_FIELDS] = {
	[CONTACT_AGENCY] = { S_INIT("agency"), RECORD_AGENCY, 0, false, MSG_office_f_agency, NULL },
	[CONTACT_ADDRESS] = { S_INIT("address"), RECORD_LINE, 300, false, MSG_office_f_address, NULL },
	[CONTACT_PHONE] = { S_INIT("phone"), RECORD_LINE, 30, false, MSG_office_f_phone, NULL },
	[CONTACT_EMAIL] = { S_INIT("email"), RECORD_LINE, 120, false, MSG_office_f_email, NULL },
	[CONTACT_WEBSITE] = { S_INIT("website"), RECORD_LINE, 300, false, MSG_office_f_website, NULL },
	[CONTACT_NOTE] = { S_INIT("note"), RECORD_LINES, 1000, false, MSG_office_f_note, NULL },
};
#define F(name) RECORD_FIELD_BIT(CONTACT_##name)
#define ALL (F(ADDRESS) | F(PHONE) | F(EMAIL) | F(WEBSITE) | F(NOTE))
static const struct record_verb verbs[CONTACT_VERBS] = {
	[CONTACT_GIVE] = { S_INIT("give"), 1u << CONTACT_NONE, 1u << CONTACT_VALID, ROLES_OF_CONTACTS,
		F(AGENCY), ALL, MSG_office_v_give, { 0 } },
	[CONTACT_CHANGE] = { S_INIT("change"), 1u << CONTACT_VALID | 1u << CONTACT_WITHDRAWN,
		1u << CONTACT_VALID, ROLES_OF_CONTACTS, 0, ALL, MSG_office_v_change, { 0 } },
	[CONTACT_WITHDRAW] = { S_INIT("withdraw"), 1u << CONTACT_VALID, 1u << CONTACT_WITHDRAWN,
		ROLES_OF_CONTACTS, 0, 0, MSG_office_v_withdraw, { 0 } },
};
static const struct record_state states[CONTACT_STATES] = { { { 0 }, MSG_office_s_valid },
	{ S_INIT("valid"), MSG_office_s_valid }, { S_INIT("withdrawn"), MSG_office_s_withdrawn } };
const struct record_kind contact_kind = { S_INIT("contact"), fields, CONTACT_FIELDS, verbs, CONTACT_VERBS,
	states, CONTACT_STATES };

/* A change says all there is: what it leaves empty is empty from then on. */
void contact_apply(void *contact, const struct record_event *e)
{
	struct contact *c = contact;

	c->address = e->values[CONTACT_ADDRESS];
	c->phone = e->values[CONTACT_PHONE];
	c->email = e->values[CONTACT_EMAIL];
	c->website = e->values[CONTACT_WEBSITE];
	c->note = e->values[CONTACT_NOTE];
}

static bool has_host(struct str s)
{
	struct str rest = s;

	if (str_starts(s, S("https://")))
		rest = str_sub(s, 8, s.n);
	else if (str_starts(s, S("http://")))
		rest = str_sub(s, 7, s.n);
	else
		return false;
	return str_find_char(rest, '.') < str_find_char(rest, '/') && str_find_char(s, ' ') == s.n;
}

struct record_refusal contact_decide(const void *contact, const struct record_event *e, const void *env)
{
	const struct contact_env *known = env;
	const struct str *v = e->values;
	ARENA scratch = { 0 };
	struct str phone;

	(void)contact;
	if (known->unknown)
		return RECORD_REFUSED_AT(MSG_office_no_agency, CONTACT_AGENCY);
	if (e->verb == CONTACT_GIVE && known->taken)
		return RECORD_REFUSED_AT(MSG_office_taken, CONTACT_AGENCY);
	if (e->verb == CONTACT_WITHDRAW)
		return RECORD_FINE;
	if (v[CONTACT_PHONE].n &&
		(!phone_from(&scratch, v[CONTACT_PHONE], &phone) || !str_eq(phone, v[CONTACT_PHONE])))
		return RECORD_REFUSED_AT(MSG_office_bad_phone, CONTACT_PHONE);
	if (v[CONTACT_EMAIL].n && !mail_fits(v[CONTACT_EMAIL]))
		return RECORD_REFUSED_AT(MSG_office_bad_email, CONTACT_EMAIL);
	if (v[CONTACT_WEBSITE].n && !has_host(v[CONTACT_WEBSITE]))
		return RECORD_REFUSED_AT(MSG_office_bad_website, CONTACT_WEBSITE);
	if (!v[CONTACT_ADDRESS].n && !v[CONTACT_PHONE].n && !v[CONTACT_EMAIL].n && !v[CONTACT_WEBSITE].n)
		return RECORD_REFUSED(MSG_office_nothing);
	return RECORD_FINE;
}
