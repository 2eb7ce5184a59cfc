#pragma once
/*
 * What the public pages and the API share: the province behind them, held for the length of a request, the
 * frame of their pages, and the agency that somebody typed.
 */
#include "http/form.h"
#include "http/stamp.h"
#include "http/kept.h"
#include "portal/portal_web.h"
#include "province/province.h"
#include "site/site.h"
#include "visitor/visitor.h"

#include <pthread.h>

/* The busiest procedures and agencies of the usual period, counted once for all pages that show them. Numbers
 * of the catalogue. */
enum { BUSY_PROCEDURES = 6, BUSY_AGENCIES = 8 };
struct busy_agency {
	int number;
	int64_t received, in_time, in_progress, overdue;
};
struct busy {
	struct kept_state shown; /* when it was counted; zero: never */
	daynum from, to;
	int procedures_n, agencies_n;
	int procedures[BUSY_PROCEDURES];
	struct busy_agency agencies[BUSY_AGENCIES];
};

struct staff_menu;  /* account/staff_web.h */
struct trial;       /* account/account_page.h */
struct plan_visits; /* plan/plan_web.h */
struct visits;      /* visit/visit_web.h */
/* What handlers reach as rq->app. */
struct app {
	struct province *province;
	bool synthetic;          /* its dossiers were made for demonstration: pages say so */
	struct str public_url;   /* "https://tthc.tinh.vn", no slash at its end: --public-url, else where it
				    listens */
	bool is_public;          /* it was told by --public-url: pages name their canonical address */
	daynum first, last;      /* the period that figures show at first; DAYNUM_NONE: this year so far */
	pthread_mutex_t lock;    /* guards busy */
	struct stamp_key stamps; /* of forms that everybody may send */
	struct busy busy;
	_Atomic bool stuck;                  /* the follower of the figures met a fault and tries again */
	_Atomic int64_t followed;            /* journal entries that the figures have folded */
	_Atomic int hashing;                 /* passwords that are being hashed right now */
	_Atomic int decoding;                /* pictures that are being decoded right now */
	const struct staff_menu *staff_menu; /* NULL: nothing but the own account */
	const struct trial *trial;           /* accounts that the door of a demonstration names; NULL: none */
	const struct plan_visits *plan_visits; /* NULL: inspections are not known (plan/plan_web.h) */
	struct visits *visits;                 /* NULL: visits are not counted */
	struct visitor_key form_key; /* of notes in forms (visitor/visitor_web.h); random at each start */
};

/* A snapshot of the catalogue, given back at the end of the block. */
struct held_catalogue {
	struct province *province;
	const struct catalogue *c;
};
struct held_catalogue site_catalogue(struct request *rq);
void held_catalogue_end(struct held_catalogue *held);
#define CATALOGUE cleanup_with(held_catalogue_end) struct held_catalogue

/* A reading connection, given back at the end of the block; its arena is the request's. */
struct held_reader {
	struct province *province;
	struct db *db;
};
must_check const struct fault *site_reader(struct request *rq, struct held_reader *held);
void held_reader_end(struct held_reader *held);
#define READER cleanup_with(held_reader_end) struct held_reader

/* One of the few places for work that takes much memory, given back at the end of the block. Waits for some
 * seconds; FAULT_BUSY when none got free. */
struct held_place {
	_Atomic int *taken;
};
must_check const struct fault *site_place(
	struct request *rq, _Atomic int *taken, int most, struct held_place *held);
void held_place_end(struct held_place *held);
#define PLACE cleanup_with(held_place_end) struct held_place

/* page_for() with the owner of the portal. Synthetic only where dossiers are shown: the caller says so. */
struct page site_page(struct request *rq, const struct catalogue *c, enum nav nav, struct str title);
/* For struct gate: what public pages show at this moment. */
void site_shown(const struct request *rq, unsigned flags, struct kept_state *state, unsigned *look);
struct reply site_error_page(struct request *rq, int status, struct str detail);

/* One of our own addresses as the world sees it, "https://tthc.tinh.vn/thu-tuc": for feeds, the sitemap and
 * whatever leaves the site. Pages link by path alone. Never made of what the client sent. */
struct url site_absolute(const struct request *rq, struct url own);

/* The name of an agency on the request's day; its code when nothing is known of it. */
struct str site_agency_name(const struct request *rq, const struct catalogue *c, struct str code);

/* An agency as somebody wrote it: "" and "all" are the whole province, number 0. */
enum { AGENCY_CHOICES = 40 };
struct agency_choice {
	int number;
	int matches;               /* 1: number is it; 0: there is none; more: it could be any of found */
	int found[AGENCY_CHOICES]; /* with matches 0: those whose names hold what was typed */
	int found_n;
};
struct agency_choice site_agency(struct request *rq, const struct catalogue *c, struct str typed);
/* What to do when it is not one: for errors of pages and of the API. */
struct str site_agency_problem(
	struct request *rq, const struct catalogue *c, struct str typed, const struct agency_choice *choice);

/* T of the contract: a day or RFC 3339; a bare day is its end. Empty leaves *out as it was. */
must_check bool site_time(struct str text, instant *out);

/* How a badge shows what is left of a deadline: "soon" begins two working days before its end. */
enum deadline_look site_deadline_look(struct remaining r);

/* words with a capital letter at the beginning: for what stands alone. */
struct str site_capital(struct arena *a, struct str words);
/* How many pages of LIMIT_PAGE_ROWS n rows make: at least 1. */
int64_t site_pages(int64_t n);
/* What is wrong with the first bad field of a form, and what to do; empty when all is well. */
struct str site_form_problem(struct request *rq, const struct form *f);
