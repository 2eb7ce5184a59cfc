"$TOOL" "$OUT/a.c" "$OUT/a.h"; echo $?
"$TOOL" --migrations db/migrate.h "$OUT/a.c" "$OUT/a.h" twice; echo $?
"$TOOL" --migrations db/migrate.h "$OUT/a.c" "$OUT/a.h" odd; echo $?
"$TOOL" --migrations db/migrate.h "$OUT/a.c" "$OUT/a.h" names; echo $?
"$TOOL" "$OUT/a.c" "$OUT/a.h" names; echo $?
"$TOOL" "$OUT/a.c" "$OUT/a.h" files x.css=files/app.css app.css=files/one.svg; echo $?
"$TOOL" "$OUT/a.c" "$OUT/a.h" missing.css; echo $?
ls "$OUT"
