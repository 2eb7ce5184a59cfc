/* Any bytes as a journal entry: what is read is written again as the same text, canonical, and never breaks
 * the dossier that it is folded into. */
#include "dossier/dossier_code.h"
#include "dossier/dossier_entry.h"
#include "json/canon.h"
#include "tests/fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str text = { (const char *)data, size };
	ARENA a = { 0 };
	struct dossier d = { 0 };
	struct str rest = text, line;

	while (str_cut(&rest, '\n', &line)) {
		struct dossier_event e;
		struct dossier_code code;
		if (dossier_entry_read(&a, line, &e) != ENTRY_DOSSIER)
			continue;
		struct buf again = { .a = &a };
		dossier_entry_write(&again, &e);
		MUST(str_eq(buf_str(&again), line));
		MUST(json_is_canonical(line));
		(void)dossier_code_parse(e.code, &code);
		if (!dossier_fits(&d, &e))
			continue;
		d = dossier_apply(d, &e);
		MUST(dossier_well_formed(&d));
	}
	return 0;
}
