#include "db/db.h"

#include <openssl/sha.h>
#include <sqlite3.h>
#include <sys/stat.h>
