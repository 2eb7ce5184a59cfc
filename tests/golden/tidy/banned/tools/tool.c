void base(void *p)
{
	free(p);
}
