#pragma once
#include "permit/permit_store.h"
#include "app/app.h"
