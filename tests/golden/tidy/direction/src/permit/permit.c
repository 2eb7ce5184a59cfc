#include "permit/permit.h"
#include "db/db.h"
#include "permit.h"

#include <time.h>
