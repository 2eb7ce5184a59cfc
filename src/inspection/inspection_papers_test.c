/* What documents of an inspection say. */
#include "inspection/inspection_news.h"
#include "inspection/inspection_paper_parts.h"
#include "inspection/inspection_whole.h"
#include "tests/t.h"

/* The whole inspection as far as its last event of `last`. */
struct scene {
	struct arena a;
	struct inspection_story s;
};
static void scene_end(struct scene *x)
{
	arena_free(&x->a);
}

static struct str agency_name(const void *data, struct str code)
{
	static const struct {
		struct str code, name;
	} known[] = { { S_INIT("SMA"), S_INIT("Sở Mẫu A") }, { S_INIT("SNV"), S_INIT("Sở Nội vụ") },
		{ S_INIT("STP"), S_INIT("Sở Tư pháp") },
		{ S_INIT("STTTT"), S_INIT("Sở Thông tin và Truyền thông") },
		{ S_INIT("VPUB"), S_INIT("Văn phòng Ủy ban nhân dân tỉnh") } };

	(void)data;
	for (size_t i = 0; i < COUNT(known); i++)
		if (str_eq(known[i].code, code))
			return known[i].name;
	return code;
}

static void scene_open(struct scene *x, enum inspection_verb last)
{
	struct record_event *events = NEW_ARRAY(&x->a, struct record_event, WHOLE_MOST);
	int n = inspection_whole_until(events, inspection_whole(&x->a, events), last);
	struct inspection *state = NEW(&x->a, struct inspection);

	for (int i = 0; i < n; i++) {
		events[i].record = i ? 1 : 0;
		struct record_refusal r = record_allows(&inspection_kind, &state->base, &events[i]);

		r = r.refused ? r : inspection_decide(state, &events[i], NULL);
		if (!CHECK(!r.refused))
			printf("# step %d: %.*s\n", i, ARG(msg_text(LANG_EN, r.why)));
		inspection_apply(state, &events[i]);
		record_step(&inspection_kind, &state->base, &events[i]);
	}
	static const struct inspection_basis bases[] = {
		{ S_INIT("Căn cứ Luật Mẫu cũ"), DAYNUM_NONE, 19000 },
		{ S_INIT("Căn cứ Luật Mẫu"), 19001, DAYNUM_NONE },
	};

	x->s = (struct inspection_story){ .now = state,
		.events = events,
		.n = n,
		.names = { .superior = S("Ủy ban nhân dân tỉnh Mẫu"),
			.issuer = S("Sở Nội vụ"),
			.issuer_short = S("SNV"),
			.place = S("Mẫu"),
			.unit = S("Sở Mẫu A"),
			.plan_issuer = S("Sở Nội vụ"),
			.plan_title = S("Kế hoạch kiểm tra công tác cải cách hành chính năm 2022"),
			.bases = { bases, COUNT(bases) },
			.agency = agency_name,
			.today = 19349, /* 23/12/2022 */
			.is_synthetic = true } };
}
#define SCENE(x, last) \
	cleanup_with(scene_end) struct scene x = { 0 }; \
	scene_open(&(x), INSPECTION_DO_##last)

static void add_table(struct buf *b, const struct block_table *t)
{
	for (int r = 0; t && r < t->rows_n; r++) {
		for (int c = 0; c < (t->rows[r].style == ROW_SECTION ? 1 : t->columns_n); c++)
			buf_fmt(b, "%s%.*s", c ? " | " : "", ARG(t->rows[r].cells[c]));
		buf_fmt(b, "%s\n", t->rows[r].style == ROW_BOLD ? " (đậm)" : "");
	}
}

static void add_blocks(struct buf *b, const struct block *blocks, size_t n, bool close)
{
	const struct block *list = official_labels(b->a, blocks, n, close);

	for (size_t i = 0; i < n; i++) {
		buf_fmt(b, "%.*s%s%.*s%s%.*s\n", ARG(list[i].label), list[i].label.n ? " " : "",
			ARG(list[i].lead), list[i].lead.n ? " " : "", ARG(list[i].text));
		add_table(b, list[i].table);
	}
}

/* All that a document says, line by line. */
static struct str text_of(struct scene *x, enum inspection_paper_kind kind, int item)
{
	struct official d = inspection_paper(&x->a, &x->s, kind, item);
	struct buf b = { .a = &x->a };

	CHECK(!official_wrong(&d));
	CHECK_INT(d.is_synthetic, 1);
	buf_fmt(&b, "%.*s / %.*s\n%.*s\n%.*s\n%.*s\n", ARG(d.superior), ARG(d.issuer),
		ARG(official_number_line(&x->a, &d)), ARG(official_place_line(&x->a, &d)), ARG(d.abstract));
	for (size_t i = 0; i < d.recipients_n; i++)
		buf_fmt(&b, "Kính gửi: %.*s\n", ARG(d.recipients[i]));
	for (size_t i = 0; i < d.bases_n; i++)
		buf_fmt(&b, "%.*s\n", ARG(d.bases[i]));
	add_blocks(&b, d.body, d.body_n, true);
	for (size_t i = 0; i < d.signatures_n; i++)
		buf_fmt(&b, "Ký: %.*s, %.*s, %.*s %.*s\n", ARG(d.signatures[i].party),
			ARG(d.signatures[i].title), ARG(d.signatures[i].name), ARG(d.signatures[i].note));
	for (size_t i = 0; i < d.annexes_n; i++)
		add_blocks(&b, d.annexes[i].blocks, d.annexes[i].blocks_n, false);
	buf_fmt(&b, "%.*s\n%s", ARG(d.foot), d.is_draft ? "DỰ THẢO" : "");
	return buf_str(&b);
}

static void says(struct str text, const char *words)
{
	if (!CHECK(str_find(text, str_of(words)) < text.n))
		printf("# not said: %s\n", words);
}
static void says_not(struct str text, const char *words)
{
	if (!CHECK(str_find(text, str_of(words)) == text.n))
		printf("# said: %s\n", words);
}

TEST(the_decision_names_the_team_as_it_was_signed)
{
	SCENE(x, AMEND);
	struct str t = text_of(&x, PAPER_DECISION, 0);

	says(t, "Ủy ban nhân dân tỉnh Mẫu / Sở Nội vụ\nSố: 15/QĐ-SNV\nMẫu, ngày 03 tháng 10 năm 2022\n");
	says(t, "Căn cứ Luật Mẫu\nCăn cứ Kế hoạch số");
	says_not(t, "Căn cứ Luật Mẫu cũ");
	says(t, "Căn cứ Kế hoạch số 1296/KH-SNV ngày 27 tháng 6 năm 2022 của Sở Nội vụ về kiểm tra công tác "
		"cải cách "
		"hành chính năm 2022");
	says(t, "Điều 1. Thành lập Đoàn kiểm tra công tác cải cách hành chính tại Sở Mẫu A");
	says(t, "1 | Nguyễn Văn Mẫu | Phó Giám đốc Sở Nội vụ | Trưởng đoàn\n2 | Trần Thị Mẫu | Trưởng phòng "
		"Cải cách "
		"hành chính Sở Nội vụ | Phó trưởng đoàn\n3 | Lê Văn Mẫu | Chuyên viên Sở Tư pháp | Thành "
		"viên\n4 | Vũ "
		"Văn Mẫu | Chuyên viên Sở Thông tin và Truyền thông | Thành viên\n5 | Phạm Thị Mẫu | Chuyên "
		"viên Sở "
		"Nội vụ | Thư ký\n");
	says(t, "Thời kỳ kiểm tra: từ ngày 01/01/2022 đến ngày 10/10/2022");
	says(t, "Điều 3. Sở Mẫu A có trách nhiệm");
	says(t, "chịu trách nhiệm thi hành Quyết định này./.");
	says(t, "1 | 04/10/2022 | Bổ sung ông (bà) Đỗ Thị Mẫu, Phó Trưởng phòng Kiểm soát thủ tục hành chính "
		"Văn phòng "
		"Ủy ban nhân dân tỉnh: Thành viên. | \n2 | 04/10/2022 | Vũ Văn Mẫu thôi tham gia Đoàn kiểm "
		"tra. | Có "
		"người thân công tác tại đơn vị được kiểm tra\n");
	says_not(t, "DỰ THẢO");
	says_not(t, "nhật ký");
}

TEST(before_its_step_a_document_is_a_draft)
{
	SCENE(x, MEMBER);
	x.s.n = inspection_whole_until(x.s.events, x.s.n - 2, INSPECTION_DO_MEMBER);
	x.s.now = inspection_until(&x.a, x.s.events, x.s.n, INSPECTION_DO_CLOSE);
	struct str t = text_of(&x, PAPER_DECISION, 0);

	says(t, "Số:      /QĐ-SNV\nMẫu, ngày      tháng");
	says(t, "DỰ THẢO");
	SCENE(y, DECIDE);
	t = text_of(&y, PAPER_NOTICE, 0);
	says(t, "Thời gian: từ …… giờ");
	says(t, "DỰ THẢO");
	SCENE(z, FINDING);
	t = text_of(&z, PAPER_MINUTES, 0);
	says(t, "Ký: Đại diện Sở Mẫu A, Giám đốc,  \nKý: Đại diện Đoàn kiểm tra, Trưởng đoàn, Nguyễn Văn "
		"Mẫu");
	says(t, "DỰ THẢO");
}

TEST(the_notice_keeps_its_first_time_and_the_new_one_stands_behind_it)
{
	SCENE(x, AMEND);
	struct str t = text_of(&x, PAPER_NOTICE, 0);

	says(t, "Số: 05/TB-SNV\n");
	says(t, "Kính gửi: Sở Mẫu A\n");
	says(t, "1. Thời gian: từ 08 giờ 00 phút đến 17 giờ 00 phút ngày 24 tháng 10 năm 2022.\n");
	says(t, "2. Địa điểm: Phòng họp tầng 2, trụ sở Sở Mẫu A.\n");
	says(t, "do ông (bà) Nguyễn Văn Mẫu, Phó Giám đốc Sở Nội vụ làm Trưởng đoàn");
	says(t, "6. Nội dung khác: Đơn vị bố trí máy tính");
	says(t, "1 | 10/10/2022 | Thời gian làm việc đổi thành: từ 08:00 ngày 25/10/2022 đến 17:00 ngày "
		"25/10/2022");
}

TEST(the_minutes_show_both_figures_findings_and_answers)
{
	SCENE(x, AMEND);
	struct str t = text_of(&x, PAPER_MINUTES, 0);

	says(t, "Sở Nội vụ / Đoàn kiểm tra cải cách hành chính\n\nMẫu, ngày 25 tháng 10 năm 2022\n");
	says(t, "hồi 08 giờ 05 phút ngày 25 tháng 10 năm 2022, tại Phòng họp tầng 2");
	says(t, "- Ông (bà) Hoàng Văn Mẫu, Phó Giám đốc Sở Mẫu A;\n");
	says(t, "(Báo cáo số 214/BC-SMA ngày 19 tháng 10 năm 2022)");
	says(t, "1 | Tiếp nhận, tổng số | 1.713 | 1.713 | 0\n");
	says(t, "5 | Giải quyết đúng và trước hạn | 1.668 | 1.666 | +2 (đậm)\n6 | Giải quyết quá hạn | 0 | 2 "
		"| -2 (đậm)\n");
	says(t, "Có 02 chỉ tiêu chênh lệch");
	says(t, "Đoàn kiểm tra chọn ngẫu nhiên 04 hồ sơ (khóa chọn mẫu: 36412-SMA). Kết quả: 02 hồ sơ đúng "
		"quy định, 01 hồ "
		"sơ có sai sót, 0 hồ sơ không tìm thấy, 01 hồ sơ chưa kiểm tra.");
	says(t, "2.4 | Đạt một phần | 1,5 | Niêm yết còn thiếu 02 thủ tục.\n");
	says(t, "1. Chỉ đạo, điều hành\n- Báo cáo định kỳ còn chậm tiến độ (mức độ: Nhẹ).\n");
	says(t, "Giải trình, nguyên nhân theo đơn vị: Người dân chưa quen");
	says_not(t, "Ghi nhầm của Đoàn");
	says(t, "| Sở Mẫu A | 10/11/2022 | Tiếp thu: Phân công 01 đầu mối theo dõi báo cáo.\n");
	says(t, "| Sở Mẫu A | 15/12/2022 | Chưa có ý kiến\n");
	says(t, "(gửi Ủy ban nhân dân tỉnh)");
	says(t, "Ký: Đại diện Sở Mẫu A, Phó Giám đốc, Hoàng Văn Mẫu (Đã ký trên hệ thống lúc 16:45 ngày "
		"25/10/2022)");
	says(t, "1 | 21/11/2022 | Tại mục II, chức vụ của bà Bùi Thị Mẫu là Phó Chánh Văn phòng. | Ghi nhầm "
		"chức vụ\n");
	says(t, "Số liệu hệ thống chốt từ nhật ký: 36.412 mục, gốc "
		"47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
}

TEST(the_conclusion_keeps_its_deadlines_and_prolonging_stands_behind_it)
{
	SCENE(x, AMEND);
	struct str t = text_of(&x, PAPER_CONCLUSION, 0);

	says(t, "Số: 12/KL-SNV\n");
	says(t, "kỷ luật, kỷ cương được giữ vững.\nBộ phận một cửa");
	says(t, "Tổng số thủ tục hành chính (TTHC) đơn vị đang thực hiện là 56, trong đó có 37 TTHC liên "
		"thông (14 TTHC liên "
		"thông cùng cấp và 23 "
		"TTHC liên thông giữa các cấp).");
	says(t, "Từ ngày 01/01/2022 đến ngày 10/10/2022, đơn vị đã tiếp nhận 1.713 hồ sơ TTHC (trong đó mới "
		"tiếp nhận 1.670 "
		"hồ sơ, từ kỳ trước chuyển qua 43 hồ sơ); đã giải quyết đúng và trước hạn 1.666 hồ sơ, giải "
		"quyết quá hạn 02 "
		"hồ sơ; số hồ sơ đang giải quyết là 45 (trong hạn).");
	says(t, "06 TTHC mới ban hành, 13 TTHC sửa đổi, bổ sung; rà soát, rút ngắn thời gian giải quyết 03 "
		"TTHC.");
	says(t, "Có 31 trong số 50 dịch vụ công trực tuyến phát sinh hồ sơ (62,00%).");
	says(t, "2 | Nâng tỷ lệ dịch vụ công trực tuyến có phát sinh hồ sơ lên ít nhất 80%. | Sở Mẫu A | "
		"15/12/2022\n");
	says(t, "1 | 20/11/2022 | Gia hạn kiến nghị số 2 đến ngày 31/12/2022. | Chờ nâng cấp hệ thống của "
		"tỉnh\n");
	says(t, "công tác cải cách hành chính tại Sở Mẫu A./.\n");
	says_not(t, "Trả lời:");
}

TEST(letters_say_what_was_asked_and_what_is_late)
{
	SCENE(x, AMEND);
	struct str reply = text_of(&x, PAPER_REPLY, 1), late = text_of(&x, PAPER_REMINDER, 1);

	says(reply, "Số: 87/SNV-CCHC\nMẫu, ngày 03 tháng 11 năm 2022\n");
	says(reply, "“Đề nghị kết nối phần mềm của Bộ với Hệ thống thông tin của tỉnh”");
	says(reply, "trả lời để Sở Mẫu A biết, thực hiện./.");
	says(late, "Số:      /SNV\nMẫu, ngày      tháng");
	says(late, "Kết luận kiểm tra số 12/KL-SNV ngày 28 tháng 10 năm 2022 của Sở Nội vụ kiến nghị Sở Mẫu "
		   "A: “Gửi báo cáo");
	says(late, "thời hạn hoàn thành: hết ngày 10 tháng 11 năm 2022.");
	says(late, "đã quá hạn 43 ngày");
	says(late, "Sở Nội vụ đã nhắc 01 lần, lần gần nhất ngày 15 tháng 11 năm 2022.");
	CHECK(!inspection_paper_state(x.s.now, PAPER_REMINDER, 2, x.s.names.today).exists);
}

TEST(a_number_that_is_no_number_stays_as_it_was_given)
{
	SCENE(x, AMEND);
	struct record_event *events = NEW_ARRAY(&x.a, struct record_event, WHOLE_MOST);
	int n = inspection_whole(&x.a, events);

	for (int i = 0; i < n; i++)
		if (events[i].verb == INSPECTION_DO_DECIDE)
			events[i].values[INSPECTION_FIELD_NUMBER] = S("15A/QĐ-SNV");
	x.s.events = events;
	says(text_of(&x, PAPER_DECISION, 0), "Số: 15A/QĐ-SNV\n");
}

TEST(a_unit_outside_the_system_has_only_what_it_declared)
{
	SCENE(x, DECLARE);
	struct inspection *now = inspection_until(&x.a, x.s.events, x.s.n, INSPECTION_DO_CLOSE);

	now->begun_at = now->from;
	struct official_annex none;
	struct blocks b = { .a = &x.a };
	struct buf text = { .a = &x.a };

	CHECK(paper_figures(&b, now));
	add_blocks(&text, b.list, b.n, false);
	says(buf_str(&text), "1 | Tiếp nhận, tổng số | 1.713 | – | –\n");
	says(buf_str(&text), "Số liệu do đơn vị tự khai");
	CHECK_STR(paper_foot(&x.a, now), S(""));
	CHECK(!paper_changes(&x.a, &x.s, PAPER_CONCLUSION, &none));
}

TEST(places_are_called_without_the_words_of_their_committees)
{
	CHECK_STR(inspection_place(S("Ủy ban nhân dân tỉnh Thái Bình")), S("Thái Bình"));
	CHECK_STR(inspection_place(S("Ủy ban nhân dân thành phố Huế")), S("Huế"));
	CHECK_STR(inspection_place(S("Tỉnh Mẫu")), S("Mẫu"));
	CHECK_STR(inspection_place(S("")), S(""));
}

TEST(counts_have_a_leading_zero_below_ten_only)
{
	ARENA a = { 0 };

	CHECK_STR(prose_count(&a, 0), S("0"));
	CHECK_STR(prose_count(&a, 6), S("06"));
	CHECK_STR(prose_count(&a, 10), S("10"));
	CHECK_STR(prose_count(&a, 1713), S("1.713"));
	CHECK_STR(prose_day(&a, 19170), S("27/6/2022"));
	CHECK_STR(prose_day(&a, 18993), S("01/01/2022"));
}

static const struct str template =
	S_INIT("«co_quan» kiểm tra «cac_don_vi»\n\nNgày «ngay», «phoi_hop»«theo_ke_hoach». Đoàn "
	       "do «truong_doan»«thanh_vien».\n\n«doan_van_don_vi»\n\n«ton_tai»\n\n«kien_nghi»\n\n"
	       "«tiep_thu»\n== don-vi ==\nTại «don_vi» có «dai_dien»: «thu_tuc» «thay_doi» «ho_so» "
	       "«truc_tuyen» «phan_anh»\n");

TEST(the_article_tells_units_figures_and_recommendations)
{
	SCENE(x, AMEND);
	SCENE(y, SIGN_UNIT);
	struct inspection_story both[] = { x.s, y.s };
	struct str unknown;

	both[1].names.unit = S("Sở Mẫu B");
	struct str t = inspection_news(&x.a, template, both, 2, &unknown);

	CHECK_STR(unknown, S(""));
	says(t, "Sở Nội vụ kiểm tra Sở Mẫu A và Sở Mẫu B\n\nNgày 25/10/2022, phối hợp với Sở Tư pháp, Văn "
		"phòng Ủy ban nhân dân "
		"tỉnh theo Kế hoạch số 1296/KH-SNV ngày 27/6/2022 của Sở Nội vụ về kiểm tra công tác cải "
		"cách hành chính năm "
		"2022. Đoàn do ông (bà) Nguyễn Văn Mẫu, Phó Giám đốc Sở Nội vụ, các thành viên");
	says(t, "Tại Sở Mẫu A có ông (bà) Hoàng Văn Mẫu, Phó Giám đốc Sở Mẫu A cùng các công chức");
	says(t, "Tại Sở Mẫu B có");
	says(t, "06 TTHC mới ban hành");
	says(t, "như: Báo cáo định kỳ còn chậm tiến độ; Tỷ lệ dịch vụ công trực tuyến có phát sinh hồ sơ đạt "
		"62%, thấp hơn yêu "
		"cầu tối thiểu 80%.");
	says(t, "Gửi báo cáo cải cách hành chính định kỳ đúng thời hạn (hoàn thành chậm nhất ngày "
		"10/11/2022); ");
	says(t, "đã tiếp thu 02 trong số 04 kiến nghị");
	says_not(t, "  ");
	says_not(t, "\n\n\n");
}

TEST(what_a_template_asks_for_and_nobody_knows_is_named)
{
	SCENE(x, AMEND);
	struct str unknown;

	(void)inspection_news(&x.a, S("«ngay» «mua»\n== don-vi ==\n«la»"), &x.s, 1, &unknown);
	CHECK_STR(unknown, S("la"));
	CHECK_STR(inspection_news(&x.a, S("«ngay»\n\n\n\nHết"), &x.s, 1, &unknown), S("25/10/2022\n\nHết\n"));
	CHECK_STR(unknown, S(""));
}

TEST(what_was_erased_leaves_dots_to_write_on)
{
	SCENE(x, AMEND);
	struct record_event *events = NEW_ARRAY(&x.a, struct record_event, WHOLE_MOST);
	int n = inspection_whole(&x.a, events);

	for (int i = 0; i < n; i++)
		for (int f = 0; f < inspection_kind.fields_n; f++)
			if (inspection_kind.fields[f].sealed)
				events[i].values[f] = (struct str){ 0 };
	x.s.events = events;
	x.s.n = n;
	x.s.now = inspection_until(&x.a, events, n, INSPECTION_DO_CLOSE);
	for (int k = 0; k < PAPER_KINDS; k++)
		says_not(text_of(&x, (enum inspection_paper_kind)k, 1), "Văn Mẫu");
	says(text_of(&x, PAPER_MINUTES, 0), "- Ông (bà) ………");
	struct str unknown;
	says(inspection_news(&x.a, template, &x.s, 1, &unknown), "Đoàn do ông (bà) ………");
}

/* As many of everything as a record can have, each as long as it can be. */
static void fill_up(struct arena *a, struct inspection *x)
{
	struct buf b = { .a = a };

	for (int i = 0; i < LIMIT_RECORD_LINES_CHARS / 2; i++)
		buf_add(&b, S("ệ\n"));
	struct str longest = buf_str(&b);

	x->attendants_n = INSPECTION_ATTENDANTS;
	for (int i = 0; i < INSPECTION_ATTENDANTS; i++)
		x->attendants[i] = x->attendants[0];
	x->findings_n = INSPECTION_FINDINGS;
	for (int i = 0; i < INSPECTION_FINDINGS; i++)
		x->findings[i] = (struct inspection_finding){ .area = i % INSPECTION_AREAS,
			.text = longest,
			.evidence = longest,
			.explanation = longest,
			.explanation_evidence = longest };
	x->recommendations_n = INSPECTION_RECOMMENDATIONS;
	for (int i = 0; i < INSPECTION_RECOMMENDATIONS; i++)
		x->recommendations[i] = (struct inspection_recommendation){
			.text = longest, .owner = S("SMA"), .commitment = longest, .state = REMEDY_ACCEPTED
		};
	x->proposals_n = INSPECTION_PROPOSALS;
	for (int i = 0; i < INSPECTION_PROPOSALS; i++)
		x->proposals[i] =
			(struct inspection_proposal){ .text = longest, .answer = longest, .answered = true };
}

TEST(the_fullest_inspection_still_is_a_document)
{
	SCENE(x, AMEND);
	struct inspection *full = inspection_until(&x.a, x.s.events, x.s.n, INSPECTION_DO_CLOSE);

	fill_up(&x.a, full);
	struct official minutes = paper_minutes(&x.a, &x.s.names, full),
			conclusion = paper_conclusion(&x.a, &x.s.names, full),
			reminder = paper_reminder(&x.a, &x.s.names, full, INSPECTION_RECOMMENDATIONS);
	struct str unknown;

	x.s.now = full;
	CHECK(!official_wrong(&minutes));
	CHECK(!official_wrong(&conclusion));
	CHECK(!official_wrong(&reminder));
	CHECK(inspection_news(&x.a, template, &x.s, 1, &unknown).n > 0);
}
