#include "out/official_sample.h"

static const char *const names[SAMPLES_N] = { [SAMPLE_PLAN] = "plan",
	[SAMPLE_DECISION] = "decision",
	[SAMPLE_NOTICE] = "notice",
	[SAMPLE_MINUTES] = "minutes",
	[SAMPLE_CONCLUSION] = "conclusion",
	[SAMPLE_REPLY] = "reply",
	[SAMPLE_REPORT] = "report",
	[SAMPLE_EMPTY] = "empty",
	[SAMPLE_LONG] = "long" };

const char *official_sample_name(enum official_sample s)
{
	return names[s];
}

#define TEXT(lit) S_INIT(lit)
#define PARAGRAPH(lit) \
	{ \
		.kind = BLOCK_PARAGRAPH, .text = TEXT(lit) \
	}
#define HEADING(n, lit) \
	{ \
		.kind = BLOCK_HEADING, .level = n, .text = TEXT(lit) \
	}
#define BLOCK(k, lit) \
	{ \
		.kind = BLOCK_##k, .text = TEXT(lit) \
	}
#define LIST(field, list) .field = list, .field##_n = COUNT(list)

static const struct official_signature head_of_department[] = { { .authority = SIGN_KT,
	.chief = TEXT("Giám đốc"),
	.title = TEXT("Phó Giám đốc"),
	.name = TEXT("Nguyễn Văn Mẫu") } };
static const struct str copies[] = { TEXT("Ủy ban nhân dân tỉnh (để báo cáo)"),
	TEXT("Giám đốc, các Phó Giám đốc Sở"), TEXT("Sở Mẫu A, Sở Mẫu B"),
	TEXT("Các thành viên Đoàn kiểm tra") };

static const struct block_column schedule_columns[] = { { TEXT("TT"), 1, CELL_CENTRE },
	{ TEXT("Cơ quan, đơn vị được kiểm tra"), 6, CELL_LEFT }, { TEXT("Thời gian"), 4, CELL_CENTRE },
	{ TEXT("Hình thức"), 3, CELL_LEFT } };
static const struct str schedule_1[] = { TEXT("1"), TEXT("Sở Mẫu A"), TEXT("Tháng 10 năm 2022"),
	TEXT("Trực tiếp") },
			schedule_2[] = { TEXT("2"), TEXT("Sở Mẫu B"), TEXT("Tháng 10 năm 2022"),
				TEXT("Trực tiếp") },
			schedule_3[] = { TEXT("3"), TEXT("Ủy ban nhân dân Xã Mẫu B"),
				TEXT("Tháng 11 năm 2022"), TEXT("Qua báo cáo") };
static const struct block_row schedule_rows[] = { { schedule_1, ROW_PLAIN }, { schedule_2, ROW_PLAIN },
	{ schedule_3, ROW_PLAIN } };
static const struct block_table schedule = { .columns = schedule_columns,
	.columns_n = COUNT(schedule_columns),
	.rows = schedule_rows,
	.rows_n = COUNT(schedule_rows) };

static const struct block plan_body[] = {
	PARAGRAPH("Thực hiện Kế hoạch cải cách hành chính năm 2022 của tỉnh, Sở Nội vụ xây dựng Kế hoạch "
		  "kiểm tra công tác cải cách hành chính năm 2022 như sau:"),
	HEADING(1, "Mục đích, yêu cầu"),
	HEADING(2, "Mục đích"),
	PARAGRAPH("Đánh giá đúng tình hình thực hiện nhiệm vụ cải cách hành chính tại các cơ quan, đơn vị; "
		  "kịp thời phát hiện, chấn chỉnh những tồn tại, hạn chế và đề ra giải pháp khắc phục.\nNâng "
		  "cao trách nhiệm của người đứng đầu cơ quan, đơn vị trong chỉ đạo, điều hành."),
	HEADING(2, "Yêu cầu"),
	BLOCK(ITEM, "Việc kiểm tra bảo đảm khách quan, trung thực, đúng quy định của pháp luật."),
	BLOCK(ITEM, "Không gây phiền hà, không làm cản trở hoạt động bình thường của cơ quan, đơn vị được "
		    "kiểm tra."),
	HEADING(1, "Nội dung, phạm vi kiểm tra"),
	HEADING(2, "Nội dung"),
	HEADING(3, "Công tác chỉ đạo, điều hành"),
	PARAGRAPH("Việc ban hành và tổ chức thực hiện kế hoạch cải cách hành chính; chế độ thông tin, báo "
		  "cáo định kỳ; công tác tuyên truyền."),
	HEADING(3, "Cải cách thủ tục hành chính"),
	PARAGRAPH("Việc tiếp nhận, giải quyết hồ sơ theo cơ chế một cửa, một cửa liên thông; tỷ lệ hồ sơ "
		  "giải quyết đúng và trước hạn; tỷ lệ dịch vụ công trực tuyến có phát sinh hồ sơ."),
	HEADING(2, "Thời kỳ kiểm tra"),
	PARAGRAPH("Từ ngày 01/01/2022 đến thời điểm kiểm tra."),
	HEADING(1, "Thời gian và đối tượng"),
	{ .kind = BLOCK_TABLE, .table = &schedule },
	HEADING(1, "Tổ chức thực hiện"),
	PARAGRAPH("Các cơ quan, đơn vị được kiểm tra chuẩn bị báo cáo tự kiểm tra, gửi Sở Nội vụ trước ngày "
		  "kiểm tra 05 ngày làm việc."),
	PARAGRAPH("Trong quá trình thực hiện, nếu có vướng mắc, các cơ quan, đơn vị phản ánh về Sở Nội vụ để "
		  "được hướng dẫn."),
};

static struct official plan(void)
{
	return (struct official){ .type = OFFICIAL_KH,
		.superior = TEXT("Ủy ban nhân dân tỉnh Thái Bình"),
		.issuer = TEXT("Sở Nội vụ"),
		.number = 1296,
		.symbol = TEXT("KH-SNV"),
		.place = TEXT("Thái Bình"),
		.date = 19170, /* 27/6/2022 */
		.abstract = TEXT("Kiểm tra công tác cải cách hành chính năm 2022"),
		LIST(body, plan_body),
		LIST(signatures, head_of_department),
		LIST(copies, copies),
		.file_copy = TEXT("VT, CCHC"),
		.is_synthetic = true };
}

static const struct str decision_bases[] = {
	TEXT("Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015; Luật sửa đổi, bổ sung một "
	     "số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương ngày 22 tháng 11 năm "
	     "2019"),
	TEXT("Căn cứ Kế hoạch số 1296/KH-SNV ngày 27 tháng 6 năm 2022 của Sở Nội vụ về kiểm tra công tác cải "
	     "cách hành chính năm 2022;"),
	TEXT("Theo đề nghị của Trưởng phòng Cải cách hành chính")
};
static const struct block decision_body[] = {
	BLOCK(ARTICLE, "Thành lập Đoàn kiểm tra công tác cải cách hành chính năm 2022 tại Sở Mẫu A, gồm các "
		       "ông, bà có tên sau:"),
	BLOCK(CLAUSE, "Ông Nguyễn Văn Mẫu, Phó Giám đốc Sở Nội vụ, Trưởng đoàn;"),
	BLOCK(CLAUSE, "Bà Trần Thị Mẫu, Trưởng phòng Cải cách hành chính, thành viên;"),
	BLOCK(CLAUSE, "Đại diện các cơ quan phối hợp, thành viên:"),
	BLOCK(POINT, "Văn phòng Ủy ban nhân dân tỉnh;"),
	BLOCK(POINT, "Sở Tư pháp."),
	BLOCK(ARTICLE, "Đoàn kiểm tra có nhiệm vụ kiểm tra công tác cải cách hành chính theo Kế hoạch số "
		       "1296/KH-SNV ngày 27 tháng 6 năm 2022 và tự giải thể sau khi hoàn thành nhiệm vụ."),
	BLOCK(ARTICLE, "Quyết định này có hiệu lực kể từ ngày ký."),
	BLOCK(ARTICLE,
		"Chánh Văn phòng Sở, Trưởng phòng Cải cách hành chính, Thủ trưởng cơ quan, đơn vị có liên "
		"quan và các ông, bà có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này."),
};
static const struct official_signature director[] = { { .title = TEXT("Giám đốc"),
	.name = TEXT("Lê Thị Mẫu") } };
static const struct str decision_copies[] = { TEXT("Như Điều 4"), TEXT("Ủy ban nhân dân tỉnh (để báo cáo)") };

static struct official decision(void)
{
	return (struct official){ .type = OFFICIAL_QD,
		.superior = TEXT("Ủy ban nhân dân tỉnh Thái Bình"),
		.issuer = TEXT("Sở Nội vụ"),
		.symbol = TEXT("QĐ-SNV"),
		.place = TEXT("Thái Bình"),
		.abstract = TEXT("Về việc thành lập Đoàn kiểm tra công tác cải cách hành chính năm 2022"),
		.decider = TEXT("Giám đốc Sở Nội vụ"),
		LIST(bases, decision_bases),
		LIST(body, decision_body),
		LIST(signatures, director),
		LIST(copies, decision_copies),
		.file_copy = TEXT("VT, CCHC"),
		.is_draft = true,
		.is_synthetic = true };
}

static const struct str notice_recipients[] = { TEXT("Sở Mẫu A") };
static const struct block notice_body[] = {
	PARAGRAPH("Sở Nội vụ thông báo lịch kiểm tra công tác cải cách hành chính tại Sở Mẫu A như sau:"),
	{ .kind = BLOCK_CLAUSE,
		.lead = TEXT("Thời gian:"),
		.text = TEXT("01 ngày, từ 8 giờ 00 phút ngày 25/10/2022.") },
	{ .kind = BLOCK_CLAUSE, .lead = TEXT("Địa điểm:"), .text = TEXT("Phòng họp Sở Mẫu A.") },
	{ .kind = BLOCK_CLAUSE,
		.lead = TEXT("Thành phần:"),
		.text = TEXT("lãnh đạo Sở, trưởng các phòng, công chức một cửa.") },
};
static const struct official_signature by_order[] = { { .authority = SIGN_TL,
	.chief = TEXT("Giám đốc"),
	.title = TEXT("Chánh Văn phòng"),
	.name = TEXT("Phạm Văn Mẫu") } };

static struct official notice(void)
{
	return (struct official){ .type = OFFICIAL_TB,
		.superior = TEXT("Ủy ban nhân dân tỉnh Thái Bình"),
		.issuer = TEXT("Sở Nội vụ"),
		.number = 5,
		.symbol = TEXT("TB-SNV"),
		.place = TEXT("Thái Bình"),
		.date = 19028, /* 05/02/2022 */
		.abstract = TEXT("Lịch kiểm tra công tác cải cách hành chính tại Sở Mẫu A"),
		LIST(recipients, notice_recipients),
		LIST(body, notice_body),
		LIST(signatures, by_order),
		LIST(copies, copies),
		.file_copy = TEXT("VT") };
}

static const struct block minutes_body[] = {
	PARAGRAPH("Hồi 8 giờ 00 phút ngày 25 tháng 10 năm 2022, tại Sở Mẫu A, Đoàn kiểm tra theo Quyết định "
		  "số 15/QĐ-SNV ngày 03 tháng 10 năm 2022 làm việc với Sở Mẫu A."),
	HEADING(1, "Thành phần"),
	{ .kind = BLOCK_CLAUSE, .lead = TEXT("Đoàn kiểm tra"), .text = TEXT("") },
	BLOCK(ITEM, "Ông Nguyễn Văn Mẫu, Phó Giám đốc Sở Nội vụ, Trưởng đoàn;"),
	BLOCK(ITEM, "Bà Trần Thị Mẫu, Trưởng phòng Cải cách hành chính, thư ký."),
	{ .kind = BLOCK_CLAUSE, .lead = TEXT("Sở Mẫu A"), .text = TEXT("") },
	BLOCK(ITEM, "Ông Hoàng Văn Mẫu, Phó Giám đốc Sở."),
	HEADING(1, "Nội dung làm việc"),
	PARAGRAPH("Đại diện Sở báo cáo kết quả thực hiện nhiệm vụ cải cách hành chính; các thành viên Đoàn "
		  "kiểm tra hồ sơ, trao đổi và yêu cầu làm rõ. Sở tiếp thu ý kiến của Đoàn và cam kết khắc "
		  "phục."),
	PARAGRAPH("Biên bản được lập thành 02 bản, các bên thống nhất và cùng ký tên."),
};
static const struct official_signature both_sides[] = {
	{ .party = TEXT("Đại diện Sở Mẫu A"),
		.title = TEXT("Phó Giám đốc"),
		.name = TEXT("Hoàng Văn Mẫu"),
		.note = TEXT("(Đã ký trên hệ thống lúc 16:30 ngày 25/10/2022)") },
	{ .party = TEXT("Đại diện Đoàn kiểm tra"),
		.title = TEXT("Trưởng đoàn"),
		.name = TEXT("Nguyễn Văn Mẫu"),
		.note = TEXT("(Đã ký trên hệ thống lúc 16:45 ngày 25/10/2022)") },
};

static struct official minutes(void)
{
	return (struct official){ .type = OFFICIAL_BB,
		.superior = TEXT("Sở Nội vụ"),
		.issuer = TEXT("Đoàn kiểm tra cải cách hành chính"),
		.place = TEXT("Thái Bình"),
		.date = 19290, /* 25/10/2022 */
		.abstract = TEXT("Kiểm tra công tác cải cách hành chính tại Sở Mẫu A"),
		.amends = TEXT("Biên bản lập ngày 24 tháng 10 năm 2022"),
		LIST(body, minutes_body),
		LIST(signatures, both_sides),
		.foot = TEXT("Nhật ký: 36.412 mục, gốc mk0Hh0mJ7+0cGx1kSiJ2wYkq8Jb3pMkq2mJv8f0LQ3E="),
		.is_synthetic = true };
}

static const struct block conclusion_body[] = {
	PARAGRAPH("Ngày 25/10/2022, Đoàn kiểm tra đã kiểm tra công tác cải cách hành chính tại Sở Mẫu A. Sở "
		  "Nội vụ kết luận như sau:"),
	HEADING(1, "Kết quả đạt được"),
	PARAGRAPH("Từ ngày 01/01/2022 đến thời điểm kiểm tra, Sở đã tiếp nhận 1.713 hồ sơ, đã giải quyết "
		  "1.668 hồ sơ, đang giải quyết 45 hồ sơ trong hạn."),
	HEADING(1, "Tồn tại, hạn chế"),
	BLOCK(ITEM, "Tỷ lệ dịch vụ công trực tuyến có phát sinh hồ sơ thấp hơn yêu cầu (tối thiểu 80%);"),
	BLOCK(ITEM, "Báo cáo định kỳ còn chậm."),
	HEADING(1, "Kiến nghị"),
	PARAGRAPH("Sở Mẫu A khắc phục các tồn tại, hạn chế nêu trên, báo cáo kết quả về Sở Nội vụ trước ngày "
		  "10/11/2022."),
};

static struct official conclusion(void)
{
	struct official d = notice();

	d.type = OFFICIAL_KL;
	d.number = 12;
	d.symbol = S("KL-SNV");
	d.abstract = S("Kiểm tra công tác cải cách hành chính năm 2022 tại Sở Mẫu A");
	d.recipients_n = 0;
	d.body = conclusion_body;
	d.body_n = COUNT(conclusion_body);
	d.signatures = director;
	return d;
}

static const struct str reply_recipients[] = { TEXT("Sở Mẫu A"), TEXT("Sở Mẫu B;"),
	TEXT("Ủy ban nhân dân các huyện, thành phố và các cơ quan, đơn vị có dịch vụ công trực tuyến trên "
	     "địa bàn tỉnh") };
static const struct block reply_body[] = {
	PARAGRAPH("Sở Nội vụ nhận được Công văn số 87/SMA-VP ngày 03 tháng 11 năm 2022 của Sở Mẫu A về việc "
		  "đề nghị hướng dẫn cập nhật dữ liệu. Sau khi nghiên cứu, Sở Nội vụ có ý kiến như sau:"),
	BLOCK(CLAUSE, "Đề nghị các cơ quan, đơn vị rà soát, cập nhật đầy đủ cơ sở dữ liệu chuyên ngành."),
	BLOCK(CLAUSE, "Gửi báo cáo về Sở Nội vụ trước ngày 20 hằng tháng để tổng hợp."),
};

static struct official reply(void)
{
	return (struct official){ .type = OFFICIAL_CV,
		.superior = TEXT("Ủy ban nhân dân tỉnh Thái Bình"),
		.issuer = TEXT("Sở Nội vụ"),
		.number = 9,
		.symbol = TEXT("SNV-CCHC"),
		.place = TEXT("Thái Bình"),
		.date = 19301, /* 05/11/2022 */
		.abstract = TEXT("trả lời kiến nghị của Sở Mẫu A về cập nhật cơ sở dữ liệu"),
		LIST(recipients, reply_recipients),
		LIST(body, reply_body),
		LIST(signatures, head_of_department),
		LIST(copies, copies),
		.file_copy = TEXT("VT, CCHC"),
		.is_synthetic = true };
}

static const struct block_column report_columns[] = { { TEXT("TT"), 2, CELL_CENTRE },
	{ TEXT("Thủ tục hành chính"), 11, CELL_LEFT }, { TEXT("Tiếp nhận"), 4, CELL_RIGHT },
	{ TEXT("Đã giải quyết"), 4, CELL_RIGHT }, { TEXT("Đúng và trước hạn (%)"), 4, CELL_RIGHT } };
enum { REPORT_ROWS = 42 };

static const struct block_table *report_table(struct arena *a)
{
	struct block_table *t = NEW(a, struct block_table);
	struct block_row *rows = NEW_ARRAY(a, struct block_row, REPORT_ROWS);

	for (int i = 0; i < REPORT_ROWS; i++) {
		struct str *cells = NEW_ARRAY(a, struct str, COUNT(report_columns));
		bool section = i % 20 == 0, sum = i + 1 == REPORT_ROWS;

		rows[i] = (struct block_row){ cells, section ? ROW_SECTION : sum ? ROW_BOLD : ROW_PLAIN };
		cells[0] = section ? str_fmt(a, "Lĩnh vực %d: Hoạt động xây dựng", i / 20 + 1)
			   : sum   ? S("")
				   : str_fmt(a, "%d", i);
		if (section)
			continue;
		cells[1] = sum ? S("Tổng cộng")
			       : str_fmt(a, "Cấp giấy phép mẫu số %d%s", i,
					 i % 3 ? ""
					       : " đối với công trình theo tuyến trong đô thị và công trình "
						 "tín ngưỡng, tôn giáo");
		cells[2] = sum ? S("1.713") : str_fmt(a, "%d", 40 + i);
		cells[3] = sum ? S("1.668") : str_fmt(a, "%d", 39 + i);
		cells[4] = S("100,00");
	}
	*t = (struct block_table){ S("Bảng 1. Kết quả giải quyết hồ sơ theo thủ tục"), report_columns,
		COUNT(report_columns), rows, REPORT_ROWS };
	return t;
}

static struct official report(struct arena *a)
{
	struct official d = plan();
	struct blocks b = { .a = a }, x = { .a = a };
	struct official_annex *annex = NEW(a, struct official_annex);

	blocks_add(&b, block_paragraph(S("Thực hiện chế độ báo cáo định kỳ, Sở Nội vụ báo cáo kết quả công "
					 "tác cải cách hành chính 10 tháng đầu năm 2022 như sau:")));
	blocks_add(&b, block_heading(1, S("Kết quả giải quyết thủ tục hành chính")));
	blocks_add(&b, block_of_table(report_table(a)));
	blocks_add(&b, block_heading(1, S("Phương hướng, nhiệm vụ")));
	blocks_add(&b, block_paragraph(S("Tiếp tục đẩy mạnh cải cách thủ tục hành chính; đôn đốc các cơ "
					 "quan, đơn vị gửi báo cáo đúng hạn.")));
	blocks_add(&x, block_of_table(&schedule));
	*annex = (struct official_annex){ S("Phụ lục I"), S("Lịch kiểm tra"), x.list, x.n };
	d.type = OFFICIAL_BC;
	d.number = 214;
	d.symbol = S("BC-SNV");
	d.abstract = S("Kết quả công tác cải cách hành chính 10 tháng đầu năm 2022");
	d.body = b.list;
	d.body_n = b.n;
	d.annexes = annex;
	d.annexes_n = 1;
	return d;
}

static struct str repeated(struct arena *a, struct str s, int n)
{
	struct buf b = { .a = a };

	for (int i = 0; i < n; i++)
		buf_fmt(&b, "%s%.*s", i ? " " : "", ARG(s));
	return buf_str(&b);
}

static const struct block_table *high_table(struct arena *a)
{
	static const struct block_column columns[] = { { TEXT("TT"), 1, CELL_CENTRE },
		{ TEXT("Nội dung"), 9, CELL_LEFT } };
	struct block_table *t = NEW(a, struct block_table);
	struct block_row *row = NEW(a, struct block_row);
	struct str *cells = NEW_ARRAY(a, struct str, 2);

	cells[0] = S("1");
	cells[1] = repeated(a, S("Một dòng cao hơn cả trang giấy."), 300);
	*row = (struct block_row){ cells, ROW_PLAIN };
	*t = (struct block_table){
		.columns = columns, .columns_n = COUNT(columns), .rows = row, .rows_n = 1
	};
	return t;
}

static struct official long_one(struct arena *a)
{
	enum { PARAGRAPHS = 300, MANY = 30, NAME_WORDS = 40 };
	struct official d = reply();
	struct blocks b = { .a = a };
	struct str *lines = NEW_ARRAY(a, struct str, MANY),
		   name = repeated(a, S("Đơn vị sự nghiệp"), NAME_WORDS);

	for (int i = 0; i < MANY; i++)
		lines[i] = str_fmt(a, "Cơ quan, đơn vị thứ %d được gửi văn bản để thực hiện", i + 1);
	for (int i = 0; i < PARAGRAPHS; i++)
		blocks_add(&b, i % 10 ? block_paragraph(repeated(
						a, S("Nội dung dài để thử ngắt trang giữa đoạn."), 1 + i % 9))
				      : block_heading(1 + i / 10 % 3, S("Đề mục đi liền đoạn sau")));
	blocks_add(&b, block_of_table(high_table(a)));
	blocks_add(&b, block_paragraph(repeated(a, S("Đoạn cuối."), 60)));
	d.superior = d.issuer = d.abstract = name;
	d.recipients = d.copies = lines;
	d.recipients_n = d.copies_n = MANY;
	d.body = b.list;
	d.body_n = b.n;
	return d;
}

struct official official_sample(struct arena *a, enum official_sample s)
{
	switch (s) {
	case SAMPLE_PLAN: return plan();
	case SAMPLE_DECISION: return decision();
	case SAMPLE_NOTICE: return notice();
	case SAMPLE_MINUTES: return minutes();
	case SAMPLE_CONCLUSION: return conclusion();
	case SAMPLE_REPLY: return reply();
	case SAMPLE_REPORT: return report(a);
	case SAMPLE_LONG: return long_one(a);
	case SAMPLE_EMPTY:
	case SAMPLES_N: break;
	}
	return (struct official){ .type = OFFICIAL_KH };
}
