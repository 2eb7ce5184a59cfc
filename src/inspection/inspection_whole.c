#include "inspection/inspection_whole.h"

#include <stdlib.h>

/* Day and minute, verb, fields by their names in the journal. */
static const char *const steps[] = {
	"2022-10-01 08:00;open;unit=SMA|title=Kiểm tra công tác cải cách hành chính tại Sở Mẫu "
	"A|method=direct|"
	"period_from=2022-01-01|period_to=2022-10-10|plan_number=1296/KH-SNV|plan_date=2022-06-27",
	"2022-10-02 08:00;member;name=Lê Văn Mẫu|position=Chuyên viên|body=STP|part=member",
	"2022-10-02 08:01;member;name=Nguyễn Văn Mẫu|position=Phó Giám đốc Sở Nội vụ|body=SNV|part=leader",
	"2022-10-02 08:02;member;name=Trần Thị Mẫu|position=Trưởng phòng Cải cách hành "
	"chính|body=SNV|part=deputy",
	"2022-10-02 08:03;member;name=Phạm Thị Mẫu|position=Chuyên viên|body=SNV|part=secretary",
	"2022-10-02 08:04;member;name=Vũ Văn Mẫu|position=Chuyên viên|body=STTTT|part=member",
	"2022-10-03 09:00;decide;number=15/QĐ-SNV|date=2022-10-03",
	"2022-10-04 09:00;member;name=Đỗ Thị Mẫu|position=Phó Trưởng phòng Kiểm soát thủ tục hành "
	"chính|body=VPUB|"
	"part=member",
	"2022-10-04 10:00;conflict;member=5|reason=Có người thân công tác tại đơn vị được kiểm tra",
	"2022-10-05 09:00;notify;number=5/TB-SNV|date=2022-10-05|from=2022-10-24 08:00|to=2022-10-24 17:00|"
	"place=Phòng họp tầng 2, trụ sở Sở Mẫu A|text=Đơn vị bố trí máy tính kết nối Hệ thống thông tin giải "
	"quyết "
	"thủ tục hành chính để Đoàn kiểm tra tra cứu hồ sơ.",
	"2022-10-10 09:00;reschedule;from=2022-10-25 08:00|to=2022-10-25 17:00|place=Phòng họp tầng 2, trụ "
	"sở Sở Mẫu "
	"A|reason=Đơn vị có cuộc họp trùng lịch",
	"2022-10-20 "
	"09:00;declare;received=1713|received_new=1670|carried_over=43|resolved=1668|in_time=1668|late=0|"
	"in_progress=45|within_deadline=45|overdue=0|procedures=56|inter_agency=37|same_level=14|cross_level="
	"23|"
	"changes_new=6|changes_amended=13|changes_shortened=3|online_offered=50|online_used=31|feedback=0|"
	"number=214/BC-SMA|date=2022-10-19|text=Các nhiệm vụ cải cách hành chính được lãnh đạo Sở quan tâm "
	"chỉ đạo "
	"thực hiện đồng bộ.",
	"2022-10-25 "
	"08:05;begin;received=1713|received_new=1670|carried_over=43|resolved=1668|in_time=1666|late=2|"
	"in_progress=45|within_deadline=45|overdue=0|procedures=56|inter_agency=37|same_level=14|cross_level="
	"23|"
	"online_offered=50|online_used=31|journal_size=36412|"
	"journal_root=47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
	"2022-10-25 08:10;attend;side=team|name=Nguyễn Văn Mẫu|position=Phó Giám đốc Sở Nội vụ, Trưởng "
	"đoàn|body=SNV",
	"2022-10-25 08:10;attend;side=team|name=Phạm Thị Mẫu|position=Chuyên viên|body=SNV",
	"2022-10-25 08:11;attend;side=unit|name=Hoàng Văn Mẫu|position=Phó Giám đốc Sở Mẫu A|body=SMA",
	"2022-10-25 08:11;attend;side=unit|name=Bùi Thị Mẫu|position=Chánh Văn phòng|body=SMA",
	"2022-10-25 08:20;draw;seed=36412-SMA|size=4|journal_size=36412|codes=000.00.10.H54-221003-0001 "
	"000.00.10.H54-220704-0007 000.00.10.H54-220815-0003 000.00.10.H54-220901-0012",
	"2022-10-25 09:00;check;dossier=000.00.10.H54-221003-0001|result=in_order",
	"2022-10-25 09:10;check;dossier=000.00.10.H54-220704-0007|result=faulty|text=Trả kết quả chậm 01 "
	"ngày làm việc, "
	"chưa có văn bản xin lỗi.",
	"2022-10-25 09:20;check;dossier=000.00.10.H54-220815-0003|result=in_order|text=Phiếu yêu cầu bổ sung "
	"đúng mẫu.",
	"2022-10-25 10:00;answer;criterion=2.4|answer=partly|points=1.5|text=Niêm yết còn thiếu 02 thủ tục.",
	"2022-10-25 10:05;answer;criterion=6.1|answer=yes|points=2",
	"2022-10-25 10:10;finding;area=steering|severity=minor|text=Báo cáo định kỳ còn chậm tiến "
	"độ.|evidence=Sổ theo "
	"dõi báo cáo quý III",
	"2022-10-25 10:20;finding;area=digital_government|severity=moderate|text=Tỷ lệ dịch vụ công trực "
	"tuyến có phát "
	"sinh hồ sơ đạt 62%, thấp hơn yêu cầu tối thiểu 80%.",
	"2022-10-25 10:30;finding;area=procedures|severity=serious|text=Ghi nhầm của Đoàn.",
	"2022-10-25 10:40;drop_finding;finding=3|reason=Đơn vị đã xuất trình tài liệu",
	"2022-10-25 11:00;explain;finding=2|text=Người dân chưa quen nộp hồ sơ trực tuyến; đơn vị thiếu "
	"người hướng dẫn.",
	"2022-10-25 14:00;recommend;text=Gửi báo cáo cải cách hành chính định kỳ đúng thời hạn.|owner=SMA|"
	"deadline=2022-11-10|finding=1",
	"2022-10-25 14:10;recommend;text=Nâng tỷ lệ dịch vụ công trực tuyến có phát sinh hồ sơ lên ít nhất "
	"80%.|"
	"owner=SMA|deadline=2022-12-15|finding=2",
	"2022-10-25 14:20;propose;text=Đề nghị kết nối phần mềm của Bộ với Hệ thống thông tin của "
	"tỉnh.|addressee=Ủy ban "
	"nhân dân tỉnh",
	"2022-10-25 14:30;propose;text=Đề nghị tập huấn công chức một cửa.|addressee=Sở Nội vụ",
	"2022-10-25 15:00;accept;recommendation=1|text=Phân công 01 đầu mối theo dõi báo cáo.",
	"2022-10-25 16:30;sign_team;name=Nguyễn Văn Mẫu|position=Trưởng đoàn",
	"2022-10-25 16:45;sign_unit;name=Hoàng Văn Mẫu|position=Phó Giám đốc|text=Nhất trí với biên bản.",
	"2022-10-28 09:00;conclude;number=12/KL-SNV|date=2022-10-28|text=Sở Mẫu A đã triển khai đầy đủ các "
	"nội dung cải "
	"cách hành chính; kỷ luật, kỷ cương được giữ vững.\nBộ phận một cửa được bố trí đủ trang thiết bị.",
	"2022-11-03 09:00;reply;proposal=1|number=87/SNV-CCHC|text=Sở Nội vụ đã tổng hợp, trình Ủy ban nhân "
	"dân tỉnh giao "
	"cơ quan chuyên môn kết nối trong quý I năm 2023.",
	"2022-11-15 09:00;remind;recommendation=1",
	"2022-11-20 09:00;prolong;recommendation=2|deadline=2022-12-31|reason=Chờ nâng cấp hệ thống của tỉnh",
	"2022-11-21 09:00;amend;document=minutes|text=Tại mục II, chức vụ của bà Bùi Thị Mẫu là Phó Chánh "
	"Văn phòng.|"
	"reason=Ghi nhầm chức vụ"
};

static void set_fields(struct record_event *e, struct str fields)
{
	struct str one, name;

	while (str_cut(&fields, '|', &one)) {
		if (!str_cut(&one, '=', &name))
			abort();
		int f = 0;

		while (f < inspection_kind.fields_n && !str_eq(inspection_kind.fields[f].name, name))
			f++;
		assert(f < inspection_kind.fields_n);
		e->values[f] = one;
	}
}

/* The first of the staff who may. */
static enum role role_for(int verb)
{
	unsigned roles = inspection_kind.verbs[verb].roles;

	return roles & ROLE_BIT(HOME_AFFAIRS) ? ROLE_HOME_AFFAIRS : ROLE_LEADER;
}

int inspection_whole(struct arena *a, struct record_event *list)
{
	for (size_t i = 0; i < COUNT(steps); i++) {
		struct str rest = str_of(steps[i]), at, verb;
		struct record_event *e = &list[i];

		*e = (struct record_event){ .agency = S("SMA"), .actor = str_dup(a, S("Người Mẫu")) };
		if (!str_cut(&rest, ';', &at) || !str_cut(&rest, ';', &verb) ||
			!parse_local_minute(at, &e->happened))
			abort();
		e->recorded = e->happened;
		e->verb = record_verb_of(&inspection_kind, verb);
		assert(e->verb >= 0);
		e->by = role_for(e->verb);
		set_fields(e, rest);
	}
	return COUNT(steps);
}

int inspection_whole_until(const struct record_event *list, int n, enum inspection_verb last)
{
	while (n && list[n - 1].verb != (int)last)
		n--;
	return n;
}
