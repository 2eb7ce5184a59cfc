/* motcua erase: what is kept about the people of one dossier. */
#include "app/commands.h"
#include "app/open.h"
#include "base/utf8.h"
#include "dossier/dossier_erase.h"

enum { REASON_CHARS = LIMIT_NOTE_CHARS };

struct order {
	struct str code, reason;
	struct erase_result result;
};

static const struct fault *erase(struct write *w, void *arg)
{
	struct order *o = arg;

	return dossier_erase(w, o->code, o->reason, &o->result);
}

static int say(const struct cli *c, const struct order *o)
{
	struct buf b = { .a = c->a };

	switch (o->result.refusal) {
	case ERASE_NO_DOSSIER: msg_app_erase_none(&b, c->lang, o->code); return cli_refuse(c, buf_str(&b));
	case ERASE_OPEN: msg_app_erase_open(&b, c->lang, o->code); return cli_refuse(c, buf_str(&b));
	case ERASE_DONE: break;
	}
	if (o->result.parts)
		msg_app_erase_done(&b, c->lang, o->result.parts, o->code);
	else
		msg_app_erase_nothing(&b, c->lang, o->code);
	buf_char(&b, '\n');
	cli_out(buf_str(&b));
	return EXIT_DONE;
}

int run_erase(struct cli *c)
{
	struct province_options o = { .clock = clock_real(), .purpose = "erase" };
	struct order order = { .code = c->words[0], .reason = str_trim(cli_value(c, "--reason")) };
	struct province *p;

	if (!order.reason.n || utf8_count(order.reason) > REASON_CHARS)
		return cli_usage(c, msg_text(c->lang, MSG_app_erase_reason));
	int code = open_province(c, &o, &p);

	if (code)
		return code;
	const struct fault *f = writer_run(province_writer(p), c->a, erase, &order);

	province_close(p);
	return f ? cli_fault(c, f) : say(c, &order);
}
