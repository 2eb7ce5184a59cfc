#include "demo/demo_feedback_store.h"
#include "feedback/feedback_store.h"

#define ASSUMED " (giả định)"
#define N(name) FEEDBACK_FIELD_##name

/* A step: values are "field=text" with '|' between them; agencies by their short names. */
struct told {
	int verb;
	const char *at, *values;
};
enum { MOST_STEPS = 10 };
struct story {
	const char *agency; /* that receives it; "": the office of the province */
	struct told steps[MOST_STEPS];
};

#define SENT "channel=web|sender=person|consent=1|"
static const struct story stories[] = {
	{ "SMA", { { FEEDBACK_SEND, "2022-11-07 08:15",
			   SENT "name=Nguyễn Mẫu Thu" ASSUMED
				"|address=Số 12 đường Mẫu, Xã Mẫu B|phone=0912 000 111|"
				"claimed=conduct|title=Phải đi lại ba lần để bổ sung giấy tờ|"
				"text=Tôi nộp hồ sơ ngày 1/11, mỗi lần đến lại được yêu cầu thêm một loại "
				"giấy khác. Đề nghị hướng dẫn "
				"đầy đủ một lần.|secret=" DEMO_FEEDBACK_KEY },
			 { FEEDBACK_ACCEPT, "2022-11-08 09:00", "class=conduct" },
			 { FEEDBACK_ASSIGN, "2022-11-08 10:00", "handler=Trần Mẫu Bình" ASSUMED },
			 { FEEDBACK_DRAFT, "2022-11-15 15:30",
				 "answer=Phản ánh của bà là đúng. Bộ phận tiếp nhận đã không hướng dẫn đầy "
				 "đủ ngay lần đầu. Sở xin lỗi bà, "
				 "đã chấn chỉnh và niêm yết lại danh mục giấy "
				 "tờ.|conclusion=right|outcome=correct" },
			 { FEEDBACK_ANSWER, "2022-11-16 09:00", "sign=45/SMA-VP" ASSUMED "|date=2022-11-16" },
			 { FEEDBACK_PUBLISH, "2022-11-17 14:00",
				 "public_title=Phải đi lại nhiều lần để bổ sung giấy tờ|"
				 "public_text=Một người dân phản ánh: mỗi lần đến nộp hồ sơ lại được yêu cầu "
				 "thêm một loại giấy khác; đề nghị "
				 "hướng dẫn đầy đủ một lần.|"
				 "public_answer=Phản ánh là đúng. Bộ phận tiếp nhận đã không hướng dẫn đầy "
				 "đủ ngay lần đầu. Sở đã xin lỗi "
				 "người dân, chấn chỉnh và niêm yết lại danh mục giấy tờ. (Nội dung giả "
				 "định.)" },
			 { FEEDBACK_RATE, "2022-11-18 20:10",
				 "opinion=like|words=Cảm ơn cơ quan đã trả lời rõ ràng." } } },
	{ "SMA", { { FEEDBACK_SEND, "2022-11-21 10:40",
			   "channel=web|sender=organisation|consent=1|name=Hợp tác xã Mẫu" ASSUMED
			   "|email=htx@mau.example|"
			   "claimed=not_uniform|title=Hai mẫu đơn cho cùng một thủ tục|"
			   "text=Trang hướng dẫn và bảng niêm yết dùng hai mẫu đơn khác nhau cho cùng một "
			   "thủ tục.|"
			   "proposal=Dùng thống nhất một mẫu, bỏ mẫu cũ.|secret=MAU22-BBBBB" },
			 { FEEDBACK_ACCEPT, "2022-11-22 08:30", "class=solution" },
			 { FEEDBACK_ASSESS, "2022-11-25 09:00", "enough=enough" },
			 { FEEDBACK_DRAFT, "2022-12-01 16:00",
				 "answer=Kiến nghị có cơ sở. Sở đã bỏ mẫu cũ và cập nhật bảng niêm "
				 "yết.|conclusion=right|outcome=amend" },
			 { FEEDBACK_ANSWER, "2022-12-02 10:00", "sign=51/SMA-VP" ASSUMED "|date=2022-12-02" },
			 { FEEDBACK_PUBLISH, "2022-12-05 09:00",
				 "public_title=Thống nhất một mẫu đơn cho cùng một thủ tục|"
				 "public_text=Một tổ chức phản ánh trang hướng dẫn và bảng niêm yết dùng hai "
				 "mẫu đơn khác nhau, kiến nghị dùng "
				 "thống nhất một mẫu.|public_answer=Kiến nghị có cơ sở. Sở đã bỏ mẫu cũ và "
				 "cập nhật bảng niêm yết. (Nội dung "
				 "giả định.)" } } },
	{ "SMA", { { FEEDBACK_SEND, "2022-11-24 19:05",
			   SENT "name=Lê Mẫu Hải" ASSUMED
				"|phone=0912 000 222|claimed=not_uniform|title=Mẫu đơn không giống nhau|"
				"text=Mẫu đơn tải trên mạng khác với mẫu ở bảng niêm yết, tôi phải viết "
				"lại.|secret=MAU22-CCCCC" },
			 { FEEDBACK_ACCEPT, "2022-11-25 08:30", "class=not_uniform" },
			 { FEEDBACK_MERGE, "2022-11-25 08:45", "into=PAKN-2022-0002" } } },
	{ "SMA", { { FEEDBACK_SEND, "2022-11-28 22:30",
			   "channel=web|sender=person|title=Làm việc riêng|text=Có người làm việc riêng "
			   "trong giờ làm "
			   "việc.|secret=MAU22-DDDDD" },
			 { FEEDBACK_REFUSE, "2022-11-28 22:30", "ground=anonymous" } } },
	{ "XMB", { { FEEDBACK_SEND, "2022-12-26 09:20",
			   SENT
			   "name=Phạm Mẫu Lan" ASSUMED
			   "|phone=0912 000 333|claimed=conduct|title=Chậm trả kết quả chứng thực|"
			   "text=Tôi được hẹn lấy bản chứng thực nhưng đến hẹn chưa có.|secret=MAU22-EEEEE" },
			 { FEEDBACK_ASK, "2022-12-28 14:00",
				 "question=Đề nghị bà cho biết ngày nộp và số bản cần chứng thực." } } },
	{ "", { { FEEDBACK_SEND, "2022-12-20 15:10",
			SENT
			"name=Đỗ Mẫu Quang" ASSUMED "|address=Thôn 3, Xã Mẫu B|claimed=unfit|"
			"title=Quy định nộp bản sao giấy khai sinh|"
			"text=Thủ tục của xã vẫn đòi bản sao giấy khai sinh trong khi dữ liệu dân cư đã có.|"
			"proposal=Bỏ yêu cầu nộp bản sao khi đã tra cứu được.|secret=MAU22-FFFFF" },
		      { FEEDBACK_FORWARD, "2022-12-22 09:00",
			      "to=XMB|reason=Thuộc thẩm quyền của Ủy ban nhân dân xã" },
		      { FEEDBACK_ACCEPT, "2022-12-23 10:00", "class=unfit" },
		      { FEEDBACK_ASSESS, "2022-12-29 10:00", "enough=not_enough" } } },
	{ "SMA", { { FEEDBACK_ENTER, "2022-12-12 10:30",
			   "channel=phone|received=2022-12-12 10:05|sender=person|name=Vũ Mẫu Hòa" ASSUMED
			   "|phone=0912 000 444|"
			   "title=Không nghe máy|text=Gọi số điện thoại hướng dẫn nhiều lần trong giờ làm "
			   "việc không có người nghe." },
			 { FEEDBACK_ACCEPT, "2022-12-13 08:00", "class=conduct" },
			 { FEEDBACK_ASSIGN, "2022-12-13 09:00", "handler=Trần Mẫu Bình" ASSUMED },
			 { FEEDBACK_DRAFT, "2022-12-30 15:00",
				 "answer=Đã kiểm tra: máy hỏng từ ngày 10 đến 13/12, nay đã sửa và thêm một "
				 "số dự phòng.|conclusion=partly|"
				 "outcome=correct" } } },
	{ "SMA", { { FEEDBACK_SEND, "2022-12-15 08:00",
			   SENT "name=Ngô Mẫu Sơn" ASSUMED
				"|phone=0912 000 555|title=Không đồng ý với quyết định|"
				"text=Tôi không đồng ý với quyết định từ chối hồ sơ của tôi và khiếu nại "
				"quyết định này.|"
				"secret=MAU22-GGGGG" },
			 { FEEDBACK_REFUSE, "2022-12-16 09:00",
				 "ground=complaint|reason=Đơn của ông là khiếu nại. Đề nghị gửi đến người đã "
				 "ký quyết định để được giải quyết "
				 "theo Luật Khiếu nại." } } },
	{ "SMA", { { FEEDBACK_SEND, "2023-01-04 16:45",
			 SENT "name=Bùi Mẫu Yến" ASSUMED
			      "|phone=0912 000 666|claimed=initiative|title=Hẹn giờ nộp hồ sơ|"
			      "text=Người dân phải chờ lâu vào đầu giờ sáng.|proposal=Cho phép hẹn giờ nộp "
			      "hồ sơ qua mạng.|"
			      "secret=MAU22-HHHHH" } } },
};

struct making {
	struct province *p;
	struct arena *a;
	const struct catalogue *c;
};

static instant moment(const char *text)
{
	instant t;

	if (!parse_local_minute(str_of(text), &t))
		impossible(); /* ours */
	return t;
}

static struct str code_of(const struct making *m, struct str shortname)
{
	int number = 0;

	if (!shortname.n)
		return shortname;
	if (catalogue_match_agency(m->c, m->a, shortname, &number, 1) != 1)
		impossible(); /* the agencies are ours */
	return m->c->agencies.agencies[number].code;
}

static void set(const struct making *m, struct record_event *e, struct str part)
{
	struct str value = part, name;

	if (!str_cut(&value, '=', &name))
		impossible();
	for (int f = 0; f < FEEDBACK_FIELD_N; f++) {
		if (!str_eq(feedback_kind.fields[f].name, name))
			continue;
		if (feedback_kind.fields[f].kind == RECORD_AGENCY)
			value = code_of(m, value);
		if (record_value(m->a, &feedback_kind.fields[f], f, value, &e->values[f]).refused)
			impossible();
		return;
	}
	impossible();
}

/* Who takes the step: the sender, or the program for the officials. */
static enum role who(int verb)
{
	bool sender = verb == FEEDBACK_SEND || verb == FEEDBACK_SUPPLEMENT || verb == FEEDBACK_RATE;

	return sender ? ROLE_APPLICANT : ROLE_SYSTEM;
}

must_check static const struct fault *tell(
	struct making *m, const struct story *s, const struct told *t, int64_t *number)
{
	struct record_run run = { .type = &feedback_type,
		.event = {
			.verb = t->verb, .record = *number, .by = who(t->verb), .happened = moment(t->at) } };
	struct str rest = str_of(t->values), part;

	while (rest.n && str_cut(&rest, '|', &part))
		set(m, &run.event, part);
	if (!*number) {
		run.event.agency = code_of(m, str_of(s->agency));
		run.event.values[N(ABOUT)] = run.event.agency;
	}
	TRY(writer_run(province_writer(m->p), m->a, record_run, &run));
	if (run.refusal.refused || run.unknown)
		return FAULT(m->a, FAULT_CORRUPT, "a step of the demonstration is refused (%s): %.*s", t->at,
			ARG(msg_text(LANG_EN, run.refusal.why)));
	*number = run.number;
	return NULL;
}

must_check static const struct fault *tell_all(struct making *m)
{
	for (size_t i = 0; i < COUNT(stories); i++) {
		int64_t number = 0;

		for (int k = 0; k < MOST_STEPS && stories[i].steps[k].at; k++)
			TRY(tell(m, &stories[i], &stories[i].steps[k], &number));
	}
	return NULL;
}

const struct fault *demo_feedback(struct province *p, struct arena *a)
{
	ARENA work = { 0 };
	struct making m = { p, &work, province_take_catalogue(p) };
	const struct fault *f = tell_all(&m);

	province_give_catalogue(p, m.c);
	return f ? fault_at(a, f->where, f->kind, "%.*s", ARG(f->what)) : NULL;
}
