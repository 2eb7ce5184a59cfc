#pragma once
/* The tables of a kind of record as a chapter of docs/records.md (Markdown): states, steps, fields. */
#include "record/record.h"

void record_doc(struct buf *out, const struct record_kind *k);
