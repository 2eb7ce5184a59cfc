#pragma once
/* Bringing the figures' follower to the end of the journal. */
#include "figures/figures_follow.h"
#include "province/province.h"

/* The numbers of the tallies as the catalogue gives them. */
struct figure_numbers figure_numbers_of(const struct catalogue *c);
/* Folds batch after batch, each a command of the writer, with the newest catalogue. */
must_check const struct fault *follow_figures(struct province *p, struct arena *a);
/* Throws the tallies and the table of dossiers away and makes them anew. */
must_check const struct fault *rebuild_all(struct province *p, struct arena *a);
