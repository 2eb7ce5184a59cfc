#include "demo/demo_contact_store.h"

#include "office/office_store.h"

struct sample {
	struct str agency, address, phone, email, website, note;
};
static const struct sample samples[] = {
	{ S_INIT("MAU.A"), S_INIT("Số 1, đường Mẫu, Phường Mẫu (địa chỉ giả định)"), S_INIT("+84000000001"),
		S_INIT("vanthu@somaua.example"), S_INIT("https://somaua.example/"),
		S_INIT("Bộ phận Một cửa ở tầng 1, cửa bên phải (thông tin giả định).") },
	{ S_INIT("MAU.B"), S_INIT("Thôn Mẫu, Xã Mẫu B (địa chỉ giả định)"), S_INIT("+84000000002"),
		S_INIT("vanthu@xamaub.example"), S_INIT(""), S_INIT("") },
};

static struct record_run run_of(const struct sample *s, instant at)
{
	struct record_run r = { .type = &contact_type,
		.event = { .verb = CONTACT_GIVE,
			.agency = s->agency,
			.by = ROLE_EDITOR,
			.actor = S("Biên tập viên giả định"),
			.happened = at } };
	struct str *v = r.event.values;

	v[CONTACT_AGENCY] = s->agency;
	v[CONTACT_ADDRESS] = s->address;
	v[CONTACT_PHONE] = s->phone;
	v[CONTACT_EMAIL] = s->email;
	v[CONTACT_WEBSITE] = s->website;
	v[CONTACT_NOTE] = s->note;
	return r;
}

static const struct fault *give_all(struct write *w, void *arg)
{
	(void)arg;
	for (size_t i = 0; i < COUNT(samples); i++) {
		struct record_run run = run_of(&samples[i], w->now);

		TRY(record_run(w, &run));
		if (run.refusal.refused)
			return FAULT(w->db->a, FAULT_CORRUPT, "the demo's contact of %.*s was refused",
				ARG(samples[i].agency));
	}
	return NULL;
}

const struct fault *demo_contacts(struct province *p, struct arena *a)
{
	return writer_run(province_writer(p), a, give_all, NULL);
}
