"$TOOL"; echo $?; mkdir "$OUT/empty"; "$TOOL" "$OUT/empty"
