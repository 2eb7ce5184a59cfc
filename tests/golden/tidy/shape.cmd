# Long files and functions are made here. lines N: a function of N lines in all.
lines()
{
	printf 'int lines_%s(void)\n{\n' "$1"
	yes '	call();' | head -n $(($1 - 3))
	printf '}\n'
}
mkdir -p "$OUT/r/src/permit"
cd "$OUT/r/src/permit" || exit
echo "files('ok.c', 'long.c', 'longer.c')" >meson.build
{ for i in 1 2 3 4 5 6; do lines 70; done; yes '' | head -n 80; } >ok.c
{ for i in 1 2 3 4 5 6; do lines 70; done; yes '' | head -n 81; } >long.c
cat >longer.c <<'C'
struct pair table[] = { { 1, { 2, { 3, { 4, { 5, { 6 } } } } } } };
int six(int a, int b, int c, int (*d)(int, int), int e, int f)
{
	if (a) {
		for (;;) {
			while (b) {
				do {
					a = (struct pair){ 1, { 2, { 3 } } }.a;
				} while (c);
			}
		}
	}
}
static must_check const struct fault *
seven(int a, int b, int c, int (*d)(int, int),
	int e, int f, int g)
{
	switch (a) {
	case 1: {
		if (b) {
		} else {
			for (;;) {
				if (c) {
				}
			}
		}
	}
	}
}
C
printf '#pragma once\nconst struct fault *unseen(int a);\nmust_check const struct fault *seen(int a);\n' >faults.h
lines 71 >>longer.c
printf 'int again(int a)\n{\n\treturn a ? again(a - 1) : a->again(2);\n}\nint once(int a)\n{\n\treturn a->once(2);\n}\n' >>longer.c
cd /
"$TOOL" "$OUT/r"
