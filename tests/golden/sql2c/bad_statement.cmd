"$TOOL" schema bad_statement.sql "$OUT/h" "$OUT/c"; code=$?; ls "$OUT"; exit $code
