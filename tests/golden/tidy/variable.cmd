"$TOOL" variable
