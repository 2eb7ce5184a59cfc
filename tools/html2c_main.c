#include "tools/html2c.h"
#include "tools/tool.h"

#include <stdio.h>

int main(int argc, char **argv)
{
	ARENA a = { 0 };
	struct html2c_output made;

	if (argc != 4) {
		fprintf(stderr, "usage: html2c IN.html OUT.c OUT.h\n");
		return 2;
	}
	html2c_compile(&a, str_of(argv[1]), tool_read(&a, argv[1]), tool_include(str_of(argv[3])), &made);
	if (complained(&made.error)) {
		fprintf(stderr, "%.*s", ARG(made.error.text));
		return 1;
	}
	tool_write(argv[2], buf_str(&made.c));
	tool_write(argv[3], buf_str(&made.h));
	return 0;
}
