#pragma once
#include "permit/permit_web.h"
