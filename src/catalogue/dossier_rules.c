#include "catalogue/dossier_rules.h"

struct dossier_rules catalogue_dossier_rules(
	const struct catalogue *c, int agency, const struct procedure_version *v)
{
	return (struct dossier_rules){ .procedure_version = v->valid.position,
		.allow = v->allow,
		.rule = default_rule(v->allow.unit),
		.supplement = v->supplement,
		.cutoff_minute = v->cutoff_plus_1 ? v->cutoff_plus_1 - 1 : 0,
		.calendar = catalogue_calendar(c, agency),
		.calendar_version = c->holidays_n };
}
