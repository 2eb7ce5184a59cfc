/* What sql2c wrote works on a database. */
#include "tests/t.h"
#include "tools/shelf.h"
#include "tools/shelf_sql.h"

static void open_shelf(struct arena *a, struct db *db)
{
	CHECK_OK(db_open(a, ":memory:", DB_WRITE, db));
	for (int i = 0; i < shelf_migrations_n; i++)
		CHECK_OK(db_script(db, shelf_migrations[i].sql.p));
	CHECK_OK(shelf_sql_add(db, 1, S("Luật"), (struct str){ 0 }));
	CHECK_INT(db->changed, 1);
	CHECK_OK(shelf_sql_add(db, 2, S(""), S("a\0b")));
	CHECK_OK(shelf_sql_lend(db, 2, S("An"), 10));
	CHECK_OK(shelf_sql_lend(db, 2, S("An"), 11));
}

TEST(one_row_or_not_found)
{
	ARENA a = { 0 };
	DB db = { 0 };
	struct shelf_sql_load_row row = { .id = 7 };

	open_shelf(&a, &db);
	CHECK_OK(shelf_sql_load(&db, 2, &row));
	CHECK_INT(row.id, 2);
	CHECK_STR(row.title, S(""));
	CHECK_STR(row.cover, S("a\0b"));
	const struct fault *f = shelf_sql_load(&db, 3, &row);
	CHECK_OR_STOP(f);
	CHECK_INT(f->kind, FAULT_NOT_FOUND);
	CHECK_INT(row.id, 2);
}

TEST(maybe_a_row)
{
	ARENA a = { 0 };
	DB db = { 0 };
	struct shelf_sql_find_row row = { 0 };
	struct shelf_sql_rename_row renamed = { 0 };
	bool found = false;

	open_shelf(&a, &db);
	CHECK_OK(shelf_sql_find(&db, S("Luật"), &row, &found));
	CHECK(found);
	CHECK_STR(row.label, S("on Luật"));
	CHECK_OK(shelf_sql_find(&db, S("luật"), &row, &found));
	CHECK(!found);
	CHECK_INT(row.id, 1);
	CHECK_OK(shelf_sql_rename(&db, 1, S("Lệ"), &renamed, &found));
	CHECK(found);
	CHECK_STR(renamed.title, S("Lệ"));
}

TEST(many_rows)
{
	ARENA a = { 0 };
	DB db = { 0 };
	cleanup_with(shelf_sql_list_end) struct shelf_sql_list_rows rows = { 0 };
	int64_t ids = 0, times = 0;
	bool more = false;

	open_shelf(&a, &db);
	CHECK_OK(shelf_sql_list(&db, &rows));
	for (;;) {
		CHECK_OK(shelf_sql_list_next(&rows, &more));
		if (!more)
			break;
		ids = ids * 10 + rows.row.id;
		times = times * 10 + rows.row.times;
		CHECK_STR(rows.row.reader, rows.row.id == 1 ? S("") : S("An"));
	}
	CHECK_INT(ids, 12);
	CHECK_INT(times, 2);
}

TEST(a_row_of_another_type_is_a_fault)
{
	ARENA a = { 0 };
	DB db = { 0 };
	struct shelf_sql_load_row row = { .id = 7 };

	open_shelf(&a, &db);
	CHECK_OK(db_script(&db, "UPDATE shelf SET cover = 'text' WHERE id = 1"));
	const struct fault *f = shelf_sql_load(&db, 1, &row);
	CHECK_OR_STOP(f);
	CHECK_INT(f->kind, FAULT_CORRUPT);
	CHECK_INT(row.id, 7);
}
