#include "demo/demo_people_store.h"
#include "account/account_store.h"
#include "setting/setting_store.h"

/* clang-format off */
const struct demo_person demo_people[] = {
	{ S_INIT("noi.vu"), S_INIT("Phạm Mẫu Hà (giả định)"), ROLE_HOME_AFFAIRS, S_INIT("SNV"), S_INIT("") },
	{ S_INIT("kiem.tra"), S_INIT("Vũ Mẫu Khánh (giả định)"), ROLE_INSPECTOR, S_INIT("SNV"), S_INIT("") },
	{ S_INIT("van.phong"), S_INIT("Lê Mẫu An (giả định)"), ROLE_PROVINCE_OFFICE, S_INIT("VPUBND"), S_INIT("") },
	{ S_INIT("lanh.dao.a"), S_INIT("Trần Mẫu Bình (giả định)"), ROLE_LEADER, S_INIT("SMA"), S_INIT("SMA") },
	{ S_INIT("truong.phong.a"), S_INIT("Đỗ Mẫu Chi (giả định)"), ROLE_HEAD_OF_UNIT, S_INIT("SMA"), S_INIT("SMA") },
	{ S_INIT("chuyen.vien.a"), S_INIT("Ngô Mẫu Dương (giả định)"), ROLE_OFFICER, S_INIT("SMA"), S_INIT("SMA") },
	{ S_INIT("mot.cua.a"), S_INIT("Bùi Mẫu Giang (giả định)"), ROLE_CLERK, S_INIT("SMA"), S_INIT("SMA") },
	{ S_INIT("lanh.dao.b"), S_INIT("Hoàng Mẫu Hải (giả định)"), ROLE_LEADER, S_INIT("XMB"), S_INIT("XMB") },
	{ S_INIT("truong.phong.b"), S_INIT("Đặng Mẫu Liên (giả định)"), ROLE_HEAD_OF_UNIT, S_INIT("XMB"), S_INIT("XMB") },
	{ S_INIT("bien.tap"), S_INIT("Phan Mẫu Mai (giả định)"), ROLE_EDITOR, S_INIT("VPUBND"), S_INIT("") },
	{ S_INIT("giam.sat"), S_INIT("Lý Mẫu Nam (giả định)"), ROLE_AUDITOR, S_INIT(""), S_INIT("") },
	{ S_INIT("quan.tri"), S_INIT("Mai Mẫu Oanh (giả định)"), ROLE_ADMINISTRATOR, S_INIT(""), S_INIT("") },
};
/* clang-format on */
const size_t demo_people_n = COUNT(demo_people);

struct making {
	const struct catalogue *c;
	struct str hash;
};

/* Its code; an agency that the province does not have is the whole province for nobody: found is false. */
static bool code_of(const struct making *x, struct arena *a, struct str name, struct str *code)
{
	int number = 0;

	*code = S("");
	if (!name.n)
		return true;
	if (catalogue_match_agency(x->c, a, name, &number, 1) != 1)
		return false;
	*code = x->c->agencies.agencies[number].code;
	return true;
}

must_check static const struct fault *make_one(
	struct write *w, const struct making *x, const struct demo_person *who)
{
	struct account_adding add = { .by = { .now = w->now },
		.login = who->login,
		.name = who->name,
		.password = x->hash,
		.first = { .role = who->role } };
	struct account account;

	if (!code_of(x, w->db->a, who->agency, &add.agency) ||
		!code_of(x, w->db->a, who->role_agency, &add.first.agency))
		return NULL;
	TRY(account_find(w->db, who->login, w->now, &account));
	if (!account.number)
		TRY(account_add(w, &add));
	return account_make_ready(w, account.number ? account.number : add.number, x->hash,
		who->role == ROLE_ADMINISTRATOR ? S(DEMO_TOTP_SECRET) : S(""));
}

static const struct fault *make_all(struct write *w, void *arg)
{
	const struct making *x = arg;
	bool synthetic;

	TRY(setting_is_synthetic(w->db, &synthetic));
	for (size_t i = 0; synthetic && i < demo_people_n; i++)
		TRY(make_one(w, x, &demo_people[i]));
	return NULL;
}

const struct fault *demo_people_make(struct province *p, struct arena *a)
{
	struct making x = { 0 };

	TRY(password_hash(a, S(DEMO_PASSWORD), &x.hash));
	x.c = province_take_catalogue(p);
	const struct fault *f = writer_run(province_writer(p), a, make_all, &x);

	province_give_catalogue(p, x.c);
	return f;
}
