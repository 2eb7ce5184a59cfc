// public.mjs: visits every public page (pages.mjs) at 1280, 390 and 320 px, with and without JavaScript, in both languages, in every
// text size and contrast, by keyboard, with wider text spacing, and weighs it.
//
// axe is what takes time. It looks at each page in whole twice: at 1280 px in Vietnamese as it comes, and at 390 px in English with
// everything open; that each language, each width and each state is seen in whole is enough, since no two of them interact. Where
// style sheets alone make the difference (text size, contrast) it is asked about colours alone, without loading the page again.
import { COLOUR_RULES, FIRST_VISIT_LIMIT, SECOND_VISIT_LIMIT, cut, keyboard, metadata, motion, overflow, skipLink, spacing, structure, weigh } from './checks.mjs';
import { play } from './harness.mjs';
import { pages } from './pages.mjs';
import { settings } from './settings.mjs';

// Text size and contrast as the cookie of the settings would set them (settings.mjs proves that it does), and the widths they are tried at.
const MODES = [[1280, 'normal', 'high'], [390, 'largest', 'high'], [390, 'largest', 'soft'], [320, 'normal', 'normal'], [320, 'largest', 'normal']];

// The checks must be able to fail: a bad page, made here, is found bad by each.
async function controls(t) {
	const page = await t.page({ width: 390 });
	await page.setContent('<h3>x</h3><img src="data:,"><input><p style="width:900px">x</p><p style="color:#999;background:#fff">pale</p><a href="#a" id="a">a</a><a href="#b" id="a" style="outline:0">b</a>');
	const all = await t.axe(page), colours = await t.axe(page, COLOUR_RULES);
	t.tell('control: axe finds a bad page', all.length > 2 ? [] : ['it does not']);
	t.tell('control: axe finds pale text', colours.length ? [] : ['it does not']);
	t.tell('control: overflow is seen', (await overflow(page)).length ? [] : ['it is not']);
	t.tell('control: bad structure is seen', (await structure(page, 'vi')).length > 3 ? [] : ['it is not']);
	t.tell('control: missing metadata is seen', (await metadata(page, t.site)).length ? [] : ['it is not']);
	t.tell('control: a missing focus ring is seen', (await keyboard(page)).length ? [] : ['it is not']);
	await page.setContent('<main><p style="overflow:hidden;width:4em;white-space:nowrap">much too long for its box</p><p style="transition:color 1s">x</p></main>');
	t.tell('control: text cut off is seen', (await cut(page)).length ? [] : ['it is not']);
	t.tell('control: motion is seen', (await motion(page)).length ? [] : ['it is not']);
	await page.context().close();
	t.noise.length = 0; // a picture without bytes
}

async function address(t, row) {
	if (row.path) return row.path;
	const page = await t.page();
	await page.goto(t.base + row.from);
	const link = page.locator(row.link).first(), found = await link.count() ? await link.getAttribute('href') : null;
	await page.context().close();
	return found;
}

const words = async (page) => (await page.locator('main').innerText()).replace(/\s+/g, ' ');
const open = (page) => page.evaluate(() => document.querySelectorAll('details').forEach((d) => { d.open = true; }));

async function visit(t, page, row, url, name) {
	const statuses = [row.status ?? 200].flat(), answer = await t.watch.time('load', () => page.goto(url, { waitUntil: 'load' }));
	await page.evaluate(() => document.fonts.ready);
	const text = await words(page), wrong = [];
	if (!statuses.includes(answer.status())) wrong.push(`status ${answer.status()}`);
	if (row.shows && !url.includes('lang=en') && !text.includes(row.shows)) wrong.push(`"${row.shows}" is not in: ${text.slice(0, 200)}`);
	t.tell(`${name}: answers, outline, no overflow`, [...wrong, ...await structure(page, url.includes('lang=en') ? 'en' : 'vi'), ...await overflow(page)]);
	return text;
}

async function modes(t, page, row) {
	for (const [width, size, contrast] of MODES) {
		await page.setViewportSize({ width, height: width > 600 ? 900 : 844 });
		await page.evaluate((set) => Object.assign(document.documentElement.dataset, set), { size, contrast });
		const colours = contrast === 'normal' ? [] : await t.axe(page, COLOUR_RULES); // normal was seen in whole
		t.tell(`${row.name} at ${width}, ${size}.${contrast}`, [...await overflow(page), ...await cut(page), ...colours]);
		await t.shoot(page, `${row.name}-${width}-${size}-${contrast}`);
	}
	await page.setViewportSize({ width: 390, height: 844 });
	await page.evaluate((set) => Object.assign(document.documentElement.dataset, set), { size: 'normal', contrast: 'normal' });
	t.tell(`${row.name} with wider text spacing`, await spacing(page));
}

// One context at 1280, one at 390, one without JavaScript.
async function onePage(t, row, where) {
	const wide = await t.page(), narrow = await t.page({ width: 390 }), plain = await t.page({ width: 390, js: false });
	await visit(t, wide, row, t.base + where, `${row.name} at 1280`);
	await t.shoot(wide, `${row.name}-1280`);
	t.tell(`${row.name} at 1280: axe`, await t.axe(wide));
	t.tell(`${row.name} by keyboard`, await t.watch.time('keyboard', () => keyboard(wide)));
	t.tell(`${row.name}: no motion when less is asked for`, await motion(wide));
	if (!row.status) for (const href of await wide.evaluate(() => [...document.querySelectorAll('a[href], link[rel="alternate"][type]')].map((a) => a.getAttribute('href')))) t.hrefs.set(href, row.name);
	t.tell(`${row.name}: what machines read`, await metadata(wide, t.site));
	await open(wide);
	t.tell(`${row.name} at 1280, everything open`, await overflow(wide));
	const text = await visit(t, narrow, row, t.base + where, `${row.name} at 390`);
	await t.shoot(narrow, `${row.name}-390`);
	await t.watch.time('modes', () => modes(t, narrow, row));
	await visit(t, narrow, row, `${t.base}${where}${where.includes('?') ? '&' : '?'}lang=en`, `${row.name} in English`);
	await open(narrow);
	t.tell(`${row.name} in English at 390, everything open: axe`, [...await t.axe(narrow), ...await overflow(narrow)]);
	const without = await visit(t, plain, row, t.base + where, `${row.name} without JavaScript`);
	if (row.same !== false) t.tell(`${row.name}: the same words without JavaScript`, text === without ? [] : [`with: ${text.slice(0, 300)}`, `without: ${without.slice(0, 300)}`]);
	for (const page of [wide, narrow, plain]) await page.context().close();
	const fresh = await t.page(), first = await t.watch.time('weigh', () => weigh(fresh, t.base + where));
	const second = await t.watch.time('weigh', () => weigh(t.returning, t.base + where));
	t.tell(`${row.name} weighs ${first} bytes at the first visit`, first > 1000 && first <= FIRST_VISIT_LIMIT ? [] : [`more than ${FIRST_VISIT_LIMIT}`]);
	t.tell(`${row.name} weighs ${second} bytes for who was here before`, second > 500 && second <= SECOND_VISIT_LIMIT ? [] : [`more than ${SECOND_VISIT_LIMIT}`]);
	await fresh.context().close();
}

// Whatever the pages link to on this site answers. Each address once; of lists that go on (filters, days, pages) the first of a kind.
async function links(t, found) {
	const kinds = new Map();
	for (const [href, from] of found) {
		const url = new URL(href, t.base), kind = `${url.pathname} ${[...url.searchParams.keys()].sort().join(' ')}`;
		if (url.origin === t.base && !url.pathname.startsWith('/tinh/') && !kinds.has(kind)) kinds.set(kind, [url.href.replace(/#.*/, ''), from]);
	}
	const bad = [];
	for (const [href, from] of kinds.values()) {
		const answer = await fetch(href, { redirect: 'manual' });
		await answer.body?.cancel();
		if (answer.status >= 400) bad.push(`${answer.status} ${href} on ${from}`);
	}
	t.tell(`${kinds.size} links lead somewhere`, bad.concat(kinds.size > 20 ? [] : ['hardly any were found']));
}

// In the colours that a device forces (1.4.11 with its high contrast) shadows and backgrounds go: what is left must show the focus.
async function forcedColours(t, paths) {
	const page = await t.page({}, null, { forcedColors: 'active' });
	for (const where of paths) {
		await page.goto(t.base + where);
		t.tell(`${where} in forced colours: keyboard, no overflow`, [...await keyboard(page), ...await overflow(page)]);
		await t.shoot(page, `forced ${where}`);
	}
	await page.context().close();
}

await play('public', { province: 'demo' }, async (t) => {
	await controls(t);
	t.hrefs = new Map();
	t.returning = await t.page();
	await weigh(t.returning, `${t.base}/khong-co`); // an error page: its frame is that of all
	for (const row of pages.filter((p) => p.name.includes(t.option.only))) {
		const where = await address(t, row);
		if (where) await onePage(t, row, where);
		else if (row.optional) t.skip(row.name, 'nothing leads there');
		else t.tell(row.name, [`no link ${row.link} on ${row.from}`]);
	}
	if (t.option.only) return;
	await t.watch.time('links', () => links(t, t.hrefs));
	await forcedColours(t, ['/', '/thu-tuc', '/so-lieu']);
	const page = await t.page();
	await page.goto(`${t.base}/thu-tuc`);
	t.tell('the skip link leads to the content', await skipLink(page));
	await settings(t);
});
