#pragma once
/*
 * What every file starts from. base/ reaches libc (and libcrypto in hash.c) and nothing else.
 */
#include "base/words.h"
#include "base/arena.h"
#include "base/str.h"
#include "base/buf.h"
#include "base/fault.h"
