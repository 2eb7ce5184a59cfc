#pragma once
#include "clerk/rows.h"
