#!/bin/sh
# writable.sh LIBRARY...: no object file of the program has a variable that can change (sections .data, .bss and
# their kin; what the loader relocates once, .data.rel.ro, is constant). TAP, one line a library. What is allowed
# is named here, with its reason.
allowed='
'
n=0 bad=0
for library; do
	n=$((n + 1))
	found=$(objdump -t "$library" 2>&1 | awk '
		/file format/ { file = $1; sub(/:$/, "", file) }
		/^[0-9a-f]+ / {
			split($0, half, "\t")
			section = $0
			sub(/\t.*/, "", section)
			sub(/.* /, "", section)
			size = substr(half[2], 1, 16)
			if (section ~ /^(\.data|\.bss|\.tdata|\.tbss|\*COM\*)/ && section !~ /^\.data\.rel\.ro/ && size !~ /^0*$/)
				print file ": " $NF " in " section
		}
		/no symbols|not recognized|No such file/ && !/no symbols/ { print }')
	for name in $allowed; do
		found=$(printf '%s\n' "$found" | grep -v ": $name in ")
	done
	if [ -z "$found" ]; then
		echo "ok $n - $(basename "$library")"
	else
		echo "not ok $n - $(basename "$library")"
		printf '%s\n' "$found" | sed 's/^/# /'
		bad=1
	fi
done
echo "1..$n"
[ $n -gt 0 ] && exit $bad
