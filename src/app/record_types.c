#include "app/record_types.h"

/* clang-format off */
const struct record_type *const app_record_types[] = {
	NULL,
};
/* clang-format on */
