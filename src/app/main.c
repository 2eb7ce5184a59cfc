#include "app/commands.h"

int main(int argc, char **argv)
{
	ARENA a = { 0 };

	return cli_main(&a, app_commands, argc, argv);
}
