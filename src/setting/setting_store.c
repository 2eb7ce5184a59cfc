#include "setting/setting_store.h"
#include "setting/setting_sql.h"

const struct fault *setting_get(struct db *db, struct str name, struct str *value)
{
	struct setting_sql_get_row row = { 0 };
	bool found;

	TRY(setting_sql_get(db, name, &row, &found));
	*value = found ? row.value : S("");
	return NULL;
}

const struct fault *setting_set(struct write *w, struct str name, struct str value)
{
	write_changed_pages(w);
	return setting_sql_set(w->db, name, value);
}

const struct fault *setting_is_synthetic(struct db *db, bool *synthetic)
{
	struct str value = { 0 };

	TRY(setting_get(db, SETTING_SYNTHETIC, &value));
	*synthetic = str_eq(value, S("1"));
	return NULL;
}
