#include "clerk/more_rows.h"

#include <pthread.h>
