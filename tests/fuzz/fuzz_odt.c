/* Any bytes as a department's template, as an archive and as the text in one: refused with a reason, or a
 * document. */
#include "out/odt.h"
#include "out/official_out.h"
#include "out/zip.h"
#include "tests/fuzz/fuzz.h"

static const struct official letter = {
	.type = OFFICIAL_CV, .issuer = S_INIT("Sở Mẫu A"), .abstract = S_INIT("mẫu")
};

static void use(struct arena *a, struct str template_odt)
{
	struct template_problem problem;
	struct str odt = { 0 };

	if (!official_odt(a, &letter, template_odt, &odt, &problem))
		MUST(problem.fault != TEMPLATE_FINE);
	else
		MUST(zip_read(NEW(a, struct zip), odt));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	ARENA a = { 0 };
	struct str bytes = { (const char *)data, size };
	struct zip *z = NEW(&a, struct zip);

	if (!size)
		return 0;
	use(&a, bytes);
	MUST(zip_read(z, official_template(&a)));
	*zip_find(z, S("content.xml")) = zip_stored(S("content.xml"), bytes);
	use(&a, zip_write(&a, z->entries, z->n));
	return 0;
}
