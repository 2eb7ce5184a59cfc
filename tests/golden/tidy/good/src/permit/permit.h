#pragma once
#include "base/base.h"

int permit(int a);
