#pragma once
/* What the law of the dossier needs to know of the catalogue. */
#include "catalogue/catalogue.h"
#include "dossier/dossier_law.h"

/* The rules for a dossier of agency under a version of a procedure; now and history are the caller's to set.
 */
struct dossier_rules catalogue_dossier_rules(
	const struct catalogue *c, int agency, const struct procedure_version *v);
