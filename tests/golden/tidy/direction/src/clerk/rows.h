#pragma once
#include "db/db.h"
