#pragma once
/* The two languages of the product; Vietnamese is the default. */
#include "msg/lang.h"
