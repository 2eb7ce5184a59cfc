#include "setting/portal_setting.h"

#include "base/date.h"

static const struct {
	struct str name, fallback;
	enum msg words;
} settings[PORTAL_SETTING_N] = {
#define X(name, text, fallback, words) [PORTAL_##name] = { S_INIT(text), S_INIT(fallback), words },
	PORTAL_SETTINGS(X)
#undef X
};
static const struct licence licences[] = {
#define X(word, name, url) { S_INIT(word), S_INIT(name), S_INIT(url) },
	LICENCES(X)
#undef X
};

struct str portal_setting_name(enum portal_setting s)
{
	return settings[s].name;
}

enum msg portal_setting_words(enum portal_setting s)
{
	return settings[s].words;
}

bool portal_setting_from(struct str name, enum portal_setting *out)
{
	for (int i = 0; i < PORTAL_SETTING_N; i++)
		if (str_eq(settings[i].name, name)) {
			*out = (enum portal_setting)i;
			return true;
		}
	return false;
}

/* ASCII without blanks: it stands in a line of security.txt. */
static bool is_plain(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] <= ' ' || (unsigned char)s.p[i] >= 0x7F)
			return false;
	return true;
}

static bool is_mail(struct str s)
{
	size_t at = str_find_char(s, '@');
	struct str host = str_sub(s, at + 1, s.n);

	return is_plain(s) && at > 0 && str_find_char(host, '.') < host.n;
}

static bool is_contact_uri(struct str s)
{
	struct str mail = S("mailto:"), web = S("https://");

	if (str_starts(s, mail))
		return is_mail(str_sub(s, mail.n, s.n));
	return is_plain(s) && str_starts(s, web) && s.n > web.n;
}

static bool is_phone(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if ((s.p[i] < '0' || s.p[i] > '9') && str_find_char(S(" +().-"), s.p[i]) == S(" +().-").n)
			return false;
	return s.n >= 3;
}

bool portal_setting_fits(enum portal_setting s, struct str value)
{
	daynum day;

	if (!value.n)
		return true;
	switch (s) {
	case PORTAL_LICENCE: return str_eq(licence_of(value).word, value);
	case PORTAL_CONTACT_EMAIL: return is_mail(value);
	case PORTAL_CONTACT_PHONE: return is_phone(value);
	case PORTAL_SECURITY_CONTACT: return is_contact_uri(value);
	case PORTAL_SECURITY_EXPIRES: return parse_day(value, &day);
	case PORTAL_SETTING_N: break;
	}
	impossible();
}

const struct fault *portal_setting(struct db *db, enum portal_setting s, struct str *value)
{
	TRY(setting_get(db, settings[s].name, value));
	if (!value->n)
		*value = settings[s].fallback;
	return NULL;
}

struct licence licence_of(struct str word)
{
	for (size_t i = 0; i < COUNT(licences); i++)
		if (str_eq(licences[i].word, word))
			return licences[i];
	return licences[0];
}
