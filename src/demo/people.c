#include "demo/people.h"
#include "demo/dice.h"
#include "json/canon.h"

enum { FIRM_PERCENT = 12 };

static const char *const families[] = { "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ",
	"Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý", "Đào", "Đinh", "Lâm", "Mai" };
static const char *const men[] = { "Văn An", "Văn Bình", "Đức Cường", "Quang Dũng", "Minh Đạt", "Hữu Giang",
	"Xuân Hải", "Mạnh Hùng", "Quốc Khánh", "Văn Long", "Hoàng Nam", "Đình Phong", "Minh Quân", "Hồng Sơn",
	"Anh Tuấn", "Văn Thành", "Đức Thịnh", "Trung Vinh" };
static const char *const women[] = { "Thị Anh", "Ngọc Bích", "Thị Chi", "Thùy Dung", "Thị Giang", "Thu Hà",
	"Thị Hạnh", "Thanh Hoa", "Thị Hương", "Mai Lan", "Thị Liên", "Khánh Linh", "Thị Mai", "Hồng Nhung",
	"Thị Oanh", "Minh Phương", "Thị Thảo", "Thu Trang" };

static struct str one_of(struct dice *d, const char *const *names, size_t n)
{
	return str_of(names[dice_below(d, (int64_t)n)]);
}

static struct str person_name(struct arena *a, struct dice *d)
{
	struct str family = one_of(d, families, COUNT(families));
	struct str given = dice_percent(d, 50) ? one_of(d, men, COUNT(men)) : one_of(d, women, COUNT(women));

	return str_fmt(a, "%.*s %.*s", ARG(family), ARG(given));
}

struct str people_applicant(struct arena *a, uint64_t seed, int number)
{
	struct dice d = { seed ^ (uint64_t)number * 0x9E3779B97F4A7C15u };
	struct buf out = { .a = a };
	struct canon c;
	struct str name = dice_percent(&d, FIRM_PERCENT) ? str_fmt(a, "Công ty TNHH Mẫu %d", number + 1)
							 : person_name(a, &d);
	int house = dice_between(&d, 1, 250), street = dice_between(&d, 1, 60);

	canon_begin(&c, &out);
	canon_str(&c, S("address"), str_fmt(a, "Số %d, đường Mẫu %d (địa chỉ minh họa)", house, street));
	canon_str(&c, S("id"), str_fmt(a, "000%09d", dice_below(&d, 1000000000)));
	canon_str(&c, S("name"), name);
	canon_str(&c, S("phone"), str_fmt(a, "0000%06d", dice_below(&d, 1000000)));
	canon_bool(&c, S("synthetic"), true);
	canon_end(&c);
	return buf_str(&out);
}

struct str people_officer(struct arena *a, int number)
{
	struct buf out = { .a = a };
	struct canon c;

	canon_begin(&c, &out);
	canon_str(&c, S("name"), str_fmt(a, "Cán bộ mẫu %d", number));
	canon_bool(&c, S("synthetic"), true);
	canon_end(&c);
	return buf_str(&out);
}
