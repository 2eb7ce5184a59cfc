#pragma once
#include "base/base.h"
#include "clerk/clerk.h"
