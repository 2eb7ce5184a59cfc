#pragma once
/*
 * Accounts in the database. Each act is a command of the writer with a struct of its own as argument; it
 * writes its line of the audit table in the same transaction. Hashes of passwords come in ready made.
 */
#include "account/secret.h"
#include "account/signin.h"
#include "journal/write.h"

struct account {
	int64_t number; /* 0: there is none */
	struct str login, name, agency;
	struct str password; /* its hash */
	struct str totp;     /* the secret; empty: none */
	int64_t totp_step;   /* the last step that was used */
	instant created_at;
	struct signin_facts facts; /* on the day it was loaded for */
	struct grants grants;      /* all of their own, in force or not; lent ones from now on */
};
/* number is 0 when there is none. */
must_check const struct fault *account_load(struct db *db, int64_t number, instant now, struct account *out);
must_check const struct fault *account_find(
	struct db *db, struct str login, instant now, struct account *out);

/* Who acts, for the audit table. */
struct account_actor {
	int64_t account; /* 0: the terminal, or nobody who is signed in */
	struct str from; /* the address, which is stored hashed only; empty: the terminal */
	instant now;
};
enum account_refusal {
	ACCOUNT_OK,
	ACCOUNT_UNKNOWN,
	ACCOUNT_LOGIN_TAKEN,
	ACCOUNT_ROLE_TWICE, /* it has that role at that agency */
	ACCOUNT_NO_ROLE,    /* it has not */
	ACCOUNT_ROLES_FULL, /* LIMIT_GRANTS */
	ACCOUNT_CHANGED,    /* the password was changed by somebody else meanwhile */
};

struct account_adding {
	struct account_actor by;
	struct str login, name, agency, password; /* password: the hash of one that must be changed */
	struct grant first;                       /* ROLE_NOBODY: without a role */
	enum account_refusal refusal;
	int64_t number;
};
must_check const struct fault *account_add(struct write *w, void *account_adding);

/* For accounts that everybody may know (demo/demo_people_store.h): the password holds without being changed
 * first, with an authenticator unless totp is empty; failures, locks and used codes are forgotten. */
must_check const struct fault *account_make_ready(
	struct write *w, int64_t account, struct str password, struct str totp);

enum account_verb {
	ACCOUNT_DISABLE,   /* and sign out everywhere */
	ACCOUNT_ENABLE,    /* also after LIMIT_SIGNIN_FAILURES or ACCOUNT_UNUSED_DAYS */
	ACCOUNT_RESET,     /* a password for once: enabled, signed out everywhere */
	ACCOUNT_DROP_TOTP, /* without authenticator and recovery codes, signed out everywhere; a new password
			      that needs no code is the next step */
	ACCOUNT_GRANT,     /* a role; signed out everywhere, as rights change */
	ACCOUNT_REVOKE,    /* the same the other way round */
	ACCOUNT_SIGN_OUT,  /* everywhere */
};
struct account_change {
	struct account_actor by;
	enum account_verb verb;
	int64_t account;
	struct str password; /* RESET: its hash */
	struct grant grant;  /* GRANT, REVOKE */
	enum account_refusal refusal;
};
must_check const struct fault *account_change(struct write *w, void *account_change);

/* For lists. */
struct account_row {
	int64_t number;
	struct str login, name, agency;
	enum signin_verdict verdict;
	instant last_used;
	bool has_totp;
	struct grants grants;
};
/* All of them by login, in db->a. */
must_check const struct fault *account_list(
	struct db *db, instant now, const struct account_row **rows, size_t *n);

struct audit_row {
	instant at;
	struct str actor, action, detail, origin;
};
/* The newest AUDIT_SHOWN about an account. */
must_check const struct fault *account_audit(
	struct db *db, int64_t account, const struct audit_row **rows, size_t *n);
/* Adds a line; for the commands of this folder. */
must_check const struct fault *audit_add(struct write *w, const struct account_actor *by, int64_t account,
	const char *action, struct str detail);
