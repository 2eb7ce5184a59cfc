/* The tables of feedback: words, fields, steps, states. */
#include "feedback/feedback.h"

#define X(name, text) { S_INIT(text), MSG_feedback_content_##name },
const struct record_word feedback_content_words[] = { FEEDBACK_CONTENTS(X){ { 0 }, MSG_record_yes } };
#undef X
#define X(name, text) { S_INIT(text), MSG_feedback_channel_##name },
const struct record_word feedback_channel_words[] = { FEEDBACK_CHANNELS(X){ { 0 }, MSG_record_yes } };
#undef X
#define X(name, text) { S_INIT(text), MSG_feedback_sender_##name },
const struct record_word feedback_sender_words[] = { FEEDBACK_SENDERS(X){ { 0 }, MSG_record_yes } };
#undef X
#define X(name, text) { S_INIT(text), MSG_feedback_ground_##name },
const struct record_word feedback_ground_words[] = { FEEDBACK_GROUNDS(X){ { 0 }, MSG_record_yes } };
#undef X
#define X(name, text) { S_INIT(text), MSG_feedback_outcome_##name },
const struct record_word feedback_outcome_words[] = { FEEDBACK_OUTCOMES(X){ { 0 }, MSG_record_yes } };
#undef X
#define X(name, text) { S_INIT(text), MSG_feedback_conclusion_##name },
const struct record_word feedback_conclusion_words[] = { FEEDBACK_CONCLUSIONS(X){ { 0 }, MSG_record_yes } };
#undef X
#define X(name, text) { S_INIT(text), MSG_feedback_enough_##name },
const struct record_word feedback_enough_words[] = { FEEDBACK_GROUNDWORK(X){ { 0 }, MSG_record_yes } };
#undef X
#define X(name, text) { S_INIT(text), MSG_feedback_opinion_##name },
const struct record_word feedback_opinion_words[] = { FEEDBACK_OPINIONS(X){ { 0 }, MSG_record_yes } };
#undef X

enum { NAME_CHARS = 120, LINE_CHARS = 300, PHONE_CHARS = 30, HASH_CHARS = 64, CODE_CHARS = 40 };
#define N(name) FEEDBACK_FIELD_##name
#define FIELD(name, text, kind, most, sealed, words) \
	[N(name)] = { S_INIT(text), kind, most, sealed, MSG_feedback_f_##name, words }
static const struct record_field fields[FEEDBACK_FIELD_N] = {
	FIELD(CODE, "code", RECORD_LINE, CODE_CHARS, false, NULL),
	FIELD(CHANNEL, "channel", RECORD_WORD, 0, false, feedback_channel_words),
	FIELD(RECEIVED, "received", RECORD_MINUTE, 0, false, NULL),
	FIELD(SENDER, "sender", RECORD_WORD, 0, false, feedback_sender_words),
	FIELD(NAME, "name", RECORD_LINE, NAME_CHARS, true, NULL),
	FIELD(ADDRESS, "address", RECORD_LINE, LINE_CHARS, true, NULL),
	FIELD(PHONE, "phone", RECORD_LINE, PHONE_CHARS, true, NULL),
	FIELD(EMAIL, "email", RECORD_LINE, NAME_CHARS, true, NULL),
	FIELD(ABOUT, "about", RECORD_AGENCY, 0, false, NULL),
	FIELD(CLAIMED, "claimed", RECORD_WORD, 0, false, feedback_content_words),
	FIELD(DOSSIER, "dossier", RECORD_LINE, LIMIT_CODE_CHARS, true, NULL),
	FIELD(TITLE, "title", RECORD_LINE, LIMIT_FEEDBACK_TITLE_CHARS, true, NULL),
	FIELD(TEXT, "text", RECORD_LINES, LIMIT_FEEDBACK_TEXT_CHARS, true, NULL),
	FIELD(PROPOSAL, "proposal", RECORD_LINES, LIMIT_FEEDBACK_TEXT_CHARS, true, NULL),
	FIELD(CONSENT, "consent", RECORD_FLAG, 0, false, NULL),
	FIELD(FILE, "file", RECORD_FILE, N(FILE_NAME), false, NULL),
	FIELD(FILE_NAME, "file_name", RECORD_LINE, LIMIT_FILE_NAME_CHARS, true, NULL),
	FIELD(SECRET, "secret", RECORD_LINE, HASH_CHARS, true, NULL),
	FIELD(CONTENT, "class", RECORD_WORD, 0, false, feedback_content_words),
	FIELD(TO, "to", RECORD_AGENCY, 0, false, NULL),
	FIELD(GROUND, "ground", RECORD_WORD, 0, false, feedback_ground_words),
	FIELD(REASON, "reason", RECORD_LINES, LIMIT_FEEDBACK_NOTE_CHARS, true, NULL),
	FIELD(NOTE, "note", RECORD_LINES, LIMIT_FEEDBACK_NOTE_CHARS, true, NULL),
	FIELD(QUESTION, "question", RECORD_LINES, LIMIT_FEEDBACK_NOTE_CHARS, true, NULL),
	FIELD(REPLY, "reply", RECORD_LINES, LIMIT_FEEDBACK_TEXT_CHARS, true, NULL),
	FIELD(HANDLER, "handler", RECORD_LINE, NAME_CHARS, true, NULL),
	FIELD(ENOUGH, "enough", RECORD_WORD, 0, false, feedback_enough_words),
	FIELD(ANSWER, "answer", RECORD_LINES, LIMIT_FEEDBACK_TEXT_CHARS, true, NULL),
	FIELD(CONCLUSION, "conclusion", RECORD_WORD, 0, false, feedback_conclusion_words),
	FIELD(OUTCOME, "outcome", RECORD_WORD, 0, false, feedback_outcome_words),
	FIELD(SIGN, "sign", RECORD_LINE, CODE_CHARS, false, NULL),
	FIELD(DATE, "date", RECORD_DAY, 0, false, NULL),
	FIELD(PUBLIC_TITLE, "public_title", RECORD_LINE, LIMIT_FEEDBACK_TITLE_CHARS, true, NULL),
	FIELD(PUBLIC_TEXT, "public_text", RECORD_LINES, LIMIT_FEEDBACK_TEXT_CHARS, true, NULL),
	FIELD(PUBLIC_ANSWER, "public_answer", RECORD_LINES, LIMIT_FEEDBACK_TEXT_CHARS, true, NULL),
	FIELD(OPINION, "opinion", RECORD_WORD, 0, false, feedback_opinion_words),
	FIELD(WORDS, "words", RECORD_LINES, LIMIT_FEEDBACK_WORDS_CHARS, true, NULL),
	FIELD(INTO, "into", RECORD_LINE, CODE_CHARS, false, NULL),
	FIELD(CALENDAR, "calendar", RECORD_COUNT, LIMIT_RECORD_COUNT, false, NULL),
	FIELD(DUE_DECIDE, "due_decide", RECORD_DAY, 0, false, NULL),
	FIELD(DUE_ASK, "due_ask", RECORD_DAY, 0, false, NULL),
	FIELD(DUE_FORWARD, "due_forward", RECORD_DAY, 0, false, NULL),
	FIELD(DUE_HANDLE, "due_handle", RECORD_DAY, 0, false, NULL),
	FIELD(DUE_PUBLISH, "due_publish", RECORD_DAY, 0, false, NULL),
};

#define F(name) RECORD_FIELD_BIT(FEEDBACK_FIELD_##name)
#define IN(name) (1u << FEEDBACK_IS_##name)
#define CLOCKS (F(CALENDAR) | F(DUE_DECIDE) | F(DUE_ASK) | F(DUE_FORWARD) | F(DUE_HANDLE))
#define DESK (ROLE_BIT(CLERK) | ROLE_BIT(OFFICER) | ROLE_BIT(HEAD_OF_UNIT) | ROLE_BIT(PROVINCE_OFFICE))
#define WORK (ROLE_BIT(OFFICER) | ROLE_BIT(HEAD_OF_UNIT))
#define SIGN (ROLE_BIT(HEAD_OF_UNIT) | ROLE_BIT(LEADER))
#define PRESS (SIGN | ROLE_BIT(PROVINCE_OFFICE) | ROLE_BIT(EDITOR))
#define WHO (F(NAME) | F(ADDRESS) | F(PHONE) | F(EMAIL))
#define WHAT \
	(F(ABOUT) | F(CLAIMED) | F(DOSSIER) | F(TITLE) | F(PROPOSAL) | F(CONSENT) | F(FILE) | F(FILE_NAME))
#define ND20(article) S_INIT("Nghị định 20/2008/NĐ-CP, " article)
#define VERB(name, text, from, to, roles, needed, other, basis) \
	[FEEDBACK_##name] = { S_INIT(text), from, to, roles, needed, other, MSG_feedback_v_##name, basis }
static const struct record_verb verbs[FEEDBACK_VERB_N] = {
	VERB(ENTER, "enter", IN(NONE), IN(RECEIVED), DESK,
		F(CODE) | F(CHANNEL) | F(RECEIVED) | F(SENDER) | F(TEXT) | CLOCKS, WHO | WHAT,
		ND20("Điều 7 và Điều 9")),
	VERB(SEND, "send", IN(NONE), IN(RECEIVED), ROLE_BIT(APPLICANT),
		F(CODE) | F(CHANNEL) | F(SENDER) | F(TEXT) | F(SECRET) | CLOCKS, WHO | WHAT,
		ND20("Điều 6 và Điều 7")),
	VERB(ACCEPT, "accept", IN(RECEIVED), IN(ACCEPTED), DESK, F(CONTENT), F(NOTE),
		ND20("Điều 5 và Điều 9")),
	VERB(RECLASSIFY, "reclassify", IN(ACCEPTED) | IN(DRAFTED), 0, DESK, F(CONTENT) | F(NOTE), 0,
		ND20("Điều 5")),
	VERB(FORWARD, "forward", IN(RECEIVED) | IN(ACCEPTED), IN(RECEIVED), DESK, F(TO) | CLOCKS,
		F(REASON) | F(NOTE), ND20("Điều 9")),
	VERB(REFUSE, "refuse", IN(RECEIVED) | IN(WAITING), IN(REFUSED), DESK, F(GROUND), F(REASON),
		ND20("Điều 9")),
	VERB(ASK, "ask", IN(RECEIVED) | IN(ACCEPTED), IN(WAITING), DESK, F(QUESTION), F(NOTE), { 0 }),
	VERB(SUPPLEMENT, "supplement", IN(WAITING), IN(RECEIVED), DESK | ROLE_BIT(APPLICANT),
		F(REPLY) | CLOCKS, F(NAME) | F(ADDRESS) | F(PHONE) | F(EMAIL) | F(FILE) | F(FILE_NAME),
		{ 0 }),
	VERB(ASSIGN, "assign", IN(ACCEPTED), 0, SIGN, F(HANDLER), F(NOTE), { 0 }),
	VERB(ASSESS, "assess", IN(ACCEPTED), 0, WORK | SIGN, F(ENOUGH), F(NOTE), ND20("Điều 14")),
	VERB(DRAFT, "draft", IN(ACCEPTED) | IN(DRAFTED), IN(DRAFTED), WORK | SIGN,
		F(ANSWER) | F(CONCLUSION) | F(OUTCOME), 0, ND20("Điều 14 và Điều 15")),
	VERB(RETURN, "return", IN(DRAFTED), IN(ACCEPTED), SIGN, F(NOTE), 0, { 0 }),
	VERB(ANSWER, "answer", IN(DRAFTED), IN(ANSWERED), SIGN, F(CALENDAR) | F(DUE_PUBLISH),
		F(SIGN) | F(DATE), ND20("Điều 14 và Điều 15")),
	VERB(PUBLISH, "publish", IN(ANSWERED), IN(PUBLISHED), PRESS,
		F(PUBLIC_TITLE) | F(PUBLIC_TEXT) | F(PUBLIC_ANSWER), 0, ND20("Điều 19")),
	VERB(KEEP, "keep", IN(ANSWERED), IN(CLOSED), PRESS, F(NOTE), 0, { 0 }),
	VERB(UNPUBLISH, "unpublish", IN(PUBLISHED), IN(CLOSED), PRESS, F(NOTE), 0, { 0 }),
	VERB(RATE, "rate", IN(ANSWERED) | IN(PUBLISHED) | IN(CLOSED), 0, ROLE_BIT(APPLICANT), F(OPINION),
		F(WORDS), { 0 }),
	VERB(MERGE, "merge", IN(ACCEPTED), IN(MERGED), DESK, F(INTO), F(NOTE), { 0 }),
};

#define X(name, text) { S_INIT(text), MSG_feedback_s_##name },
static const struct record_state states[FEEDBACK_STATE_N] = { FEEDBACK_STATES(X) };
#undef X
const struct record_kind feedback_kind = { S_INIT("feedback"), fields, FEEDBACK_FIELD_N, verbs,
	FEEDBACK_VERB_N, states, FEEDBACK_STATE_N };
