#pragma once
/* Every address of the program in one table (contract.md, "Addresses"). */
#include "http/route.h"

extern const struct route app_routes[];
extern const size_t app_routes_n;
