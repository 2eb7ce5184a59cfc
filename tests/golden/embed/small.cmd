"$TOOL" "$OUT/x_assets.c" "$OUT/x_assets.h" small b/a.txt=small/hi.txt && cat "$OUT/x_assets.c" "$OUT/x_assets.h" | sed "s|tmp.*/x_|x_|"
