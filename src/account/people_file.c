#include "account/people_file.h"
#include "account/account_words.h"
#include "exchange/field.h"

enum { LOGIN, NAME, AGENCY, ROLE, ROLE_AGENCY, FROM, TO, COLUMNS };
static const struct csv_column columns[COLUMNS] = { [LOGIN] = { S_INIT("login"), true },
	[NAME] = { S_INIT("name"), true },
	[AGENCY] = { S_INIT("agency"), false },
	[ROLE] = { S_INIT("role"), true },
	[ROLE_AGENCY] = { S_INIT("role_agency"), false },
	[FROM] = { S_INIT("from"), false },
	[TO] = { S_INIT("to"), false } };

struct reading {
	struct people_file *file;
	struct arena *a;
	struct csv *csv;
};

static void refuse(struct people_file *file, int64_t line, int column, enum msg words)
{
	import_error_add(&file->errors, (struct import_error){ .line = line,
						.field = columns[column].name,
						.code = IMPORT_REFUSED,
						.piece = msg_text(file->lang, words) });
}

static bool refuse_row(const struct reading *r, int column, enum msg words)
{
	refuse(r->file, r->csv->row_line, column, words);
	return false;
}

/* An agency as somebody writes it; empty: the whole province. */
static bool read_agency(const struct reading *r, int column, struct str *code)
{
	struct str typed = r->csv->field[column];
	int found = 0, n = typed.n ? catalogue_match_agency(r->file->c, r->a, typed, &found, 1) : 1;

	*code = S("");
	if (r->csv->bad_mask >> column & 1)
		return false;
	if (n != 1) {
		import_error_add(
			&r->file->errors, (struct import_error){ .line = r->csv->row_line,
						  .field = columns[column].name,
						  .code = n ? IMPORT_AMBIGUOUS_AGENCY : IMPORT_UNKNOWN_AGENCY,
						  .piece = typed });
		return false;
	}
	if (typed.n)
		*code = r->file->c->agencies.agencies[found].code;
	if (r->file->may && !r->file->may(r->file->who, *code))
		return refuse_row(r, column, MSG_account_out_of_scope);
	return true;
}

/* Words in the order of enum role; those that people cannot have are empty and fit no field. */
static bool read_role(const struct reading *r, enum role *out)
{
	struct str words[ROLE_N];
	size_t n = 0, at;
	enum role of[ROLE_N];

	for (int role = 0; role < ROLE_N; role++)
		if (role_is_staff((enum role)role)) {
			words[n] = role_text((enum role)role);
			of[n++] = (enum role)role;
		}
	if (!field_word(r->csv, ROLE, words, n, &at))
		return false;
	*out = of[at];
	return true;
}

static bool read_login(const struct reading *r, struct str *out)
{
	if (!field_text(r->csv, LOGIN, LIMIT_CODE_CHARS, out))
		return false;
	*out = str_dup(r->a, *out);
	return login_is_valid(*out) || refuse_row(r, LOGIN, MSG_account_login_bad);
}

/* The role of the row; everything that is wrong is said. */
static bool read_grant(const struct reading *r, struct grant *out)
{
	struct grant g = { ROLE_NOBODY };
	bool fine = read_role(r, &g.role);

	fine = read_agency(r, r->csv->field[ROLE_AGENCY].n ? ROLE_AGENCY : AGENCY, &g.agency) && fine;
	fine = field_day_or_none(r->csv, FROM, &g.from) && fine;
	fine = field_day_or_none(r->csv, TO, &g.to) && fine;
	if (fine && g.from != DAYNUM_NONE && g.to != DAYNUM_NONE && g.to < g.from)
		fine = refuse_row(r, TO, MSG_account_delegation_no_days);
	*out = g;
	return fine;
}

static struct people_entry *known(const struct people_file *file, struct str login)
{
	for (size_t i = 0; i < file->n; i++)
		if (str_eq(file->list[i].login, login))
			return &file->list[i];
	return NULL;
}

static void add_grant(const struct reading *r, struct people_entry *p, const struct grant *g)
{
	struct grant *list = NEW_ARRAY(r->a, struct grant, p->grants.n + 1);

	for (size_t i = 0; i < p->grants.n; i++) {
		list[i] = p->grants.list[i];
		if (list[i].role == g->role && str_eq(list[i].agency, g->agency)) {
			(void)refuse_row(r, ROLE, MSG_account_role_twice);
			return;
		}
	}
	if (p->grants.n == LIMIT_GRANTS) {
		(void)refuse_row(r, ROLE, MSG_account_roles_full);
		return;
	}
	list[p->grants.n] = *g;
	p->grants = (struct grants){ list, p->grants.n + 1 };
}

static void read_row(const struct reading *r)
{
	struct people_file *file = r->file;
	struct people_entry x = { .line = r->csv->row_line };
	struct grant g;
	bool fine = read_login(r, &x.login);

	fine = field_text(r->csv, NAME, LIMIT_QUERY_CHARS, &x.name) && fine;
	fine = (!r->csv->field[ROLE_AGENCY].n || read_agency(r, AGENCY, &x.agency)) && fine;
	fine = read_grant(r, &g) && fine;
	if (!fine)
		return;
	x.agency = r->csv->field[ROLE_AGENCY].n ? x.agency : g.agency;
	struct people_entry *p = known(file, x.login);

	if (p && (!str_eq(p->name, x.name) || !str_eq(p->agency, x.agency))) {
		(void)refuse_row(r, LOGIN, MSG_account_file_differs);
		return;
	}
	if (!p && file->n == file->most) {
		(void)refuse_row(r, LOGIN, MSG_account_file_full);
		return;
	}
	if (!p) {
		x.name = str_dup(r->a, x.name);
		p = &file->list[file->n++];
		*p = x;
	}
	add_grant(r, p, &g);
}

const struct fault *people_file_read(struct people_file *file, struct arena *a)
{
	cleanup_with(csv_close) struct csv c = { 0 };
	struct csv_memory memory = { .rest = file->bytes };
	const struct reading r = { file, a, &c };

	assert(file->most <= LIMIT_PEOPLE_FILE);
	file->n = 0;
	file->list = NEW_ARRAY(a, struct people_entry, file->most);
	TRY(csv_open(&c, a, csv_from_memory(&memory), columns, COLUMNS, &file->errors));
	for (bool more = true;;) {
		TRY(csv_next(&c, &more));
		if (!more)
			break;
		read_row(&r);
	}
	if (!file->n && !file->errors.total)
		refuse(file, 0, LOGIN, MSG_account_file_empty);
	return NULL;
}

const struct fault *people_file_check(struct people_file *file, struct db *db, instant now)
{
	struct account there;

	for (size_t i = 0; i < file->n; i++) {
		TRY(account_find(db, file->list[i].login, now, &there));
		if (there.number)
			refuse(file, file->list[i].line, LOGIN, MSG_account_login_taken);
	}
	return NULL;
}

must_check static const struct fault *add_person(
	struct write *w, const struct account_actor *by, const struct people_entry *p)
{
	struct account_adding add = { .by = *by,
		.login = p->login,
		.name = p->name,
		.agency = p->agency,
		.password = p->hash,
		.first = p->grants.list[0] };

	TRY(account_add(w, &add));
	if (add.refusal)
		return FAULT(w->db->a, FAULT_CONFLICT, "an account was added twice");
	for (size_t i = 1; i < p->grants.n; i++) {
		struct account_change more = {
			.by = *by, .verb = ACCOUNT_GRANT, .account = add.number, .grant = p->grants.list[i]
		};

		TRY(account_change(w, &more));
	}
	return NULL;
}

const struct fault *people_import(struct write *w, void *arg)
{
	const struct people_import *x = arg;

	x->file->errors = (struct import_errors){ .a = x->file->errors.a }; /* it may run again */
	TRY(people_file_check(x->file, w->db, x->by.now));
	for (size_t i = 0; i < x->file->n && !x->file->errors.total; i++)
		TRY(add_person(w, &x->by, &x->file->list[i]));
	return NULL;
}
