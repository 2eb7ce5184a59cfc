#include "permit/permit.h"

enum { LIMIT = 3, OTHER };
enum kind { KIND_A = 1 };
struct permit {
	int a;
};
struct later;
typedef int number;
extern const int elsewhere;
static int function(int a);
static int counter;
int global = 3;
static struct permit last;
static const char *name = "a";
static const char *const fine = "a";
static const struct permit table[] = { { 1 }, { 2 } };
static struct permit buffer[3] = { { 1 } };
static const char *names[] = { "a", "b" };
static const char *const fine_names[] = { "a", "b" };
static struct {
	int x;
} nameless;
static _Thread_local int per_thread;
static volatile sig_atomic_t stop;
_Static_assert(sizeof(int) == 4, "");

static int function(int a)
{
	static int calls;
	static const int fine_too = 4;
	static char text[4] = "abc";

	return a + calls + fine_too + text[0];
}
