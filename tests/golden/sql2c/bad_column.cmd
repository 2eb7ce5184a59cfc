"$TOOL" schema bad_column.sql "$OUT/h" "$OUT/c"; code=$?; ls "$OUT"; exit $code
