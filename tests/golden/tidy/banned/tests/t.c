void base(void *p)
{
	free(p);
}
void tests(void *p)
{
	system("true");
	strcpy(p, "");
}
