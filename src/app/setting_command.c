/* motcua setting: what the portal says about itself. */
#include "app/commands.h"
#include "app/open.h"
#include "setting/portal_setting.h"

static int refuse_words(const struct cli *c, const struct buf *b)
{
	return cli_refuse(c, buf_str(b));
}

must_check static const struct fault *print_all(struct cli *c, struct db *db)
{
	for (int i = 0; i < PORTAL_SETTING_N; i++) {
		struct buf b = { .a = c->a };
		struct str value;

		TRY(portal_setting(db, (enum portal_setting)i, &value));
		buf_fmt(&b, "%-18.*s %.*s\n%-18s %.*s\n", ARG(portal_setting_name((enum portal_setting)i)),
			value.n ? (int)value.n : 1, value.n ? value.p : "-", "",
			ARG(msg_text(c->lang, portal_setting_words((enum portal_setting)i))));
		cli_out(buf_str(&b));
	}
	return NULL;
}

static int list(struct cli *c)
{
	struct province_options o = { .clock = clock_real(), .read_only = true, .purpose = "setting" };
	struct province *p;
	struct db *db;
	int code = open_province(c, &o, &p);

	if (code)
		return code;
	const struct fault *f = province_take_reader(p, c->a, &db);

	if (!f) {
		f = print_all(c, db);
		province_give_reader(p, db);
	}
	province_close(p);
	return f ? cli_fault(c, f) : EXIT_DONE;
}

struct change {
	enum portal_setting which;
	struct str value;
};

static const struct fault *change(struct write *w, void *arg)
{
	const struct change *x = arg;

	return setting_set(w, portal_setting_name(x->which), x->value);
}

static int write_one(struct cli *c, struct change *x)
{
	struct province_options o = { .clock = clock_real(), .purpose = "setting" };
	struct buf b = { .a = c->a };
	struct province *p;
	int code = open_province(c, &o, &p);

	if (code)
		return code;
	const struct fault *f = writer_run(province_writer(p), c->a, change, x);

	province_close(p);
	if (f)
		return cli_fault(c, f);
	if (x->value.n)
		msg_setting_done(&b, c->lang, portal_setting_name(x->which), x->value);
	else
		msg_setting_dropped(&b, c->lang, portal_setting_name(x->which));
	buf_char(&b, '\n');
	cli_out(buf_str(&b));
	return EXIT_DONE;
}

static int set(struct cli *c)
{
	struct change x = { .value = str_trim(c->words[2]) };
	struct buf b = { .a = c->a };

	if (!portal_setting_from(c->words[1], &x.which)) {
		msg_setting_unknown(&b, c->lang, c->words[1]);
		return refuse_words(c, &b);
	}
	if (!portal_setting_fits(x.which, x.value)) {
		msg_setting_bad(
			&b, c->lang, x.value, c->words[1], msg_text(c->lang, portal_setting_words(x.which)));
		return refuse_words(c, &b);
	}
	return write_one(c, &x);
}

int run_setting(struct cli *c)
{
	if (c->words_n == 1 && str_eq(c->words[0], S("list")))
		return list(c);
	if (c->words_n == 3 && str_eq(c->words[0], S("set")))
		return set(c);
	return cli_usage(c, msg_text(c->lang, MSG_setting_usage));
}
