static int calls;
