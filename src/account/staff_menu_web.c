#include "account/staff_web.h"

/* The part of the menu that is there for everybody. */
static const struct staff_section own_sections[] = {
	{ STAFF_PATH, MSG_account_home, MSG_account_home, PERMISSION_OWN_ACCOUNT, 0, NULL },
	{ STAFF_PATH "/ban-than", MSG_account_own, MSG_account_own_what, PERMISSION_OWN_ACCOUNT, 0, NULL },
};

static bool is_below(struct str path, struct str top)
{
	return str_starts(path, top) && path.n > top.n && path.p[top.n] == '/';
}

static bool is_seen(struct request *rq, const struct staff_section *s)
{
	return grants_may(&rq->session->grants, day_of(rq->now), s->permission);
}

static struct staff_link link_of(struct request *rq, const struct staff_section *s)
{
	struct str path = str_of(s->path);
	struct staff_link link = { url_path(path), msg_text(rq->lang, s->title), STAFF_ELSEWHERE };

	if (str_eq(rq->path, path))
		link.here = STAFF_ON_PAGE;
	else if (!str_eq(path, S(STAFF_PATH)) && is_below(rq->path, path))
		link.here = STAFF_BELOW;
	return link;
}

static const struct staff_menu *menu_of(const struct request *rq)
{
	static const struct staff_menu none = { NULL, 0 };

	return rq->app->staff_menu ? rq->app->staff_menu : &none;
}

struct staff staff_of(struct request *rq)
{
	const struct staff_menu *menu = menu_of(rq);
	struct staff_link *links = NEW_ARRAY(rq->a, struct staff_link, menu->n + COUNT(own_sections));
	uint8_t mask[FORM_MASK_BYTES];
	size_t n = 0;

	links[n++] = link_of(rq, &own_sections[0]);
	for (size_t i = 0; i < menu->n; i++)
		if (is_seen(rq, &menu->sections[i]))
			links[n++] = link_of(rq, &menu->sections[i]);
	links[n++] = link_of(rq, &own_sections[1]);
	random_bytes(mask, sizeof mask);
	return (struct staff){ .name = rq->session->name,
		.token = form_token(rq->a, rq->session, mask),
		.menu = links,
		.menu_n = n,
		.waits = rq->session->need != NEED_NOTHING,
		.changes_people =
			grants_may(&rq->session->grants, day_of(rq->now), PERMISSION_ACCOUNT_CHANGE) };
}

must_check static const struct fault *add_card(
	struct request *rq, const struct staff_section *s, struct staff_card *card)
{
	struct staff_lines lines = { 0 };

	if (s->waiting)
		TRY(s->waiting(rq, &lines));
	*card = (struct staff_card){ url_path(str_of(s->path)), msg_text(rq->lang, s->title),
		msg_text(rq->lang, s->what), lines.list, lines.n < STAFF_LINES ? lines.n : STAFF_LINES };
	return NULL;
}

const struct fault *staff_cards(struct request *rq, struct desk_view *v)
{
	const struct staff_menu *menu = menu_of(rq);
	struct staff_card *cards = NEW_ARRAY(rq->a, struct staff_card, menu->n + 1);
	unsigned roles = grants_roles(&rq->session->grants, day_of(rq->now));
	size_t n = 0;

	for (int first = 1; first >= 0; first--)
		for (size_t i = 0; i < menu->n; i++) {
			const struct staff_section *s = &menu->sections[i];

			if (is_seen(rq, s) && ((s->first_for & roles) != 0) == (first == 1))
				TRY(add_card(rq, s, &cards[n++]));
		}
	TRY(add_card(rq, &own_sections[1], &cards[n++]));
	v->cards = cards;
	v->cards_n = n;
	return NULL;
}
