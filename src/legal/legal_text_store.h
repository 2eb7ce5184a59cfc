#pragma once
/* What stands in a file of an office program (DOCX, ODT), for the search. */
#include "base/limits.h"
#include "base/buf.h"

/* Its words, one paragraph a line, at most LIMIT_LEGAL_FILE_TEXT_BYTES; without comments and what tracked
 * changes took out. Empty for other files and broken ones. The bytes are hostile. */
struct str legal_office_text(struct arena *a, struct str bytes);
