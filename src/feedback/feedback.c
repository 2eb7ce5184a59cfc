/* What a step does to a feedback, and what is to be said of it. */
#include "feedback/feedback.h"
#include "base/hash.h"
#include "calendar/deadline.h"

#define N(name) FEEDBACK_FIELD_##name
#define CODE_BEGINS "PAKN-"
enum {
	COUNTER_DIGITS = 4,
	YEAR_DIGITS = 4,
	FIRST_YEAR = 2000,
	LAST_YEAR = 2199,
	PHONE_LEAST = 8,
	PHONE_MOST = 15
};
static const int due_fields[FEEDBACK_CLOCK_N] = { N(DUE_DECIDE), N(DUE_ASK), N(DUE_FORWARD), N(DUE_HANDLE),
	N(DUE_PUBLISH) };

static void take(struct str *to, const struct record_event *e, int field)
{
	if (e->values[field].n)
		*to = e->values[field];
}

static int word(const struct record_event *e, int field)
{
	return record_word(&feedback_kind, e, field);
}

/* All clocks begin again: sent, transferred, supplemented. */
static void start(struct feedback *f, const struct record_event *e)
{
	f->clock_from = e->happened;
	f->calendar = record_count(e, N(CALENDAR));
	for (int c = 0; c < FEEDBACK_CLOCK_N; c++)
		f->dues[c] = record_day(e, due_fields[c]);
}

static void take_sender(struct feedback *f, const struct record_event *e)
{
	take(&f->name, e, N(NAME));
	take(&f->address, e, N(ADDRESS));
	take(&f->phone, e, N(PHONE));
	take(&f->email, e, N(EMAIL));
}

static void begin(struct feedback *f, const struct record_event *e)
{
	take_sender(f, e);
	f->code = e->values[N(CODE)];
	f->channel = word(e, N(CHANNEL));
	f->sender = word(e, N(SENDER));
	f->about = e->values[N(ABOUT)];
	f->claimed = word(e, N(CLAIMED));
	f->dossier = e->values[N(DOSSIER)];
	f->title = e->values[N(TITLE)];
	f->text = e->values[N(TEXT)];
	f->proposal = e->values[N(PROPOSAL)];
	f->consent = record_flag(e, N(CONSENT));
	f->file = e->values[N(FILE)];
	f->file_name = e->values[N(FILE_NAME)];
	f->secret = e->values[N(SECRET)];
	f->content = f->ground = f->enough = f->conclusion = f->outcome = f->opinion = FEEDBACK_NO_WORD;
	f->sent_at = e->happened;
	start(f, e);
}

static void forward(struct feedback *f, const struct record_event *e)
{
	f->base.agency = e->values[N(TO)];
	f->transfers++;
	f->handler = (struct str){ 0 };
	f->enough = FEEDBACK_NO_WORD;
	start(f, e);
}

static void supplement(struct feedback *f, const struct record_event *e)
{
	assert(f->replies_n < LIMIT_FEEDBACK_REPLIES);
	f->replies[f->replies_n++] =
		(struct feedback_reply){ e->happened, e->values[N(REPLY)], e->values[N(FILE)] };
	take_sender(f, e);
	start(f, e);
}

static void publish(struct feedback *f, const struct record_event *e)
{
	f->published_at = e->happened;
	f->public_title = e->values[N(PUBLIC_TITLE)];
	f->public_text = e->values[N(PUBLIC_TEXT)];
	f->public_answer = e->values[N(PUBLIC_ANSWER)];
}

static void answer(struct feedback *f, const struct record_event *e)
{
	f->answered_at = f->publish_from = e->happened;
	f->publish_calendar = record_count(e, N(CALENDAR));
	f->dues[FEEDBACK_CLOCK_PUBLISH] = record_day(e, N(DUE_PUBLISH));
	f->sign = e->values[N(SIGN)];
	f->date = record_day(e, N(DATE));
}

static void draft(struct feedback *f, const struct record_event *e)
{
	f->answer = e->values[N(ANSWER)];
	f->conclusion = word(e, N(CONCLUSION));
	f->outcome = word(e, N(OUTCOME));
}

static void refuse(struct feedback *f, const struct record_event *e)
{
	f->refused_at = e->happened;
	f->ground = word(e, N(GROUND));
	f->reason = e->values[N(REASON)];
}

void feedback_apply(void *state, const struct record_event *e)
{
	struct feedback *f = state;

	switch (e->verb) {
	case FEEDBACK_ENTER:
	case FEEDBACK_SEND: begin(f, e); break;
	case FEEDBACK_ACCEPT:
		f->accepted_at = f->accepted_at == INSTANT_NONE ? e->happened : f->accepted_at;
		f->content = word(e, N(CONTENT));
		break;
	case FEEDBACK_RECLASSIFY: f->content = word(e, N(CONTENT)); break;
	case FEEDBACK_FORWARD: forward(f, e); break;
	case FEEDBACK_REFUSE: refuse(f, e); break;
	case FEEDBACK_ASK:
		f->asked_at = e->happened;
		f->question = e->values[N(QUESTION)];
		break;
	case FEEDBACK_SUPPLEMENT: supplement(f, e); break;
	case FEEDBACK_ASSIGN: f->handler = e->values[N(HANDLER)]; break;
	case FEEDBACK_ASSESS: f->enough = word(e, N(ENOUGH)); break;
	case FEEDBACK_DRAFT: draft(f, e); break;
	case FEEDBACK_RETURN: break;
	case FEEDBACK_ANSWER: answer(f, e); break;
	case FEEDBACK_PUBLISH: publish(f, e); break;
	case FEEDBACK_KEEP: break;
	case FEEDBACK_UNPUBLISH: publish(f, &(struct record_event){ 0 }); break;
	case FEEDBACK_RATE:
		f->opinion = word(e, N(OPINION));
		f->words = e->values[N(WORDS)];
		break;
	case FEEDBACK_MERGE: f->into = e->values[N(INTO)]; break;
	default: impossible();
	}
}

bool feedback_counts(const struct feedback *f)
{
	return f->accepted_at != INSTANT_NONE && f->base.state != FEEDBACK_IS_REFUSED;
}

bool feedback_is_anonymous(const struct feedback *f)
{
	return !f->name.n || !(f->address.n || f->phone.n || f->email.n);
}

bool feedback_content_is_conduct(int content)
{
	return content == FEEDBACK_CONTENT_CONDUCT;
}

bool feedback_is_answered(const struct feedback *f)
{
	return f->answered_at != INSTANT_NONE;
}

enum feedback_clock feedback_next(const struct feedback *f, daynum *due)
{
	static const enum feedback_clock next[FEEDBACK_STATE_N] = {
		[FEEDBACK_IS_NONE] = FEEDBACK_CLOCK_N,
		[FEEDBACK_IS_RECEIVED] = FEEDBACK_CLOCK_DECIDE,
		[FEEDBACK_IS_WAITING] = FEEDBACK_CLOCK_N,
		[FEEDBACK_IS_ACCEPTED] = FEEDBACK_CLOCK_HANDLE,
		[FEEDBACK_IS_DRAFTED] = FEEDBACK_CLOCK_HANDLE,
		[FEEDBACK_IS_ANSWERED] = FEEDBACK_CLOCK_PUBLISH,
		[FEEDBACK_IS_PUBLISHED] = FEEDBACK_CLOCK_N,
		[FEEDBACK_IS_CLOSED] = FEEDBACK_CLOCK_N,
		[FEEDBACK_IS_REFUSED] = FEEDBACK_CLOCK_N,
		[FEEDBACK_IS_MERGED] = FEEDBACK_CLOCK_N,
	};
	enum feedback_clock c = next[f->base.state];

	*due = c == FEEDBACK_CLOCK_N ? DAYNUM_NONE : f->dues[c];
	return c;
}

void feedback_start_clocks(struct arena *a, const struct calendar *c, int64_t version, struct record_event *e)
{
	bool ends = e->verb == FEEDBACK_ANSWER;

	e->values[N(CALENDAR)] = str_fmt(a, "%lld", (long long)version);
	for (int i = 0; i < FEEDBACK_CLOCK_N; i++) {
		struct deadline_query q = { .received = e->happened,
			.allow = { UNIT_WORKING_DAYS, feedback_clock_row((enum feedback_clock)i)->days,
				false },
			.rule = RULE_CIVIL };
		struct deadline d;

		if ((i == FEEDBACK_CLOCK_PUBLISH) == ends && deadline_compute(c, &q, &d) == DEADLINE_FINE)
			e->values[due_fields[i]] = fmt_day(a, d.due.day);
	}
}

struct str feedback_secret(struct arena *a, struct str code, struct str key)
{
	struct sha256 h = sha256_of(str_fmt(a, "%.*s|", ARG(code)), key);
	struct buf b = { .a = a };

	add_hex(&b, (struct str){ (const char *)h.b, sizeof h.b });
	return buf_str(&b);
}

struct str feedback_phone(struct arena *a, struct str typed)
{
	struct buf b = { .a = a };
	struct str rest = str_trim(typed);

	if (str_starts(rest, S("+84"))) {
		rest = str_sub(rest, 3, rest.n);
		buf_char(&b, '0');
	}
	for (size_t i = 0; i < rest.n; i++) {
		if (rest.p[i] >= '0' && rest.p[i] <= '9')
			buf_char(&b, rest.p[i]);
		else if (!strchr(" .-()", rest.p[i]))
			return (struct str){ 0 };
	}
	return b.n >= PHONE_LEAST && b.n <= PHONE_MOST ? buf_str(&b) : (struct str){ 0 };
}

struct str feedback_code(struct arena *a, int year, int64_t number)
{
	return str_fmt(a, CODE_BEGINS "%04d-%04lld", year, (long long)number);
}

bool feedback_code_parse(struct str code, int *year, int64_t *number)
{
	size_t at = sizeof CODE_BEGINS - 1;
	int64_t y;

	if (!str_starts(code, S(CODE_BEGINS)) || code.n < at + YEAR_DIGITS + 1 + COUNTER_DIGITS ||
		code.n > LIMIT_CODE_CHARS || code.p[at + YEAR_DIGITS] != '-')
		return false;
	struct str counter = str_sub(code, at + YEAR_DIGITS + 1, code.n);

	if (!str_int(str_sub(code, at, at + YEAR_DIGITS), &y) || y < FIRST_YEAR || y > LAST_YEAR ||
		!str_int(counter, number) || *number < 1)
		return false;
	*year = (int)y;
	ARENA a = { 0 };

	return str_eq(feedback_code(&a, *year, *number), code);
}
