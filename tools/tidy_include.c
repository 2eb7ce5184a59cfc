#include "tidy.h"

enum { MAX_FOLDERS = 64, MAX_LIBRARIES = 64 };

/* Of libc and POSIX, for everybody. */
static const struct str standard[] = { S_INIT("assert.h"), S_INIT("ctype.h"), S_INIT("errno.h"),
	S_INIT("float.h"), S_INIT("inttypes.h"), S_INIT("limits.h"), S_INIT("locale.h"), S_INIT("math.h"),
	S_INIT("signal.h"), S_INIT("stdarg.h"), S_INIT("stdatomic.h"), S_INIT("stdbool.h"),
	S_INIT("stddef.h"), S_INIT("stdint.h"), S_INIT("stdio.h"), S_INIT("stdlib.h"), S_INIT("string.h"),
	S_INIT("time.h"), S_INIT("dirent.h"), S_INIT("fcntl.h"), S_INIT("poll.h"), S_INIT("pthread.h"),
	S_INIT("sched.h"), S_INIT("unistd.h"), S_INIT("spawn.h"), S_INIT("syslog.h"), S_INIT("termios.h"),
	S_INIT("netdb.h") };
/* The law has no clock, no thread and no I/O. */
static const struct str lawful[] = { S_INIT("assert.h"), S_INIT("float.h"), S_INIT("inttypes.h"),
	S_INIT("limits.h"), S_INIT("math.h"), S_INIT("stdarg.h"), S_INIT("stdbool.h"), S_INIT("stddef.h"),
	S_INIT("stdint.h"), S_INIT("stdlib.h"), S_INIT("string.h") };
/* What the program may stand on; another library is a decision (docs/decisions/). */
static const struct str allowed[] = { S_INIT("sqlite3.h"), S_INIT("libpq-fe.h"), S_INIT("openssl"),
	S_INIT("sodium.h"), S_INIT("microhttpd.h"), S_INIT("utf8proc.h"), S_INIT("jansson.h"),
	S_INIT("pango"), S_INIT("cairo-pdf.h"), S_INIT("xlsxwriter.h"), S_INIT("qrencode.h"), S_INIT("curl"),
	S_INIT("gd.h"), S_INIT("magic.h"), S_INIT("zlib.h"), S_INIT("brotli"), S_INIT("cmark.h") };

static const struct str layer_names[] = { S_INIT("base"), S_INIT("law"), S_INIT("store"), S_INIT("web"),
	S_INIT("app") };

/* Who includes a library. */
struct library {
	struct str name;
	const struct tidy_file *by;
};
struct map {
	struct tidy *t;
	struct library libraries[MAX_LIBRARIES];
	int library_count;
	struct str folders[MAX_FOLDERS];
	bool uses[MAX_FOLDERS][MAX_FOLDERS]; /* by their laws */
	int folder_count;
};

static struct str without_ending(struct str path)
{
	return str_sub(path, 0, path.n - (str_ends(path, S(".h")) || str_ends(path, S(".c")) ? 2 : 0));
}

static size_t last_slash(struct str path)
{
	size_t at = 0;

	for (size_t i = 0; i < path.n; i++)
		if (path.p[i] == '/')
			at = i;
	return at;
}

/* The list (law_src, …) of the folder's meson.build in which stem.c stands. */
static bool layer_in_build(const struct tidy *t, struct str stem, enum layer *layer)
{
	static const struct str lists[] = { S_INIT("base_src"), S_INIT("law_src"), S_INIT("store_src"),
		S_INIT("web_src"), S_INIT("app_src") };
	size_t slash = last_slash(stem), best = 0;
	const struct tidy_file *build =
		tidy_find(t, str_fmt(t->a, "src/%.*s/meson.build", ARG(str_sub(stem, 0, slash))));
	bool found = false;

	if (!build)
		return false;
	struct str name = str_fmt(t->a, "'%.*s.c'", ARG(str_sub(stem, slash + 1, stem.n)));
	struct str before = str_sub(build->raw, 0, str_find(build->raw, name));
	if (before.n == build->raw.n)
		return false;
	for (size_t l = 0; l < COUNT(lists); l++) {
		for (size_t at = 0; at < before.n; at++) {
			if (!str_starts(str_sub(before, at, before.n), lists[l]) || (found && at < best))
				continue;
			best = at;
			*layer = (enum layer)l;
			found = true;
		}
	}
	return found;
}

/* By the name's suffix or the folder; false when they do not tell. */
static bool layer_by_name(struct str path, enum layer *layer)
{
	struct str stem = without_ending(path), folder = str_sub(path, 0, str_find_char(path, '/'));

	if (str_eq(folder, S("app")))
		*layer = LAYER_APP;
	else if (str_eq(folder, S("base")))
		*layer = LAYER_BASE;
	else if (str_ends(stem, S("_web")) || str_ends(stem, S("_html")) || str_eq(folder, S("http")) ||
		 str_eq(folder, S("html")))
		*layer = LAYER_WEB;
	else if (str_ends(stem, S("_store")) || str_ends(stem, S("_sql")) || str_eq(folder, S("db")))
		*layer = LAYER_STORE;
	else
		return false;
	return true;
}

/* The name in an include line; *open is '<' or '"', 0 when the line is none. */
static struct str included(struct str line, char *open)
{
	struct str name = str_trim(str_sub(line, S("#include ").n, line.n));

	*open = str_starts(line, S("#include ")) && name.n ? name.p[0] : '\0';
	name = str_sub(name, 1, name.n);
	return str_sub(name, 0, str_find_char(name, *open == '<' ? '>' : '"'));
}

/* Of "dossier/dossier_store.h", below src/. Generated headers that no name tells are law. */
static enum layer layer_of(const struct tidy *t, struct str path)
{
	const struct tidy_file *f = tidy_find(t, str_fmt(t->a, "src/%.*s", ARG(path)));
	enum layer layer = LAYER_LAW;

	if (f)
		return f->layer;
	return layer_by_name(path, &layer) ? layer : LAYER_LAW;
}

/* A header without a .c of its own stands as high as what it includes. True when it rose. */
static bool raise_header(const struct tidy *t, struct tidy_file *f)
{
	struct str rest = f->raw, line;
	enum layer before = f->layer;
	char open;

	while (str_cut(&rest, '\n', &line)) {
		struct str name = included(line, &open);
		enum layer layer = open == '"' ? layer_of(t, name) : LAYER_BASE;

		f->layer = layer > f->layer ? layer : f->layer;
	}
	return f->layer != before;
}

/* What is in no meson.build is not built: it may do what it likes. */
static void set_layers(struct tidy *t)
{
	bool changed = true;

	for (int i = 0; i < t->n; i++) {
		struct tidy_file *f = &t->files[i];
		struct str path = str_sub(f->path, S("src/").n, f->path.n);

		f->layer = f->is_header ? LAYER_LAW : LAYER_APP;
		f->layer_is_given = !f->is_c || !f->in_src || layer_by_name(path, &f->layer) ||
				    layer_in_build(t, without_ending(path), &f->layer) || !f->is_header;
	}
	while (changed) {
		changed = false;
		for (int i = 0; i < t->n; i++)
			if (!t->files[i].layer_is_given && raise_header(t, &t->files[i]))
				changed = true;
	}
}

static int folder_number(struct map *m, struct str name)
{
	int i = 0;

	while (i < m->folder_count && !str_eq(m->folders[i], name))
		i++;
	if (i == MAX_FOLDERS)
		tool_die("more than %d folders in src/", MAX_FOLDERS);
	if (i == m->folder_count)
		m->folders[m->folder_count++] = name;
	return i;
}

static void own_header(struct map *m, const struct tidy_file *f, int line, struct str path)
{
	struct str mine = str_sub(f->path, S("src/").n, f->path.n);
	enum layer from = f->layer, to = layer_of(m->t, path);

	if (str_find_char(path, '/') == path.n) {
		tidy_say(m->t, RULE_DIRECTION, f, line, "\"%.*s\": write the folder too", ARG(path));
		return;
	}
	if (f->is_test)
		return;
	if (to > from)
		tidy_say(m->t, RULE_DIRECTION, f, line, "%.*s includes \"%.*s\", which is %.*s",
			ARG(layer_names[from]), ARG(path), ARG(layer_names[to]));
	if (from == LAYER_LAW && to == LAYER_LAW) {
		int a = folder_number(m, str_sub(mine, 0, str_find_char(mine, '/')));
		int b = folder_number(m, str_sub(path, 0, str_find_char(path, '/')));
		m->uses[a][b] = m->uses[a][b] || a != b;
	}
}

static void foreign_header(struct map *m, const struct tidy_file *f, int line, struct str header)
{
	struct str name = str_sub(header, 0, str_find_char(header, '/'));
	int i = 0;

	if (!tidy_is_one_of(name, allowed, COUNT(allowed)))
		tidy_say(m->t, RULE_FOREIGN, f, line,
			"<%.*s> is not on the list of libraries (tools/tidy_include.c)", ARG(header));
	if (f->is_header)
		tidy_say(m->t, RULE_FOREIGN, f, line, "<%.*s> in a header: only a .c file may see it",
			ARG(header));
	while (i < m->library_count && !str_eq(m->libraries[i].name, name))
		i++;
	if (i == MAX_LIBRARIES)
		tool_die("more than %d libraries", MAX_LIBRARIES);
	if (i == m->library_count)
		m->libraries[m->library_count++] = (struct library){ name, f };
	else if (m->libraries[i].by != f)
		tidy_say(m->t, RULE_FOREIGN, f, line, "<%.*s> is for %.*s alone", ARG(header),
			ARG(m->libraries[i].by->path));
}

static void system_header(struct map *m, const struct tidy_file *f, int line, struct str header)
{
	bool is_posix = str_starts(header, S("sys/")) || str_starts(header, S("netinet/")) ||
			str_starts(header, S("arpa/"));

	if (f->is_test)
		return;
	if (!is_posix && !tidy_is_one_of(header, standard, COUNT(standard)))
		foreign_header(m, f, line, header);
	else if (f->layer == LAYER_LAW && !tidy_is_one_of(header, lawful, COUNT(lawful)))
		tidy_say(m->t, RULE_DIRECTION, f, line,
			"law includes <%.*s>: it has no clock, no thread and no I/O", ARG(header));
}

static void read_includes(struct map *m, const struct tidy_file *f)
{
	struct str rest = f->raw, line;
	char open;

	for (int n = 1; str_cut(&rest, '\n', &line); n++) {
		struct str name = included(line, &open);

		if (open == '<')
			system_header(m, f, n, name);
		else if (open == '"')
			own_header(m, f, n, name);
	}
}

/* A file that nobody builds is dead, or forgotten. */
static void check_built(struct tidy *t, const struct tidy_file *f)
{
	struct str name = str_fmt(t->a, "%.*s'", ARG(str_sub(f->path, last_slash(f->path) + 1, f->path.n)));

	for (int i = 0; i < t->n; i++) {
		const struct tidy_file *build = &t->files[i];

		if (str_ends(build->path, S("meson.build")) && str_find(build->raw, name) < build->raw.n)
			return;
	}
	tidy_say(t, RULE_FILE, f, 1, "stands in no meson.build");
}

/* The laws of two folders may not need each other, whatever the way round. */
static void check_cycles(struct map *m)
{
	for (int k = 0; k < m->folder_count; k++)
		for (int i = 0; i < m->folder_count; i++)
			for (int j = 0; j < m->folder_count; j++)
				m->uses[i][j] = m->uses[i][j] || (m->uses[i][k] && m->uses[k][j]);
	for (int i = 0; i < m->folder_count; i++)
		for (int j = i + 1; j < m->folder_count; j++)
			if (m->uses[i][j] && m->uses[j][i])
				tidy_say(m->t, RULE_DIRECTION,
					&(struct tidy_file){
						.path = str_fmt(m->t->a, "src/%.*s", ARG(m->folders[i])) },
					1, "the laws of %.*s/ and %.*s/ include each other",
					ARG(m->folders[i]), ARG(m->folders[j]));
}

void tidy_includes(struct tidy *t)
{
	struct map *m = NEW(t->a, struct map);

	m->t = t;
	set_layers(t);
	for (int i = 0; i < t->n; i++)
		if (t->files[i].is_c && t->files[i].in_src) {
			read_includes(m, &t->files[i]);
			if (!t->files[i].is_header)
				check_built(t, &t->files[i]);
		}
	check_cycles(m);
}
