#pragma once
/* Documents for tests: one of each kind with invented bodies, and some that are too long in every way. */
#include "document/official.h"

enum official_sample {
	SAMPLE_PLAN,
	SAMPLE_DECISION,
	SAMPLE_NOTICE,
	SAMPLE_MINUTES,
	SAMPLE_CONCLUSION,
	SAMPLE_REPLY,
	SAMPLE_REPORT,
	SAMPLE_EMPTY, /* nothing but its type */
	SAMPLE_LONG,  /* 300 paragraphs, 30 recipients, names of 500 characters, a row higher than a page */
	SAMPLES_N
};
const char *official_sample_name(enum official_sample s); /* "plan" */
struct official official_sample(struct arena *a, enum official_sample s);
