#pragma once
#include "db/db.h"
#include "permit/permit.h"
#include "permit/permit_web.h"
