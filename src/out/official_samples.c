/* official_samples DIR: every sample as DIR/NAME.pdf and NAME.odt, for the system test and for eyes. */
#include "out/official_out.h"
#include "out/official_sample.h"

#include <stdio.h>

static int write_file(struct arena *a, const char *dir, const char *name, struct str bytes)
{
	FILE *f = fopen(str_c(a, str_fmt(a, "%s/%s", dir, name)), "wb");
	bool ok = f && fwrite(bytes.p, 1, bytes.n, f) == bytes.n;

	return (!f || fclose(f) == 0) && ok ? 0 : 1;
}

int main(int argc, char **argv)
{
	ARENA a = { 0 };
	int bad = argc != 2;

	for (int s = 0; s < SAMPLES_N && !bad; s++) {
		const char *name = official_sample_name((enum official_sample)s);
		struct official d = official_sample(&a, (enum official_sample)s);
		struct str pdf, odt;
		struct template_problem problem;
		bad |= official_pdf(&a, &d, &pdf) ||
		       write_file(&a, argv[1], str_c(&a, str_fmt(&a, "%s.pdf", name)), pdf);
		bad |= !official_odt(&a, &d, S(""), &odt, &problem) ||
		       write_file(&a, argv[1], str_c(&a, str_fmt(&a, "%s.odt", name)), odt);
	}
	if (!bad)
		bad = write_file(&a, argv[1], "template.odt", official_template(&a));
	return bad;
}
