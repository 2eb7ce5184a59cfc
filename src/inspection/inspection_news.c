#include "inspection/inspection_news.h"
#include "document/fill.h"
#include "inspection/inspection_prose.h"

enum { NEWS_PARTS = 60 }; /* items of one sentence; an article is no list */

/* "A, B và C"; what is there already or empty is left out. */
struct listing {
	struct str items[NEWS_PARTS];
	int n;
};

static void list_add(struct listing *l, struct str item)
{
	for (int i = 0; i < l->n; i++)
		if (str_eq(l->items[i], item))
			return;
	if (item.n && l->n < NEWS_PARTS)
		l->items[l->n++] = item;
}

static struct str list_text(struct arena *a, const struct listing *l, const char *between, const char *last)
{
	struct buf b = { .a = a };

	for (int i = 0; i < l->n; i++)
		buf_fmt(&b, "%s%.*s", i == 0 ? "" : i + 1 == l->n ? last : between, ARG(l->items[i]));
	return buf_str(&b);
}

/* The bodies whose people are in the team, without the one that leads. */
static struct str partners(struct arena *a, const struct inspection_story *list, int n)
{
	struct listing *l = NEW(a, struct listing);

	for (int i = 0; i < n; i++)
		for (int m = 0; m < list[i].now->members_n; m++) {
			const struct inspection_member *who = &list[i].now->members[m];
			struct str body = prose_agency(&list[i].names, who->body);

			if (!who->released && !str_eq(body, list[i].names.issuer))
				list_add(l, body);
		}
	return list_text(a, l, ", ", ", ");
}

static struct str units(struct arena *a, const struct inspection_story *list, int n)
{
	struct listing *l = NEW(a, struct listing);

	for (int i = 0; i < n; i++)
		list_add(l, prose_or_dots(list[i].names.unit));
	return list_text(a, l, ", ", " và ");
}

static struct str leader(struct arena *a, const struct inspection_story *s)
{
	const struct inspection_member *m = inspection_leader(s->now);

	return m ? prose_person(a, m->name, m->position, prose_agency(&s->names, m->body))
		 : prose_or_dots(S(""));
}

static struct str findings(struct arena *a, const struct inspection_story *list, int n)
{
	struct listing *l = NEW(a, struct listing);

	for (int i = 0; i < n; i++)
		for (int f = 0; f < list[i].now->findings_n; f++)
			if (!list[i].now->findings[f].dropped)
				list_add(l, prose_phrase(a, list[i].now->findings[f].text));
	if (!l->n)
		return S("Qua kiểm tra, Đoàn không ghi nhận tồn tại, hạn chế tại các đơn vị được kiểm tra.");
	return str_fmt(a,
		"Tuy nhiên, bên cạnh những kết quả đã đạt được, công tác cải cách hành chính tại %s được "
		"kiểm tra vẫn còn "
		"một số tồn tại, hạn chế, như: %.*s.",
		n > 1 ? "các đơn vị" : "đơn vị", ARG(list_text(a, l, "; ", "; ")));
}

static struct str recommendations(struct arena *a, const struct inspection_story *list, int n)
{
	struct listing *l = NEW(a, struct listing);

	for (int i = 0; i < n; i++)
		for (int r = 0; r < list[i].now->recommendations_n; r++) {
			const struct inspection_recommendation *it = &list[i].now->recommendations[r];

			if (it->state != REMEDY_DROPPED && it->text.n)
				list_add(l, str_fmt(a, "%.*s (hoàn thành chậm nhất ngày %.*s)",
						    ARG(prose_phrase(a, it->text)),
						    ARG(prose_day(a, it->deadline))));
		}
	if (!l->n)
		return S("");
	return str_fmt(a, "Kết thúc cuộc kiểm tra, %.*s, Trưởng Đoàn kiểm tra đã kiến nghị %s: %.*s.",
		ARG(leader(a, &list[0])), n > 1 ? "các đơn vị" : "đơn vị", ARG(list_text(a, l, "; ", "; ")));
}

static struct str acceptance(struct arena *a, const struct inspection_story *list, int n)
{
	int all = 0, accepted = 0;
	const char *who = n > 1 ? "các đơn vị" : "đơn vị";

	for (int i = 0; i < n; i++)
		for (int r = 0; r < list[i].now->recommendations_n; r++) {
			enum inspection_remedy state = list[i].now->recommendations[r].state;

			all += state != REMEDY_DROPPED;
			accepted += state > REMEDY_OPEN && state != REMEDY_DROPPED;
		}
	if (!accepted)
		return S("");
	if (accepted == all)
		return str_fmt(
			a, "Lãnh đạo %s đã tiếp thu ý kiến của Đoàn kiểm tra và cam kết khắc phục./.", who);
	return str_fmt(a, "Lãnh đạo %s đã tiếp thu %.*s trong số %.*s kiến nghị của Đoàn kiểm tra./.", who,
		ARG(prose_count(a, accepted)), ARG(prose_count(a, all)));
}

/* Who received the team: the first of the unit's side. */
static struct str representative(struct arena *a, const struct inspection *x)
{
	for (int i = 0; i < x->attendants_n; i++) {
		const struct inspection_attendant *p = &x->attendants[i];

		if (p->side == INSPECTION_FOR_UNIT)
			return str_fmt(a, "%.*s cùng các công chức, bộ phận có liên quan",
				ARG(prose_person(a, p->name, p->position, S(""))));
	}
	return S("lãnh đạo và các công chức, bộ phận có liên quan");
}

/* Blanks that empty values leave behind, and lines of nothing else. */
static struct str squeezed(struct arena *a, struct str text)
{
	struct buf b = { .a = a };
	struct str line;

	while (str_cut(&text, '\n', &line)) {
		line = str_trim(line);
		bool after_empty = b.n < 2 || (b.p[b.n - 1] == '\n' && b.p[b.n - 2] == '\n');

		if (!line.n && after_empty)
			continue;
		for (size_t i = 0; i < line.n; i++)
			if (line.p[i] != ' ' || line.p[i - 1] != ' ')
				buf_char(&b, line.p[i]);
		buf_char(&b, '\n');
	}
	while (b.n > 1 && b.p[b.n - 1] == '\n' && b.p[b.n - 2] == '\n')
		b.n--;
	return buf_str(&b);
}

static struct str about_unit(
	struct arena *a, struct str template, const struct inspection_story *s, struct str *unknown)
{
	struct inspection_figures f = prose_figures(s->now);
	const struct fill_value values[] = { { S("don_vi"), prose_or_dots(s->names.unit) },
		{ S("dai_dien"), representative(a, s->now) }, { S("linh_vuc"), prose_areas() },
		{ S("thu_tuc"), prose_procedures(a, &f) }, { S("thay_doi"), prose_changes(a, &f) },
		{ S("ho_so"), prose_dossiers(a, s->now, &f) }, { S("truc_tuyen"), prose_online(a, &f) },
		{ S("phan_anh"), prose_feedback(a, &f) } };
	struct fill text = document_fill(a, template, values, COUNT(values));

	if (!unknown->n)
		*unknown = text.unknown;
	return text.text;
}

static struct str with_words(struct arena *a, const char *before, struct str text, const char *behind)
{
	return text.n ? str_fmt(a, "%s%.*s%s", before, ARG(text), behind) : text;
}

static struct str article(struct arena *a, struct str template, const struct inspection_story *list, int n,
	struct str paragraphs, struct str *unknown)
{
	struct str with = partners(a, list, n), plan = prose_plan(a, list[0].now, &list[0].names, true);
	const struct fill_value values[] = { { S("co_quan"), prose_or_dots(list[0].names.issuer) },
		{ S("phoi_hop_ngan"), with.n ? S("phối hợp với các cơ quan liên quan ") : S("") },
		{ S("phoi_hop"), with_words(a, "phối hợp với ", with, " ") },
		{ S("cac_don_vi"), units(a, list, n) },
		{ S("ngay"), prose_day(a, day_of(list[0].now->begun_at)) },
		{ S("theo_ke_hoach"), with_words(a, " theo ", plan, "") },
		{ S("truong_doan"), leader(a, &list[0]) },
		{ S("thanh_vien"), with_words(a, ", các thành viên bao gồm đại diện: ", with, "") },
		{ S("doan_van_don_vi"), paragraphs }, { S("ton_tai"), findings(a, list, n) },
		{ S("kien_nghi"), recommendations(a, list, n) }, { S("tiep_thu"), acceptance(a, list, n) } };
	struct fill text = document_fill(a, template, values, COUNT(values));

	if (!unknown->n)
		*unknown = text.unknown;
	return text.text;
}

struct str inspection_news(
	struct arena *a, struct str template, const struct inspection_story *list, int n, struct str *unknown)
{
	const struct str line = S("\n== don-vi ==\n");
	size_t cut = str_find(template, line);
	struct str whole = str_sub(template, 0, cut), part = str_sub(template, cut + line.n, template.n);
	struct buf paragraphs = { .a = a };

	*unknown = (struct str){ 0 };
	for (int i = 0; i < n; i++)
		buf_fmt(&paragraphs, "%s%.*s", i ? "\n\n" : "",
			ARG(str_trim(about_unit(a, part, &list[i], unknown))));
	return squeezed(a, article(a, whole, list, n, buf_str(&paragraphs), unknown));
}
