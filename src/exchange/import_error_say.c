#include "exchange/import_error.h"

#include "msg/messages.h"

/* The parts of an error as the arguments of its message, which come in alphabetical order. */
#define SAY_NOTHING(key) buf_add(out, msg_text(lang, MSG_exchange_##key))
#define SAY_WORDS(key) buf_add(out, e->piece)
#define SAY_N(key) msg_exchange_##key##__n(out, lang, e->n)
#define SAY_N_M(key) msg_exchange_##key##__m__n(out, lang, e->m, e->n)
#define SAY_PIECE(key) msg_exchange_##key##__piece(out, lang, e->piece)
#define SAY_PIECE_N(key) msg_exchange_##key##__n__piece(out, lang, e->n, e->piece)
#define SAY_PIECE_N_M(key) msg_exchange_##key##__m__n__piece(out, lang, e->m, e->n, e->piece)
#define SAY_PIECE_ALSO(key) msg_exchange_##key##__also__piece(out, lang, e->also, e->piece)

static void say(struct buf *out, enum lang lang, const struct import_error *e)
{
	switch (e->code) {
	case IMPORT_FINE: return;
#define X(name, key, parts) \
	case IMPORT_##name: SAY_##parts(key); return;
		IMPORT_ERRORS(X)
#undef X
	}
	impossible();
}

void import_error_say(struct buf *out, enum lang lang, struct str file, const struct import_error *e)
{
	buf_fmt(out, "%.*s:%lld: %.*s: ", ARG(file), (long long)e->line, ARG(e->field));
	say(out, lang, e);
}

void import_errors_say(struct buf *out, enum lang lang, struct str file, const struct import_errors *errors)
{
	for (size_t i = 0; i < errors->kept; i++) {
		import_error_say(out, lang, file, &errors->list[i]);
		buf_char(out, '\n');
	}
	if (errors->total == (int64_t)errors->kept)
		return;
	msg_exchange_more_errors__n(out, lang, errors->total - (int64_t)errors->kept);
	buf_char(out, '\n');
}
