"$TOOL" banned
