#define _POSIX_C_SOURCE 200809L
#include "app/user_import.h"

#include "account/password.h"
#include "account/people_file.h"
#include "exchange/csv_file_store.h"
#include "exchange/csv_write.h"

#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

must_check static const struct fault *read_bytes(struct arena *a, struct str path, struct str *out)
{
	cleanup_with(csv_file_close) struct csv_file file = { 0 };
	struct buf all = { .a = a };
	char piece[16 * 1024];

	TRY(csv_file_open(&file, a, path));
	struct csv_source source = csv_from_file(&file);

	for (size_t n = 1; n && all.n <= LIMIT_CSV_FILE_BYTES;) {
		TRY(source.read(source.from, piece, sizeof piece, &n));
		buf_add(&all, (struct str){ piece, n });
	}
	*out = buf_str(&all);
	return NULL;
}

must_check static const struct fault *check(struct cli *c, struct province *p, struct people_file *file)
{
	struct db *db;

	TRY(people_file_read(file, c->a));
	TRY(province_take_reader(p, c->a, &db));
	const struct fault *f = people_file_check(file, db, province_now(p));

	province_give_reader(p, db);
	return f;
}

must_check static const struct fault *hash_all(struct cli *c, struct people_file *file)
{
	for (size_t i = 0; i < file->n; i++) {
		uint8_t random[ONE_TIME_PASSWORD_BYTES];

		random_bytes(random, sizeof random);
		file->list[i].password = password_of_bytes(c->a, random);
		TRY(password_hash(c->a, file->list[i].password, &file->list[i].hash));
	}
	return NULL;
}

static struct str passwords_csv(struct arena *a, const struct people_file *file)
{
	struct buf text = { .a = a };
	struct csv_out out = { .out = &text };

	buf_add(&text, S("login,name,password\r\n"));
	for (size_t i = 0; i < file->n; i++) {
		csv_out_str(&out, file->list[i].login);
		csv_out_str(&out, file->list[i].name);
		csv_out_str(&out, file->list[i].password);
		csv_out_end(&out);
	}
	return buf_str(&text);
}

/* A new file for its owner alone, on the disk when this returns. */
must_check static bool write_secret(struct arena *a, struct str path, struct str text)
{
	int fd =
		open(str_c(a, path), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, S_IRUSR | S_IWUSR);
	size_t done = 0;

	if (fd < 0)
		return false;
	while (done < text.n) {
		ssize_t n = write(fd, text.p + done, text.n - done);

		if (n <= 0)
			break;
		done += (size_t)n;
	}
	bool fine = done == text.n && fsync(fd) == 0;

	if (close(fd) != 0 || !fine) {
		(void)unlink(str_c(a, path));
		return false;
	}
	return true;
}

static int say_errors(const struct cli *c, const struct people_file *file)
{
	struct buf b = { .a = c->a }, list = { .a = c->a };

	import_errors_say(&list, c->lang, c->words[1], &file->errors);
	(void)!fwrite(list.p, 1, list.n, stderr);
	msg_app_import_errors(&b, c->lang, c->words[1], file->errors.total);
	return cli_refuse(c, buf_str(&b));
}

static int say_count(const struct cli *c, void (*m)(struct buf *, enum lang, int64_t), size_t n)
{
	struct buf b = { .a = c->a };

	m(&b, c->lang, (int64_t)n);
	buf_char(&b, '\n');
	cli_out(buf_str(&b));
	return EXIT_DONE;
}

/* The passwords are kept before the accounts are made: the other way round they could be lost. */
static int add(struct cli *c, struct province *p, struct people_file *file)
{
	struct people_import x = { { .now = province_now(p) }, file };
	struct str path = cli_value(c, "--passwords"), text;
	struct buf b = { .a = c->a };
	const struct fault *f = hash_all(c, file);

	if (f)
		return cli_fault(c, f);
	text = passwords_csv(c->a, file);
	if (path.p && !write_secret(c->a, path, text)) {
		msg_user_no_passwords_file(&b, c->lang, path);
		return cli_refuse(c, buf_str(&b));
	}
	f = writer_run(province_writer(p), c->a, people_import, &x);
	if ((f || file->errors.total) && path.p)
		(void)unlink(str_c(c->a, path));
	if (f)
		return cli_fault(c, f);
	if (file->errors.total)
		return say_errors(c, file);
	if (!path.p)
		cli_out(text);
	return say_count(c, msg_user_imported, file->n);
}

static int refuse_no_file(const struct cli *c)
{
	struct buf b = { .a = c->a };

	msg_app_no_file(&b, c->lang, c->words[1]);
	return cli_refuse(c, buf_str(&b));
}

int user_import(struct cli *c, struct province *p)
{
	struct people_file file = { .lang = c->lang, .most = LIMIT_PEOPLE_FILE, .errors = { .a = c->a } };
	const struct fault *f = read_bytes(c->a, c->words[1], &file.bytes);

	if (f)
		return f->kind == FAULT_NOT_FOUND ? refuse_no_file(c) : cli_fault(c, f);
	file.c = province_take_catalogue(p);
	int code = EXIT_DONE;

	f = check(c, p, &file);
	if (f)
		code = cli_fault(c, f);
	else if (file.errors.total)
		code = say_errors(c, &file);
	else if (cli_given(c, "--dry-run"))
		code = say_count(c, msg_user_would_import, file.n);
	else
		code = add(c, p, &file);
	province_give_catalogue(p, file.c);
	return code;
}
