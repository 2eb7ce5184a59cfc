#pragma once
/* motcua serve: one process that serves the pages and writes (contract.md, "Commands"). */
#include "app/cli.h"

/* Serves the directory of --data until SIGTERM or SIGINT; returns the exit code. */
int run_serve(struct cli *c);
/* The same for any command that ends by serving (demo): its own directory, address and clock. */
struct serve_order {
	struct str dir, listen; /* listen: "127.0.0.1:8080"; empty: that */
	instant now;            /* the clock starts there; INSTANT_NONE: the real one */
	struct str public_url;  /* where people reach it, "https://tthc.tinh.vn"; empty: not told */
	bool behind_tls;        /* people reach it by https only, through a proxy that is trusted */
};
int serve(struct cli *c, const struct serve_order *order);
