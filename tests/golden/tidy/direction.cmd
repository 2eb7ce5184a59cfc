"$TOOL" direction
