#include "clerk/more_rows.h"
