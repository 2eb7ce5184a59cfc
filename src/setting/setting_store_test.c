#include "db/migrate.h"
#include "db/schema.h"
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
