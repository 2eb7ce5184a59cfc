/* strcpy(a, b) in a comment and "sprintf(x)" in a text are nothing. */
void permit(char *a, const char *b)
{
	const char *text = "sprintf(a, b) \" goto";

	strcpy(a, b);
	strcat (a, b);
	sprintf(a, "%s", b);
	a = strtok(a, ",");
	localtime(0);
	localtime_r(0, 0);
	gmtime(0);
	if (atoi(b) > rand())
		goto end;
	a = malloc(1);
	a = realloc(calloc(1, 1), 2);
	text = '"' + strdup("'");
	free(a);
	module->free(a);
	table.system(a);
	arena_free(a);
	gets(a);
	alloca(3);
	setjmp(a);
	longjmp(a);
	system(text);
	popen(b);
end:;
}
#define COPY(a, b) strcpy(a, b)
