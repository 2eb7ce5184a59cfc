#pragma once
/* An official document as the answer to a request. */
#include "document/official.h"
#include "http/http.h"

enum official_format { OFFICIAL_PDF, OFFICIAL_ODT };
/* The format as it stands in an address: "pdf", "odt". False for anything else. */
must_check bool official_format_from(struct str s, enum official_format *out);
/* The file, offered for saving as filename (any text: "Kế hoạch kiểm tra năm 2022" becomes
 * "ke-hoach-kiem-tra-nam-2022.pdf"), never cached by others. The ODT is made from the department's template
 * when the province has one; a template that cannot be read is an error page that names the file and says
 * what to do. */
struct reply official_reply(
	struct request *rq, const struct official *d, enum official_format format, struct str filename);
/* GET /lam-viec/mau-van-ban.odt: the built-in template, for a department to change (docs/documents.md). */
struct reply official_template_get(struct request *rq);
