mkdir -p "$OUT/src/db"
"$TOOL" --migrations db/migrate.h --depfile "$OUT/d" "$OUT/src/db/schema.c" "$OUT/src/db/schema.h" m &&
cat "$OUT/d" "$OUT/src/db/schema.c" "$OUT/src/db/schema.h"
