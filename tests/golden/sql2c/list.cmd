"$TOOL" --list schema shelf.sql
