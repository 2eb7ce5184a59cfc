#pragma once
/* An official document as a file: pages to sign (official_pdf.c) and text to go on working with
 * (official_odt.c). */
#include "base/fault.h"
#include "document/official.h"

/* Pages by phụ lục I: A4, upright, Tinos. d must not be official_wrong(). The same value gives the same
 * bytes. Fault: the library cannot draw. bytes in a. */
must_check const struct fault *official_pdf(struct arena *a, const struct official *d, struct str *bytes);

/* Why a template of the department cannot be used. */
enum template_fault {
	TEMPLATE_FINE,
	TEMPLATE_BROKEN,  /* no OpenDocument text, or past a limit */
	TEMPLATE_UNKNOWN, /* it has a «name» that nothing is known of, or one of several lines not in a
			     paragraph of its own */
};
struct template_problem {
	enum template_fault fault;
	struct str name; /* of TEMPLATE_UNKNOWN */
};
/* The same as text to go on working with: OpenDocument 1.3. template_odt: the bytes of an .odt with «names»
 * (docs/documents.md); empty: the built-in one. False, with *problem, when the template cannot be used. bytes
 * in a. */
must_check bool official_odt(struct arena *a, const struct official *d, struct str template_odt,
	struct str *bytes, struct template_problem *problem);
/* The built-in template as an .odt, its «names» in place: what a department begins to change. In a. */
struct str official_template(struct arena *a);
/* The template of the province in dir: templates/KH.odt (the type's abbreviation without marks, CV for công
 * văn), else templates/van-ban.odt, else none and *bytes is empty. *path names the file. Fault: it cannot be
 * read, or is larger than LIMIT_TEMPLATE_BYTES. */
must_check const struct fault *official_template_read(
	struct arena *a, struct str dir, enum official_type t, struct str *bytes, struct str *path);
/* Another file of the province's templates by its name, for drafts that are plain text: as above. */
must_check const struct fault *template_file_read(
	struct arena *a, struct str dir, struct str name, struct str *bytes, struct str *path);
