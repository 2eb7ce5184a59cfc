"$TOOL" bad_schema shelf.sql "$OUT/h" "$OUT/c"
"$TOOL" bad_schema2 shelf.sql "$OUT/h" "$OUT/c"
"$TOOL" missing shelf.sql "$OUT/h" "$OUT/c"
"$TOOL" schema/0001_shelf.sql missing.sql "$OUT/h" "$OUT/c"
