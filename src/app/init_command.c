#include "app/commands.h"
#include "app/open.h"

int run_init(struct cli *c)
{
	struct province_problem problem;
	struct str dir = cli_value(c, "--data");
	struct buf b = { .a = c->a };
	int code = cli_engine(c);

	if (code)
		return code;
	const struct fault *f = province_create(c->a, dir, &problem);

	if (f)
		return cli_fault(c, f);
	if (problem.refusal)
		return refuse_problem(c, &problem, dir);
	msg_app_created(&b, c->lang, dir);
	buf_char(&b, '\n');
	cli_out(buf_str(&b));
	return EXIT_DONE;
}
