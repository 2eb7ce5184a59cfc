"$TOOL" schema bad_header.sql "$OUT/h" "$OUT/c"; code=$?; ls "$OUT"; exit $code
