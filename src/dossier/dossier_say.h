#pragma once
/* The lists of the law in words for people: msg_text(lang, dossier_state_msg(x)). */
#include "dossier/dossier_law.h"
#include "msg/messages.h"

enum msg dossier_state_msg(enum dossier_state x);
enum msg dossier_verb_msg(enum dossier_verb x); /* as on a button */
enum msg dossier_refusal_msg(enum dossier_refusal x);
enum msg dossier_warning_msg(enum dossier_warning x);
enum msg dossier_basis_msg(enum dossier_basis x);
enum msg channel_msg(enum channel x);
enum msg outcome_msg(enum outcome x);
enum msg reason_msg(enum reason x);
enum msg due_reason_msg(enum due_reason x);

/* docs/dossier-states.md: the tables as one page (Markdown). */
void dossier_doc(struct buf *out);
