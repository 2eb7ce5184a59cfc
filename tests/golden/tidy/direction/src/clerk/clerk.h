#pragma once
#include "permit/permit.h"
