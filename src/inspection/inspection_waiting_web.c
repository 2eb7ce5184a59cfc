/* What recommendations wait for, on the first screen of whoever has to do it. */
#include "inspection/inspection_followup_web.h"

/* The step that moves a recommendation on. */
static int step_for(enum inspection_remedy state)
{
	switch (state) {
	case REMEDY_OPEN: return INSPECTION_DO_ACCEPT;
	case REMEDY_ACCEPTED: return INSPECTION_DO_REMEDY;
	case REMEDY_REPORTED: return INSPECTION_DO_VERIFY;
	case REMEDY_VERIFIED:
	case REMEDY_DROPPED: break;
	}
	impossible();
}

/* Whether the step is for this person, in the state that the inspection is in. */
must_check static const struct fault *is_for_me(
	struct request *rq, struct db *db, const struct inspection_open *open, bool *is)
{
	const struct record_verb *v = &inspection_kind.verbs[step_for(open->state)];
	struct record_row row;
	bool found;

	*is = false;
	if (!staff_may_at(rq, PERMISSION_INSPECTION_CHANGE, open->unit) ||
		staff_role_at(rq, v->roles, open->unit) == ROLE_NOBODY)
		return NULL;
	TRY(record_find(db, &inspection_kind, open->inspection, &row, &found));
	*is = found && (v->from >> record_state_of(&inspection_kind, row.state) & 1);
	return NULL;
}

static struct str words_of(struct request *rq, const struct followup_row *row)
{
	struct buf b = { .a = rq->a };

	switch (row->open.state) {
	case REMEDY_OPEN: msg_followup_wait_accept(&b, rq->lang, row->unit, row->open.number); break;
	case REMEDY_ACCEPTED: msg_followup_wait_remedy(&b, rq->lang, row->unit, row->open.number); break;
	case REMEDY_REPORTED: msg_followup_wait_verify(&b, rq->lang, row->unit, row->open.number); break;
	case REMEDY_VERIFIED:
	case REMEDY_DROPPED: impossible();
	}
	return buf_str(&b);
}

static struct staff_line line_of(struct request *rq, const struct followup_row *row)
{
	static const enum tone tones[] = {
		[DEADLINE_PLAIN] = TONE_PLAIN, [DEADLINE_SOON] = TONE_WARN, [DEADLINE_LATE] = TONE_BAD
	};
	const struct record_verb *v = &inspection_kind.verbs[step_for(row->open.state)];
	struct url to = url_segment(rq->a,
		url_segment_int(rq->a, url_path(S("/lam-viec/kiem-tra")), row->open.inspection), v->name);

	return (struct staff_line){ url_query_int(rq->a, to,
					    inspection_kind.fields[INSPECTION_FIELD_RECOMMENDATION].name,
					    row->open.number),
		words_of(rq, row), row->deadline, tones[row->look] };
}

const struct fault *recommendations_waiting(struct request *rq, struct staff_lines *out)
{
	struct staff_line *lines = NEW_ARRAY(rq->a, struct staff_line, STAFF_LINES);
	const struct inspection_open *all;
	READER held = { 0 };
	size_t n;

	out->list = lines;
	TRY(site_reader(rq, &held));
	TRY(inspection_open_list(held.db, &all, &n)); /* the earliest deadline first */
	for (size_t i = 0; i < n && out->n < STAFF_LINES; i++) {
		struct followup_row row;
		bool is;

		TRY(is_for_me(rq, held.db, &all[i], &is));
		if (!is)
			continue;
		TRY(followup_rows(rq, held.db, &all[i], 1, false, &row));
		lines[out->n++] = line_of(rq, &row);
	}
	return NULL;
}
