#include "permit/permit_web.h"
