#include "tools/msgc.h"

#include <stdio.h>
#include <stdlib.h>

enum { MAX_MESSAGES = 8192, MAX_ARGS = 6, MAX_PIECES = 24, LANGUAGES = 2 };

struct piece {
	struct str text;      /* of a literal */
	int arg;              /* -1 for a literal */
	struct str one, many; /* a word chosen by the argument, or empty */
};
struct arg {
	struct str name, type; /* type is "", int, plain, date, time */
};
struct wording {
	struct str path;
	int line; /* 0: missing */
	int npieces, nargs;
	struct piece pieces[MAX_PIECES];
	struct arg args[MAX_ARGS];
};
struct message {
	struct str key, c_name;
	struct wording in[LANGUAGES]; /* vi, en */
};
struct msgc {
	struct arena *a;
	struct complaint *error;
	struct message **messages; /* sorted by key after reading */
	int nmessages;
};

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_word(char c)
{
	return is_letter(c) || c == '_' || (c >= '0' && c <= '9');
}

static bool identifier(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (!is_word(s.p[i]))
			return false;
	return s.n && is_letter(s.p[0]);
}

/* feature.name with letters, digits, dots and hyphens, a word between any two of them. */
static bool good_key(struct str key)
{
	bool dot = false;

	for (size_t i = 0; i < key.n; i++) {
		char c = key.p[i];
		bool mark = c == '.' || c == '-';

		if (c == '_' || (!is_word(c) && !mark))
			return false;
		if (mark && (i + 1 == key.n || !is_word(key.p[i + 1])))
			return false;
		dot |= c == '.';
	}
	return dot && is_letter(key.p[0]);
}

static struct str c_name(struct arena *a, struct str key)
{
	struct buf b = { .a = a };

	for (size_t i = 0; i < key.n; i++)
		buf_char(&b, is_word(key.p[i]) ? key.p[i] : '_');
	return buf_str(&b);
}

/* A combining mark (U+0300-U+036F) means that the text is not in composed form. */
static bool has_loose_marks(struct str s)
{
	for (size_t i = 0; i + 1 < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i], d = (unsigned char)s.p[i + 1];

		if (c == 0xCC || (c == 0xCD && d < 0xB0))
			return true;
	}
	return false;
}

static int find_arg(const struct wording *w, struct str name)
{
	for (int i = 0; i < w->nargs; i++)
		if (str_eq(w->args[i].name, name))
			return i;
	return -1;
}

static bool known_type(struct str t)
{
	static const struct str types[] = { S_INIT(""), S_INIT("int"), S_INIT("plain"), S_INIT("date"),
		S_INIT("time") };

	for (size_t i = 0; i < COUNT(types); i++)
		if (str_eq(t, types[i]))
			return true;
	return false;
}

static bool counts(struct str type)
{
	return str_eq(type, S("int")) || str_eq(type, S("plain"));
}

/* What two uses of one argument have in common: int and plain are both a number. */
static bool same_kind(struct str a, struct str b)
{
	return str_eq(a, b) || (counts(a) && counts(b));
}

static void add_piece(struct msgc *m, struct wording *w, struct piece p)
{
	if (w->npieces == MAX_PIECES)
		complain(m->error, w->path, w->line, "a message has at most %d pieces", MAX_PIECES);
	else
		w->pieces[w->npieces++] = p;
}

/* The inside of one pair of braces: name, name:type or name:int|one|many. */
static void read_place(struct msgc *m, struct wording *w, struct str s, bool english)
{
	struct str forms = s, head = { 0 }, name = { 0 };
	struct piece p = { .arg = -1 };

	(void)str_cut(&forms, '|', &head);
	bool plural = forms.p != NULL;
	struct str type = head;
	(void)str_cut(&type, ':', &name);

	if (!identifier(name) || !known_type(type)) {
		complain(m->error, w->path, w->line,
			"{%.*s}: write {name}, or {name:int}, plain, date or time; {{ for a brace", ARG(s));
		return;
	}
	if (plural) {
		bool two = str_cut(&forms, '|', &p.one) && str_cut(&forms, '|', &p.many) && !forms.p;

		if (!english)
			complain(m->error, w->path, w->line, "{%.*s}: Vietnamese has no plural", ARG(s));
		if (!two || !p.one.n || !p.many.n || !counts(type))
			complain(m->error, w->path, w->line, "{%.*s}: write {n:int|one|many}", ARG(s));
	}
	p.arg = find_arg(w, name);
	if (p.arg >= 0 && !same_kind(w->args[p.arg].type, type))
		complain(m->error, w->path, w->line, "{%.*s} has two types", ARG(name));
	if (p.arg < 0 && w->nargs == MAX_ARGS) {
		complain(m->error, w->path, w->line, "a message has at most %d arguments", MAX_ARGS);
		return;
	}
	if (p.arg < 0) {
		p.arg = w->nargs;
		w->args[w->nargs++] = (struct arg){ name, type };
	}
	p.text = type;
	add_piece(m, w, p);
}

static void read_text(struct msgc *m, struct wording *w, struct str s, bool english)
{
	struct buf literal = { .a = m->a };

	for (size_t i = 0; i < s.n && !complained(m->error); i++) {
		char c = s.p[i];
		bool doubled = i + 1 < s.n && s.p[i + 1] == c;

		if ((c == '{' || c == '}') && doubled) {
			buf_char(&literal, c);
			i++;
		} else if (c == '}') {
			complain(m->error, w->path, w->line, "} without {; write }} for a brace");
		} else if (c == '{') {
			struct str rest = str_sub(s, i + 1, s.n);
			size_t end = str_find_char(rest, '}');

			if (end == rest.n)
				complain(m->error, w->path, w->line, "{ without }; write {{ for a brace");
			if (literal.n)
				add_piece(m, w, (struct piece){ .text = buf_str(&literal), .arg = -1 });
			literal = (struct buf){ .a = m->a };
			read_place(m, w, str_sub(rest, 0, end), english);
			i += end + 1;
		} else {
			buf_char(&literal, c);
		}
	}
	if (literal.n)
		add_piece(m, w, (struct piece){ .text = buf_str(&literal), .arg = -1 });
}

static struct message *message_of(struct msgc *m, struct str key)
{
	struct str name = c_name(m->a, key);

	for (int i = 0; i < m->nmessages; i++)
		if (str_eq(m->messages[i]->c_name, name))
			return m->messages[i];
	if (m->nmessages == MAX_MESSAGES)
		return NULL;
	struct message *new = NEW(m->a, struct message);
	new->key = key;
	new->c_name = name;
	m->messages[m->nmessages++] = new;
	return new;
}

/* dossier of src/dossier/dossier.vi.msg; empty when the name is not of this form. */
static struct str feature_of(struct str path, bool *english)
{
	struct str name = path;

	for (size_t i = 0; i < path.n; i++)
		if (path.p[i] == '/')
			name = str_sub(path, i + 1, path.n);
	*english = str_ends(name, S(".en.msg"));
	if (!*english && !str_ends(name, S(".vi.msg")))
		return S("");
	return str_sub(name, 0, name.n - S(".en.msg").n);
}

static void read_message(struct msgc *m, const struct msg_file *f, int line, struct str s)
{
	bool english;
	struct str feature = feature_of(f->path, &english), rest = s, key = { 0 };

	(void)str_cut(&rest, '=', &key);
	key = str_trim(key);
	if (!rest.p)
		complain(m->error, f->path, line, "write: key = text");
	else if (!good_key(key))
		complain(m->error, f->path, line,
			"\"%.*s\" is no key: write feature.name with letters, digits, dots and hyphens",
			ARG(key));
	else if (!str_starts(key, feature) || key.p[feature.n] != '.')
		complain(m->error, f->path, line, "\"%.*s\" does not begin with \"%.*s.\"", ARG(key),
			ARG(feature));
	if (complained(m->error))
		return;
	struct message *msg = message_of(m, key);

	if (!msg) {
		complain(m->error, f->path, line, "more than %d messages", MAX_MESSAGES);
		return;
	}
	struct wording *w = &msg->in[english];
	if (w->line || !str_eq(msg->key, key)) {
		complain(m->error, f->path, line, "\"%.*s\" stands twice", ARG(key));
		return;
	}
	w->path = f->path;
	w->line = line;
	if (!str_trim(rest).n)
		complain(m->error, f->path, line, "\"%.*s\" has no text", ARG(key));
	read_text(m, w, str_trim(rest), english);
}

static void read_file(struct msgc *m, const struct msg_file *f)
{
	struct str rest = f->text, line, message = { 0 };
	int number = 0, began = 0, bad = 0;
	bool english;

	if (!feature_of(f->path, &english).n)
		complain(m->error, f->path, 1, "a message file is named x.vi.msg or x.en.msg");
	if (!text_is_clean(f->text, &bad))
		complain(m->error, f->path, bad, "not UTF-8, or a control character");
	while (!complained(m->error) && str_cut(&rest, '\n', &line)) {
		number++;
		if (has_loose_marks(line))
			complain(
				m->error, f->path, number, "a loose diacritic: write composed letters (NFC)");
		if (line.n && (line.p[0] == ' ' || line.p[0] == '\t') && message.n && str_trim(line).n) {
			message = str_fmt(m->a, "%.*s %.*s", ARG(message), ARG(str_trim(line)));
			continue;
		}
		if (message.n)
			read_message(m, f, began, message);
		message = str_starts(line, S("#")) ? S("") : str_trim(line);
		began = number;
	}
	if (message.n)
		read_message(m, f, began, message);
}

static void check_pair(struct msgc *m, const struct message *msg)
{
	const struct wording *vi = &msg->in[0], *en = &msg->in[1], *there = vi->line ? vi : en;

	if (!vi->line || !en->line) {
		complain(m->error, there->path, there->line, "\"%.*s\" is missing in %s", ARG(msg->key),
			vi->line ? "English" : "Vietnamese");
		return;
	}
	for (int i = 0; i < vi->nargs; i++) {
		int j = find_arg(en, vi->args[i].name);

		if (j < 0 || !same_kind(vi->args[i].type, en->args[j].type))
			complain(m->error, en->path, en->line, "\"%.*s\": {%.*s} is not as in Vietnamese",
				ARG(msg->key), ARG(vi->args[i].name));
	}
	for (int i = 0; i < en->nargs; i++)
		if (find_arg(vi, en->args[i].name) < 0)
			complain(m->error, en->path, en->line, "\"%.*s\": {%.*s} is not in Vietnamese",
				ARG(msg->key), ARG(en->args[i].name));
}

static int by_key(const void *a, const void *b)
{
	const struct message *const *x = a, *const *y = b;

	return str_cmp((*x)->key, (*y)->key);
}

static const char *c_type(struct str type)
{
	if (!type.n)
		return "struct str";
	return counts(type) ? "int64_t" : str_eq(type, S("date")) ? "daynum" : "instant";
}

static void write_prototype(struct buf *b, const struct message *msg)
{
	const struct wording *vi = &msg->in[0];

	buf_fmt(b, "void msg_%.*s(struct buf *out, enum lang lang", ARG(msg->c_name));
	for (int i = 0; i < vi->nargs; i++)
		buf_fmt(b, ", %s %.*s", c_type(vi->args[i].type), ARG(vi->args[i].name));
	buf_add(b, S(")"));
}

static int by_name(const void *a, const void *b)
{
	const struct arg *x = a, *y = b;

	return str_cmp(x->name, y->name);
}

/* The macro that templates use: its name holds the arguments' names, so a wrong one does not compile. */
static void write_named(struct buf *b, const struct message *msg)
{
	const struct wording *vi = &msg->in[0];
	struct arg sorted[MAX_ARGS];

	memcpy(sorted, vi->args, sizeof sorted);
	qsort(sorted, (size_t)vi->nargs, sizeof sorted[0], by_name);
	buf_fmt(b, "#define msg_%.*s", ARG(msg->c_name));
	for (int i = 0; i < vi->nargs; i++)
		buf_fmt(b, "__%.*s", ARG(sorted[i].name));
	buf_add(b, S("(out, lang"));
	for (int i = 0; i < vi->nargs; i++)
		buf_fmt(b, ", %.*s", ARG(sorted[i].name));
	buf_fmt(b, ") msg_%.*s(out, lang", ARG(msg->c_name));
	for (int i = 0; i < vi->nargs; i++)
		buf_fmt(b, ", %.*s", ARG(vi->args[i].name));
	buf_add(b, S(")\n"));
}

static void write_piece(struct buf *b, const struct wording *w, const struct piece *p, const char *lang)
{
	if (p->arg < 0) {
		buf_add(b, S("\t\tbuf_add(out, S(\""));
		add_c_string(b, p->text);
		buf_add(b, S("\"));\n"));
		return;
	}
	struct str name = w->args[p->arg].name;

	if (p->one.n) {
		buf_fmt(b, "\t\tbuf_add(out, %.*s == 1 ? S(\"", ARG(name));
		add_c_string(b, p->one);
		buf_add(b, S("\") : S(\""));
		add_c_string(b, p->many);
		buf_add(b, S("\"));\n"));
	} else if (!p->text.n) {
		buf_fmt(b, "\t\tbuf_add(out, %.*s);\n", ARG(name));
	} else if (str_eq(p->text, S("int"))) {
		buf_fmt(b, "\t\tadd_number(out, %s, %.*s);\n", lang, ARG(name));
	} else if (str_eq(p->text, S("plain"))) {
		buf_fmt(b, "\t\tbuf_int(out, %.*s);\n", ARG(name));
	} else {
		buf_fmt(b, "\t\tadd_%.*s_lang(out, %s, %.*s);\n", ARG(p->text), lang, ARG(name));
	}
}

static void write_function(struct buf *b, const struct message *msg)
{
	buf_char(b, '\n');
	write_prototype(b, msg);
	buf_add(b, S("\n{\n\tif (lang == LANG_EN) {\n"));
	for (int i = 0; i < msg->in[1].npieces; i++)
		write_piece(b, &msg->in[1], &msg->in[1].pieces[i], "LANG_EN");
	buf_add(b, S("\t} else {\n"));
	for (int i = 0; i < msg->in[0].npieces; i++)
		write_piece(b, &msg->in[0], &msg->in[0].pieces[i], "LANG_VI");
	buf_add(b, S("\t}\n}\n"));
}

static void write_header(const struct msgc *m, struct buf *h)
{
	buf_add(h, S("#pragma once\n/* made by msgc of the .msg files; change those */\n#include "
		     "\"msg/number.h\"\n\n"
		     "/* Messages without arguments. MSG_none is the empty text. */\nenum msg "
		     "{\n\tMSG_none,\n"));
	for (int i = 0; i < m->nmessages; i++)
		if (!m->messages[i]->in[0].nargs)
			buf_fmt(h, "\tMSG_%.*s,\n", ARG(m->messages[i]->c_name));
	buf_add(h, S("\tMSG_N\n};\nstruct str msg_text(enum lang lang, enum msg m);\n"
		     "struct str msg_key(enum msg m);\n"
		     "/* The message named \"x.key\"; false when there is none without arguments. */\n"
		     "must_check bool msg_find(struct str key, enum msg *out);\n\n"));
	for (int i = 0; i < m->nmessages; i++) {
		if (!m->messages[i]->in[0].nargs)
			continue;
		write_prototype(h, m->messages[i]);
		buf_add(h, S(";\n"));
		write_named(h, m->messages[i]);
	}
}

static const char msgc_lookups[] =
	"struct str msg_text(enum lang lang, enum msg m)\n{\n"
	"\treturn (unsigned)m < MSG_N ? texts[m].in[lang == LANG_EN] : S(\"\");\n}\n\n"
	"struct str msg_key(enum msg m)\n{\n\treturn (unsigned)m < MSG_N ? texts[m].key : S(\"\");\n}\n\n"
	"bool msg_find(struct str key, enum msg *out)\n{\n"
	"\tsize_t low = 1, high = MSG_N; /* the rows are sorted by key */\n\n"
	"\twhile (low < high) {\n"
	"\t\tsize_t middle = low + (high - low) / 2;\n"
	"\t\tint c = str_cmp(texts[middle].key, key);\n\n"
	"\t\tif (c == 0) {\n\t\t\t*out = (enum msg)middle;\n\t\t\treturn true;\n\t\t}\n"
	"\t\tif (c < 0)\n\t\t\tlow = middle + 1;\n\t\telse\n\t\t\thigh = middle;\n"
	"\t}\n\treturn false;\n}\n";

static void write_source(const struct msgc *m, struct buf *c)
{
	buf_add(c, S("/* made by msgc of the .msg files; change those */\n#include \"messages.h\"\n\n"
		     "static const struct {\n\tstruct str key, in[LANGS];\n} texts[MSG_N] = {\n"));
	for (int i = 0; i < m->nmessages; i++) {
		const struct message *msg = m->messages[i];

		if (msg->in[0].nargs)
			continue;
		buf_fmt(c, "\t[MSG_%.*s] = { S_INIT(\"%.*s\"), { S_INIT(\"", ARG(msg->c_name), ARG(msg->key));
		add_c_string(c, msg->in[0].pieces[0].text);
		buf_add(c, S("\"), S_INIT(\""));
		add_c_string(c, msg->in[1].pieces[0].text);
		buf_add(c, S("\") } },\n"));
	}
	buf_add(c, S("};\n\n"));
	buf_add(c, str_of(msgc_lookups));
	for (int i = 0; i < m->nmessages; i++)
		if (m->messages[i]->in[0].nargs)
			write_function(c, m->messages[i]);
}

void msgc_compile(struct arena *a, const struct msg_file *files, size_t n, struct buf *h, struct buf *c,
	struct complaint *error)
{
	struct msgc m = { a, error, NEW_ARRAY(a, struct message *, MAX_MESSAGES), 0 };

	for (size_t i = 0; i < n && !complained(error); i++)
		read_file(&m, &files[i]);
	for (int i = 0; i < m.nmessages; i++)
		check_pair(&m, m.messages[i]);
	if (complained(error))
		return;
	qsort(m.messages, (size_t)m.nmessages, sizeof m.messages[0], by_key);
	write_header(&m, h);
	write_source(&m, c);
}
