"$TOOL" shelf.sql; echo $?; "$TOOL" --list shelf.sql
