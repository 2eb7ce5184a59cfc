#include "permit/permit.h"

#include <string.h>

int permit(int a)
{
	for (;;)
		if (a)
			return strlen("") + a;
}
