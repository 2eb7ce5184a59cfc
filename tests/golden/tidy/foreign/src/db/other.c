#include <openssl/evp.h>
#include <sqlite3.h>
#include <zstd.h>
