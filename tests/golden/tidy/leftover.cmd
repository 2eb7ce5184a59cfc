# Made here, so that a search of the repository for such words finds nothing.
mkdir -p "$OUT/r/src/permit" "$OUT/r/docs"
cd "$OUT/r" || exit
printf '/* TO''DO: more */\nint x_fixme(void);\n/* a FIX''ME */\n' >src/permit/permit.h
printf 'int y(void);\r\n#pragma once\n' >src/permit/other.h
printf 'Text with HA''CK and X''XX, not XX''XX.  \nno newline at the end' >docs/notes.md
"$TOOL" . | sed 's/: \([A-Z]\)[A-Z]*: do it/: \1…: do it/'
