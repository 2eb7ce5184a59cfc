"$TOOL" foreign
