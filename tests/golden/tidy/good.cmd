"$TOOL" good
