#include "tools/msgc.h"
#include "tools/tool.h"

#include <stdio.h>

int main(int argc, char **argv)
{
	ARENA a = { 0 };
	struct buf h = { .a = &a }, c = { .a = &a };
	struct complaint error = { .a = &a };

	if (argc < 3) {
		fprintf(stderr, "usage: msgc OUT.h OUT.c X.vi.msg X.en.msg …\n");
		return 2;
	}
	size_t n = (size_t)argc - 3;
	struct msg_file *files = NEW_ARRAY(&a, struct msg_file, n + 1);

	for (size_t i = 0; i < n; i++) {
		files[i].path = str_of(argv[i + 3]);
		files[i].text = tool_read(&a, argv[i + 3]);
	}
	msgc_compile(&a, files, n, &h, &c, &error);
	if (complained(&error)) {
		fprintf(stderr, "%.*s", ARG(error.text));
		return 1;
	}
	tool_write(argv[1], buf_str(&h));
	tool_write(argv[2], buf_str(&c));
	return 0;
}
