#define _DEFAULT_SOURCE
#include "app/commands.h"

#include <sys/stat.h>

int main(int argc, char **argv)
{
	ARENA a = { 0 };

	umask(077); /* the data hold people's papers: files are the owner's alone */
	return cli_main(&a, app_commands, argc, argv);
}
