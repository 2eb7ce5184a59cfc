#pragma once
/*
 * An article: news, or a page of the house ("how to file"). Its tables, its state, its law. Who writes does
 * not publish: the account that changed it last cannot let it out (domain of every editorial office, and of
 * Nghị định 42/2022/NĐ-CP recalled: what a portal publishes is approved). What readers see is `shown`; `work`
 * is what is being written, and becomes `shown` when somebody else approves it.
 */
#include "markdown/markdown_lint.h"
#include "record/record.h"

/* clang-format off */
/* name, text in the journal and label, kind, most, sealed, words. All that is written is sealed: the journal commits to
 * it, and it can be erased. */
#define ARTICLE_FIELDS(X) \
	X(SECTION,    section,    WORD,   0, false, article_sections) \
	X(CATEGORY,   category,   WORD,   0, false, article_categories) \
	X(TITLE,      title,      LINE,   LIMIT_ARTICLE_TITLE_CHARS, true, NULL) \
	X(LEAD,       lead,       LINES,  LIMIT_ARTICLE_LEAD_CHARS, true, NULL) \
	X(BODY,       body,       LINES,  LIMIT_ARTICLE_BODY_CHARS, true, NULL) \
	X(AUTHOR,     author,     LINE,   LIMIT_ARTICLE_LINE_CHARS, true, NULL) \
	X(SOURCE,     source,     LINE,   LIMIT_ARTICLE_LINE_CHARS, true, NULL) \
	X(PICTURE,    picture,    ITEM,   LIMIT_ARTICLE_PICTURES, false, NULL) \
	X(ATTACHMENT, attachment, ITEM,   LIMIT_ARTICLE_FILES, false, NULL) \
	X(FILE,       file,       FILE,   ARTICLE_FILE_NAME, false, NULL) \
	X(FILE_NAME,  file_name,  LINE,   LIMIT_FILE_NAME_CHARS, true, NULL) \
	X(ALT,        alt,        LINE,   LIMIT_ARTICLE_LINE_CHARS, true, NULL) \
	X(CAPTION,    caption,    LINE,   LIMIT_ARTICLE_LINE_CHARS, true, NULL) \
	X(ABSENCE,    absence,    LINE,   LIMIT_ARTICLE_LINE_CHARS, true, NULL)  /* why a frame is empty */ \
	X(LABEL,      label,      LINE,   LIMIT_ARTICLE_LINE_CHARS, true, NULL)  /* of an attachment */ \
	X(SLUG,       slug,       LINE,   LIMIT_ARTICLE_SLUG_CHARS, true, NULL)  /* set by the program */ \
	X(AT,         at,         MINUTE, 0, false, NULL) \
	X(NOTE,       note,       LINES,  LIMIT_NOTE_CHARS, true, NULL)          /* of a correction, for readers */ \
	X(REASON,     reason,     LINES,  LIMIT_NOTE_CHARS, true, NULL)
#define X(name, ...) ARTICLE_##name,
enum article_field { ARTICLE_FIELDS(X) ARTICLE_FIELD_N };
#undef X

#define ARTICLE_STATES(X) \
	X(NONE, none) X(DRAFT, draft) X(REVIEW, review) X(SCHEDULED, scheduled) X(PUBLISHED, published) \
	X(CORRECTING, correcting) X(WITHDRAWN, withdrawn) X(DISCARDED, discarded)
#define X(name, ...) ARTICLE_IS_##name,
enum article_state { ARTICLE_STATES(X) ARTICLE_STATE_N };
#undef X

#define ARTICLE_IN(name) (1u << ARTICLE_IS_##name)
#define ARTICLE_F(name) RECORD_FIELD_BIT(ARTICLE_##name)
#define ARTICLE_WRITERS (ROLE_BIT(EDITOR) | ROLE_BIT(PROVINCE_OFFICE) | ROLE_BIT(HOME_AFFAIRS))
#define ARTICLE_APPROVERS (ROLE_BIT(LEADER) | ROLE_BIT(PROVINCE_OFFICE) | ROLE_BIT(HOME_AFFAIRS))
#define ARTICLE_TEXT (ARTICLE_F(CATEGORY) | ARTICLE_F(LEAD) | ARTICLE_F(BODY) | ARTICLE_F(AUTHOR) | ARTICLE_F(SOURCE))
#define ARTICLE_OF_PICTURE (ARTICLE_F(FILE) | ARTICLE_F(FILE_NAME) | ARTICLE_F(ALT) | ARTICLE_F(CAPTION) | ARTICLE_F(ABSENCE))
#define ARTICLE_OPEN (ARTICLE_IN(DRAFT) | ARTICLE_IN(CORRECTING)) /* for changes */

/* name, text, allowed in, then, who may, needed, other, basis */
#define ARTICLE_VERBS(X) \
	X(BEGIN,   draft,   ARTICLE_IN(NONE), ARTICLE_IN(DRAFT), ARTICLE_WRITERS, ARTICLE_F(SECTION) | ARTICLE_F(TITLE), \
		ARTICLE_TEXT, "") \
	X(EDIT,    edit,    ARTICLE_OPEN, 0, ARTICLE_WRITERS, ARTICLE_F(TITLE), ARTICLE_TEXT, "") \
	X(ADD_PICTURE, add_picture, ARTICLE_OPEN, 0, ARTICLE_WRITERS, 0, ARTICLE_OF_PICTURE, "") \
	X(CHANGE_PICTURE, change_picture, ARTICLE_OPEN, 0, ARTICLE_WRITERS, ARTICLE_F(PICTURE), ARTICLE_OF_PICTURE, "") \
	X(REMOVE_PICTURE, remove_picture, ARTICLE_OPEN, 0, ARTICLE_WRITERS, ARTICLE_F(PICTURE), 0, "") \
	X(ATTACH,  attach,  ARTICLE_OPEN, 0, ARTICLE_WRITERS, ARTICLE_F(LABEL) | ARTICLE_F(FILE), ARTICLE_F(FILE_NAME), "") \
	X(DETACH,  detach,  ARTICLE_OPEN, 0, ARTICLE_WRITERS, ARTICLE_F(ATTACHMENT), 0, "") \
	X(SUBMIT,  submit,  ARTICLE_IN(DRAFT), ARTICLE_IN(REVIEW), ARTICLE_WRITERS, 0, 0, "") \
	X(RETURN,  return,  ARTICLE_IN(REVIEW) | ARTICLE_IN(SCHEDULED), ARTICLE_IN(DRAFT), ARTICLE_WRITERS | ARTICLE_APPROVERS, \
		ARTICLE_F(REASON), 0, "") \
	X(PUBLISH, publish, ARTICLE_IN(REVIEW) | ARTICLE_IN(SCHEDULED), ARTICLE_IN(PUBLISHED), ARTICLE_APPROVERS, \
		ARTICLE_F(SLUG), 0, "") \
	X(SCHEDULE, schedule, ARTICLE_IN(REVIEW), ARTICLE_IN(SCHEDULED), ARTICLE_APPROVERS, ARTICLE_F(AT), 0, "") \
	X(RELEASE, release, ARTICLE_IN(SCHEDULED), ARTICLE_IN(PUBLISHED), ROLE_BIT(SYSTEM), ARTICLE_F(SLUG), 0, "") \
	X(CORRECT, correct, ARTICLE_IN(PUBLISHED), ARTICLE_IN(CORRECTING), ARTICLE_WRITERS, \
		ARTICLE_F(TITLE) | ARTICLE_F(NOTE), ARTICLE_TEXT, "") \
	X(CONFIRM, confirm, ARTICLE_IN(CORRECTING), ARTICLE_IN(PUBLISHED), ARTICLE_APPROVERS, ARTICLE_F(SLUG), 0, "") \
	X(ABANDON, abandon, ARTICLE_IN(CORRECTING), ARTICLE_IN(PUBLISHED), ARTICLE_WRITERS | ARTICLE_APPROVERS, \
		ARTICLE_F(REASON), 0, "") \
	X(WITHDRAW, withdraw, ARTICLE_IN(PUBLISHED) | ARTICLE_IN(CORRECTING), ARTICLE_IN(WITHDRAWN), ARTICLE_APPROVERS, \
		ARTICLE_F(REASON), 0, "") \
	X(DISCARD, discard, ARTICLE_IN(DRAFT), ARTICLE_IN(DISCARDED), ARTICLE_WRITERS, ARTICLE_F(REASON), 0, "")
#define X(name, ...) ARTICLE_DO_##name,
enum article_verb { ARTICLE_VERBS(X) ARTICLE_VERB_N };
#undef X
/* clang-format on */
extern const struct record_kind article_kind;

enum article_section { ARTICLE_NEWS, ARTICLE_PAGE, ARTICLE_SECTIONS };
enum { ARTICLE_CATEGORIES = 6 };
/* As in the journal; each ends with an empty one. */
extern const struct record_word article_sections[ARTICLE_SECTIONS + 1];
extern const struct record_word article_categories[ARTICLE_CATEGORIES + 1];

struct article_picture {
	bool gone;
	struct str file; /* SHA-256 of the picture, see record/record_file.h; empty: a frame without one */
	struct str alt, caption, absence;
};
struct article_attachment {
	bool gone;
	struct str file, name, label;
};
/* What an article says. pictures[i] is item i + 1, which the body names as anh:(i + 1). */
struct article_text {
	int category; /* from 1; 0: none, of a page */
	struct str title, lead, body, author, source;
	int pictures_n, attachments_n;
	struct article_picture pictures[LIMIT_ARTICLE_PICTURES];
	struct article_attachment attachments[LIMIT_ARTICLE_FILES];
};
struct article_note {
	instant at;
	struct str text;
};
struct article {
	struct record_base base;
	enum article_section section;
	struct article_text work, shown; /* shown: once it was published */
	int64_t writer;                  /* the account that changed work last; 0: a program, or erased */
	instant published, updated;      /* of shown; INSTANT_NONE: never */
	instant due;                     /* while scheduled */
	int slugs_n;
	struct str slugs[LIMIT_ARTICLE_SLUGS]; /* the addresses it had, the newest last */
	int notes_n;
	struct article_note notes[LIMIT_ARTICLE_NOTES]; /* what was corrected, the newest last */
	struct str pending_note;                        /* of the correction that waits */
	struct str returned;                            /* why it was sent back; empty when it was not */
	struct str why_withdrawn;
	instant withdrawn;
};
void article_apply(void *state, const struct record_event *e);
/* Readers may see it. */
bool article_is_public(const struct article *x);
/* The newest address; empty before it was published. */
struct str article_slug_now(const struct article *x);
/* Which address it should get, from the title: with its number when that one is taken. */
struct str article_slug_for(struct arena *a, struct str title, int64_t number, bool taken);
/* What a step says over what was there before; a step with text has all of it. */
void article_take_text(struct article_text *t, const struct record_event *e);

struct article_env {
	size_t errors;   /* of the linter, in the text that would be published */
	bool slug_taken; /* by another article of the section */
};
/* env is a struct article_env. */
struct record_refusal article_decide(const void *state, const struct record_event *e, const void *env);
/* What the linter says of a text. */
struct markdown_findings article_lint(struct arena *a, const struct article_text *t);
/* Whether the bytes may come with the step: pictures as picture/picture.h takes them, attachments documents.
 */
struct record_refusal article_file_fits(int verb, struct str bytes);
