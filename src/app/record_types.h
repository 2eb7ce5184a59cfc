#pragma once
/* The kinds of records that the program keeps: for rebuild and doctor. A feature adds its type here. */
#include "record/record_store.h"

extern const struct record_type *const app_record_types[]; /* ends with NULL */
