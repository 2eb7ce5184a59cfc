#include "db/migrate.h"
#include "db/schema.h"
#include "setting/portal_setting.h"
#include "setting/setting_store.h"
#include "tests/t.h"

TEST(a_province_is_synthetic_only_when_it_says_so)
{
	ARENA a = { 0 };
	DB db = { 0 };
	struct journal journal = { 0 };
	struct write w = { .db = &db, .journal = &journal };
	struct str value = S("?");
	bool synthetic = true;
	int applied;

	CHECK_OK(db_open(&a, ":memory:", DB_WRITE, &db));
	CHECK_OK(db_migrate(&db, schema_migrations, schema_migrations_n, &applied));
	CHECK_OK(setting_is_synthetic(&db, &synthetic));
	CHECK(!synthetic);
	CHECK_OK(setting_get(&db, S("demo"), &value));
	CHECK_STR(value, S(""));
	CHECK_OK(setting_set(&w, SETTING_SYNTHETIC, S("1")));
	CHECK_OK(setting_is_synthetic(&db, &synthetic));
	CHECK(synthetic);
	CHECK_OK(setting_set(&w, SETTING_SYNTHETIC, S("")));
	CHECK_OK(setting_is_synthetic(&db, &synthetic));
	CHECK(!synthetic);
	CHECK_INT(journal.revisions.content, 2);
	CHECK_INT(journal.revisions.entries, 0);
}

TEST(settings_of_the_portal_are_looked_at_before_they_are_set)
{
	static const struct {
		enum portal_setting which;
		const char *value;
		bool fits;
	} cases[] = {
		{ PORTAL_LICENCE, "", true },
		{ PORTAL_LICENCE, "CC0-1.0", true },
		{ PORTAL_LICENCE, "GPL", false },
		{ PORTAL_CONTACT_EMAIL, "a@mau.example", true },
		{ PORTAL_CONTACT_EMAIL, "a@mau", false },
		{ PORTAL_CONTACT_EMAIL, "mau.example", false },
		{ PORTAL_SECURITY_CONTACT, "mailto:", false },
		{ PORTAL_CONTACT_EMAIL, "a b@mau.example", false },
		{ PORTAL_CONTACT_PHONE, "0227 3831 234", true },
		{ PORTAL_CONTACT_PHONE, "gọi tôi", false },
		{ PORTAL_SECURITY_CONTACT, "mailto:a@mau.example", true },
		{ PORTAL_SECURITY_CONTACT, "https://mau.example/bao-mat", true },
		{ PORTAL_SECURITY_CONTACT, "http://mau.example", false },
		{ PORTAL_SECURITY_CONTACT, "https://mau.example\nContact: x", false },
		{ PORTAL_SECURITY_CONTACT, "javascript:alert(1)", false },
		{ PORTAL_SECURITY_EXPIRES, "2024-02-29", true },
		{ PORTAL_SECURITY_EXPIRES, "2023-02-29", false },
	};
	enum portal_setting found;

	for (size_t i = 0; i < COUNT(cases); i++)
		test_check(portal_setting_fits(cases[i].which, str_of(cases[i].value)) == cases[i].fits,
			__FILE__, __LINE__, "%s", cases[i].value);
	for (int i = 0; i < PORTAL_SETTING_N; i++)
		CHECK(portal_setting_from(portal_setting_name((enum portal_setting)i), &found) &&
			(int)found == i);
	CHECK(!portal_setting_from(
		S("synthetic"), &found)); /* nobody makes real data look invented, or the reverse */
	CHECK_STR(licence_of(S("?")).word, S("CC-BY-4.0"));
}
