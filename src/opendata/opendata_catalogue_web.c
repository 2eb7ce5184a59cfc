/* Sets made of the catalogue; columns that the import has too have its names. */
#include "opendata/opendata.h"

#include "agency/agency_entry.h"
#include "office/office_store.h"
#include "procedure/procedure_entry.h"

#define T(name, meaning) \
	{ \
		S_INIT(name), DATASET_TEXT, MSG_opendata_##meaning \
	}
#define N(name, meaning) \
	{ \
		S_INIT(name), DATASET_NUMBER, MSG_opendata_##meaning \
	}
#define D(name, meaning) \
	{ \
		S_INIT(name), DATASET_DAY, MSG_opendata_##meaning \
	}

static const struct dataset_column procedure_cols[] = {
	T("code", c_code),
	T("name", c_procedure),
	T("field", c_field),
	T("agency", c_agency_code),
	T("agency_name", c_agency_name),
	T("level", c_level),
	T("online_level", c_online),
	N("processing_days", c_days),
	T("processing_unit", c_unit),
	T("interagency", c_interagency),
	N("fee_vnd", c_fee),
	T("legal_basis", c_basis),
	T("result", c_result),
	T("components", c_components),
	D("effective_from", c_from),
	D("effective_to", c_to),
	T("decision", c_decision),
	D("decision_date", c_decision_date),
	T("change", c_change),
	T("supplement_rule", c_supplement),
	T("source", c_source),
};

static void say_days(struct dataset_out *o, const struct procedure_version *v)
{
	struct str days = procedure_get(o->rq->a, v, PROCEDURE_COLUMN_PROCESSING_DAYS);
	int64_t n;

	if (str_int(days, &n))
		dataset_number(o, n);
	else
		dataset_unknown_number(o);
	dataset_text(o, procedure_get(o->rq->a, v, PROCEDURE_COLUMN_PROCESSING_UNIT));
}

static void say_procedure(struct dataset_out *o, const struct procedure_version *v)
{
	dataset_text(o, v->code);
	dataset_text(o, v->name);
	dataset_text(o, v->field);
	dataset_text(o, v->agency);
	dataset_text(o, site_agency_name(o->rq, o->c, v->agency));
	dataset_text(o, agency_level_text(v->level));
	dataset_text(o, online_level_text(v->online));
	say_days(o, v);
	dataset_text(o, interagency_text(v->interagency));
	if (v->fee_known)
		dataset_number(o, v->fee_vnd);
	else
		dataset_unknown_number(o);
	dataset_text(o, v->legal_basis);
	dataset_text(o, v->result);
	dataset_text(o, v->components);
	dataset_day(o, v->valid.from);
	dataset_day(o, v->valid.to);
	dataset_text(o, v->decision);
	dataset_day(o, v->decision_date);
	dataset_text(o, procedure_change_text(v->change));
	dataset_text(o, procedure_get(o->rq->a, v, PROCEDURE_COLUMN_SUPPLEMENT_RULE));
	dataset_text(o, v->note);
}

static const struct fault *say_procedures(struct dataset_out *o)
{
	for (int i = 1; i <= o->c->procedures.n && !o->full; i++) {
		const struct procedure_version *v =
			procedure_on(&o->c->procedures, i, day_of(o->rq->now), KNOWN_NOW);

		if (v)
			say_procedure(o, v);
	}
	return NULL;
}

const struct dataset dataset_procedures = { .name = S_INIT("thu-tuc"),
	.title = MSG_opendata_procedures,
	.what = MSG_opendata_procedures_what,
	.columns = procedure_cols,
	.columns_n = COUNT(procedure_cols),
	.say = say_procedures,
	.page = S_INIT("/thu-tuc"),
	.api = S_INIT("/api/v1/procedures") };

static const struct dataset_column agency_cols[] = {
	T("code", c_agency_code),
	T("name", c_agency_name),
	T("short_name", c_short_name),
	T("level", c_level),
	T("kind", c_kind),
	T("parent", c_parent),
	D("valid_from", c_from),
	D("valid_to", c_to),
	T("successor", c_successor),
	T("address", c_address),
	T("phone", c_phone),
	T("email", c_email),
	T("website", c_website),
	T("source", c_source),
};

static void say_agency(
	struct dataset_out *o, const struct agency_version *v, const struct contact_row *contact)
{
	const struct contact_row none = { 0 };
	const struct contact_row *c = contact && contact->is_valid ? contact : &none;

	dataset_text(o, v->code);
	dataset_text(o, v->name);
	dataset_text(o, v->short_name);
	dataset_text(o, agency_level_text(v->level));
	dataset_text(o, v->kind);
	dataset_text(o, v->parent);
	dataset_day(o, v->valid.from);
	dataset_day(o, v->valid.to);
	dataset_text(o, v->successor);
	dataset_text(o, c->address);
	dataset_text(o, c->phone.n ? phone_text(o->rq->a, c->phone) : S(""));
	dataset_text(o, c->email);
	dataset_text(o, c->website);
	dataset_text(o, v->note);
}

/* Those that have ended too: dossiers and decisions of former years name them. */
static const struct fault *say_agencies(struct dataset_out *o)
{
	const struct contact_row *contacts;
	size_t n;

	TRY(contact_list(o->db, &contacts, &n));
	for (int i = 1; i <= o->c->agencies.n && !o->full; i++) {
		const struct agency_version *v =
			agency_described(&o->c->agencies, i, day_of(o->rq->now), KNOWN_NOW);

		if (v)
			say_agency(o, v, contact_find(contacts, n, v->code));
	}
	return NULL;
}

const struct dataset dataset_agencies = { .name = S_INIT("co-quan"),
	.title = MSG_opendata_agencies,
	.what = MSG_opendata_agencies_what,
	.columns = agency_cols,
	.columns_n = COUNT(agency_cols),
	.say = say_agencies,
	.page = S_INIT("/co-quan") };

static const struct dataset_column holiday_cols[] = {
	D("date", c_date),
	T("kind", c_day_kind),
	T("name", c_day_name),
};

static const struct fault *say_holidays(struct dataset_out *o)
{
	const struct catalogue *c = o->c;
	const struct holidays *h = c->holidays_n ? &c->holidays[c->holidays_n - 1].all : NULL;

	for (size_t i = 0; h && i < h->n && !o->full; i++) {
		dataset_day(o, h->days[i].day);
		dataset_text(o, day_kind_name(h->days[i].kind));
		dataset_text(o, h->days[i].name);
	}
	return NULL;
}

const struct dataset dataset_holidays = { .name = S_INIT("lich-nghi"),
	.title = MSG_opendata_holidays,
	.what = MSG_opendata_holidays_what,
	.columns = holiday_cols,
	.columns_n = COUNT(holiday_cols),
	.say = say_holidays };
