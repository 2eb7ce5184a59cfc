#include "agency/code.h"
#include "base/limits.h"

static bool is_letter_or_digit(char c)
{
	return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

bool code_valid(struct str code)
{
	if (code.n == 0 || code.n > LIMIT_CODE_CHARS || !is_letter_or_digit(code.p[0]))
		return false;
	for (size_t i = 1; i < code.n; i++) {
		char c = code.p[i];
		if (!is_letter_or_digit(c) && c != '.' && c != '-' && c != '_')
			return false;
	}
	return true;
}

bool code_unknown(struct str code)
{
	return code.n == 0 || str_eq(code, S("UNKNOWN"));
}

struct str code_internal(struct arena *a, int64_t n)
{
	return str_fmt(a, "NB.%lld", (long long)n);
}

int64_t code_internal_number(struct str code)
{
	int64_t n;

	if (!str_starts(code, S("NB.")) || code.n < 4 || code.p[3] < '1' || code.p[3] > '9')
		return 0;
	return str_int(str_sub(code, 3, code.n), &n) ? n : 0;
}

/* FNV-1a, 32 bits: codes are short and come from administrators, not from the web. */
static uint32_t hash_of(struct str code)
{
	uint32_t h = 2166136261u;

	for (size_t i = 0; i < code.n; i++)
		h = (h ^ (uint8_t)code.p[i]) * 16777619u;
	return h;
}

struct code_index code_index_new(struct arena *a, const struct str *codes, int cap)
{
	uint32_t slots = 16;

	while (slots < (uint32_t)cap * 2)
		slots *= 2;
	return (struct code_index){
		.codes = codes, .slots = NEW_ARRAY(a, int32_t, slots), .slot_mask = slots - 1
	};
}

/* The slot that holds code, or the free one where it belongs. At most half of the slots are taken. */
static uint32_t slot_of(const struct code_index *x, struct str code)
{
	uint32_t at = hash_of(code) & x->slot_mask;

	while (x->slots[at] && !str_eq(x->codes[x->slots[at]], code))
		at = (at + 1) & x->slot_mask;
	return at;
}

int code_index_find(const struct code_index *x, struct str code)
{
	return x->slots ? x->slots[slot_of(x, code)] : 0;
}

void code_index_add(struct code_index *x, int number)
{
	uint32_t at = slot_of(x, x->codes[number]);

	assert(!x->slots[at]);
	x->slots[at] = number;
}
