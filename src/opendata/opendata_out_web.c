#include "opendata/opendata.h"

#include "base/limits.h"

static void begin_value(struct dataset_out *o, enum dataset_type type)
{
	assert(o->at < o->columns_n && o->columns[o->at].type == type);
	if (o->format != DATASET_JSON)
		return;
	if (o->at == 0)
		json_object(&o->json);
	json_key(&o->json, o->columns[o->at].name);
}

static void end_value(struct dataset_out *o)
{
	if (++o->at < o->columns_n)
		return;
	if (o->format == DATASET_JSON)
		json_end(&o->json);
	else
		csv_out_end(&o->csv);
	o->at = 0;
	o->rows++;
	o->full = o->rows >= LIMIT_DATASET_ROWS || o->body.n >= LIMIT_DATASET_BYTES;
}

static void say_str(struct dataset_out *o, struct str value)
{
	if (o->format == DATASET_CSV)
		csv_out_str(&o->csv, value);
	else if (value.n)
		json_str(&o->json, value);
	else
		json_null(&o->json);
}

void dataset_text(struct dataset_out *o, struct str value)
{
	begin_value(o, DATASET_TEXT);
	say_str(o, value);
	end_value(o);
}

void dataset_day(struct dataset_out *o, daynum day)
{
	begin_value(o, DATASET_DAY);
	say_str(o, day == DAYNUM_NONE ? S("") : fmt_day(o->rq->a, day));
	end_value(o);
}

void dataset_number(struct dataset_out *o, int64_t value)
{
	begin_value(o, DATASET_NUMBER);
	if (o->format == DATASET_CSV)
		csv_out_int(&o->csv, value);
	else
		json_int(&o->json, value);
	end_value(o);
}

void dataset_unknown_number(struct dataset_out *o)
{
	begin_value(o, DATASET_NUMBER);
	say_str(o, S(""));
	end_value(o);
}
