#pragma once
/* "If you submit now": the deadline of a procedure, day by day. */
#include "catalogue/catalogue.h"
#include "http/http.h"
#include "procedure/procedure_page.h"

/* Reads the other time that the address may ask for (ngay, gio). */
struct deadline_view procedure_deadline_view(
	struct request *rq, const struct catalogue *c, const struct procedure_version *v);
