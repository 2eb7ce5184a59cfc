mkdir -p "$OUT/src/shelf"
"$TOOL" --depfile "$OUT/d" schema shelf.sql "$OUT/src/shelf/shelf_sql.h" "$OUT/shelf_sql.c" &&
cat "$OUT/d" "$OUT/src/shelf/shelf_sql.h" "$OUT/shelf_sql.c"
