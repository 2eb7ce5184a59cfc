// What is looked at on a page. Each check returns a list of complaints; an empty list is a pass.

const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
export const FIRST_VISIT_LIMIT = 60000, SECOND_VISIT_LIMIT = 15000; // bytes over the wire, without pictures

// What axe finds; with `rules` only by those. Slow (about half a second on a small page), so pages that differ in colours alone are
// asked about colours alone.
export const LAYOUT_RULES = ['target-size', 'scrollable-region-focusable'];
export const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];
export async function axe(page, source, rules = null) {
	if (!await page.evaluate(() => Boolean(window.axe))) await page.evaluate(source);
	const runOnly = rules ? { type: 'rule', values: rules } : { type: 'tag', values: AXE_TAGS };
	const found = await page.evaluate((only) => window.axe.run(document, { runOnly: only, resultTypes: ['violations'], preload: false }), runOnly);
	return found.violations.map((v) => `${v.id} (${v.impact}): ${v.nodes.slice(0, 3).map((n) => `${n.html.slice(0, 120)}: ${(n.failureSummary || '').replace(/\s+/g, ' ').slice(0, 160)}`).join(' | ')}`);
}

// Nothing but .table-scroll scrolls sideways.
export function overflow(page) {
	return page.evaluate(() => {
		const width = document.documentElement.clientWidth;
		if (document.documentElement.scrollWidth <= width) return [];
		const wide = [...document.querySelectorAll('body *')].filter((e) => e.getBoundingClientRect().right > width + 1 && !e.closest('.table-scroll, .hidden'));
		return [`the page is ${document.documentElement.scrollWidth} px wide, the window ${width}: ${wide.slice(0, 5).map((e) => `${e.tagName.toLowerCase()}.${e.className}`).join(' ')}`];
	});
}

// One h1, a language, a title of its own, no style by attribute, no id twice, no heading level left out.
export function structure(page, lang) {
	return page.evaluate((want) => {
		const bad = [], ids = [...document.querySelectorAll('[id]')].map((e) => e.id);
		const levels = [...document.querySelectorAll('h1, h2, h3, h4')].map((h) => Number(h.tagName[1]));
		if (document.querySelectorAll('h1').length !== 1) bad.push(`${document.querySelectorAll('h1').length} h1`);
		if (document.documentElement.lang !== want) bad.push(`lang is ${document.documentElement.lang}`);
		if (document.title.trim().length < 5) bad.push('no title');
		if (document.querySelector('[style]')) bad.push('a style attribute');
		for (const id of ids.filter((x, i) => ids.indexOf(x) !== i)) bad.push(`id ${id} stands twice`);
		levels.forEach((l, i) => { if (i && l > levels[i - 1] + 1) bad.push(`h${l} after h${levels[i - 1]}`); });
		return bad;
	}, lang);
}

// Tab through the page: the skip link first and it leads into <main>, every stop visible, inside the window and not covered (2.4.7,
// 2.4.11), no trap (2.1.2), the way out found.
export async function keyboard(page) {
	const bad = [], LIMIT = 400;
	let stops = 0;
	for (; stops < LIMIT; stops++) {
		await page.keyboard.press('Tab');
		const at = await page.evaluate(() => {
			const e = document.activeElement;
			if (!e || e === document.body) return null;
			const c = getComputedStyle(e), box = e.getClientRects()[0] ?? e.getBoundingClientRect(), over = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
			return { what: `${e.tagName.toLowerCase()}.${e.className} ${(e.textContent || e.name || '').trim().slice(0, 30)}`, skip: e.matches('.skip'),
				ring: c.boxShadow !== 'none' || (c.outlineStyle !== 'none' && parseFloat(c.outlineWidth) >= 2),
				seen: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight,
				covered: over && !e.contains(over) && !over.contains(e) && !e.labels?.[0]?.contains(over) ? `${over.tagName.toLowerCase()}.${over.className}` : '' };
		});
		if (!at) break;
		if (!stops && !at.skip) bad.push(`the first stop is not the skip link but ${at.what}`);
		if (!at.ring) bad.push(`no focus ring on ${at.what}`);
		if (!at.seen) bad.push(`out of sight: ${at.what}`);
		if (at.seen && at.covered) bad.push(`${at.what} is covered by ${at.covered}`);
	}
	if (stops === LIMIT) bad.push('the keyboard is trapped');
	if (stops < 3) bad.push(`only ${stops} stops`);
	return bad.slice(0, 5);
}

// The first link leads past the menu: the next stop is inside <main>, or behind it when nothing in it can be reached.
export async function skipLink(page) {
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await page.keyboard.press('Tab');
	return page.evaluate(() => (document.activeElement?.closest('main, footer') ? [] : [`it leads to ${document.activeElement?.outerHTML.slice(0, 80)}`]));
}

// Text that its box cuts off. Names of several lines on cards and the entry in a closed menu end in "…" on purpose: they are whole elsewhere.
export function cut(page) {
	return page.evaluate(() => [...document.querySelectorAll('main *, header *, footer *, nav *')].filter((e) => {
		const c = getComputedStyle(e);
		if (!e.textContent.trim() || e.closest('.hidden, .fold__here, .settings__word') || c.webkitLineClamp !== 'none' || !e.checkVisibility()) return false;
		const x = ['hidden', 'clip'].includes(c.overflowX) && e.scrollWidth > e.clientWidth + 2, y = ['hidden', 'clip'].includes(c.overflowY) && e.scrollHeight > e.clientHeight + 2;
		const box = e.getBoundingClientRect();
		if ((!x && !y) || box.width < 3 || box.height < 3) return false; // the last: hidden from the eye on purpose
		const inside = document.createRange(); // its text and elements, not its ornaments
		inside.selectNodeContents(e);
		return [...inside.getClientRects()].some((r) => r.width > 1 && ((x && r.right > box.right + 2) || (y && r.bottom > box.bottom + 2)));
	}).slice(0, 3).map((e) => `cut off: ${e.outerHTML.slice(0, 100)}`));
}

// WCAG 1.4.12: text spacing may be widened without loss; shown here by nothing being cut off or overflowing.
export async function spacing(page) {
	await page.evaluate(() => {
		for (const e of document.querySelectorAll('body *')) {
			for (const [name, value] of [['line-height', '1.5'], ['letter-spacing', '.12em'], ['word-spacing', '.16em']]) e.style.setProperty(name, value, 'important');
		}
	});
	return [...await cut(page), ...await overflow(page)];
}

// With prefers-reduced-motion nothing moves by itself or on the way from one state to another.
export async function motion(page) {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	const moving = await page.evaluate(() => [...document.querySelectorAll('*')].filter((e) => {
		const c = getComputedStyle(e);
		return c.animationName !== 'none' || c.transitionDuration.split(',').some((d) => parseFloat(d) > 0.001) || c.scrollBehavior === 'smooth';
	}).slice(0, 3).map((e) => `moves: ${e.outerHTML.slice(0, 80)}`));
	await page.emulateMedia({ reducedMotion: null });
	return moving;
}

// What every public page tells search engines and social networks; `site` is the public address that the server was told.
export function metadata(page, site) {
	return page.evaluate((origin) => {
		const bad = [], all = (css) => [...document.querySelectorAll(css)], of = (css, name) => document.querySelector(css)?.getAttribute(name) ?? '';
		const text = of('meta[name="description"]', 'content');
		if (text.length < 20 || text.length > 320) bad.push(`description of ${text.length} characters`);
		for (const block of all('script[type="application/ld+json"]')) {
			try {
				if (JSON.parse(block.textContent)['@context'] !== 'https://schema.org') bad.push('JSON-LD without context');
			} catch (e) {
				bad.push(`JSON-LD: ${e}`);
			}
		}
		if (of('meta[name="robots"]', 'content').includes('noindex')) return bad;
		for (const p of ['title', 'description', 'type', 'locale', 'url']) if (!of(`meta[property="og:${p}"]`, 'content')) bad.push(`no og:${p}`);
		const canonical = of('link[rel="canonical"]', 'href'), langs = all('link[hreflang]').map((l) => l.hreflang).sort().join(' ');
		if (!canonical.startsWith(`${origin}/`)) bad.push(`canonical is ${canonical}`);
		if (langs !== 'en vi x-default') bad.push(`hreflang: ${langs}`);
		if (!all('link[hreflang]').some((l) => l.hreflang === document.documentElement.lang && l.href === canonical)) bad.push('the canonical address is not that of its language');
		return bad;
	}, site);
}

// Whatever the browser complains about while pages load: scripts, the content security policy, files that do not come. The status of
// the page itself is what a test asks for, and a request that the next page cuts off is no failure.
export function watch(page, bad) {
	const say = (what) => bad.push(`${what} on ${page.url()}`);
	page.on('console', (m) => { if (m.type() === 'error' && !/the server responded with a status of \d+/.test(m.text())) say(`console: ${m.text().slice(0, 200)}`); });
	page.on('pageerror', (e) => say(`script: ${e}`));
	page.on('requestfailed', (r) => { if (r.failure()?.errorText !== 'net::ERR_ABORTED') say(`failed: ${r.url()} ${r.failure()?.errorText}`); });
	page.on('response', (r) => { if (r.status() >= 400 && r.request().resourceType() !== 'document') say(`${r.status()} ${r.url()}`); });
}

// Bytes over the wire of a visit, headers included: everything that was asked for until nothing is on its way, but for pictures
// that stand in a page (drawings of the frame count).
export async function weigh(page, url) {
	const wire = await page.context().newCDPSession(page), waiting = new Set(), pictures = new Set();
	let bytes = 0;
	await wire.send('Network.enable');
	wire.on('Network.requestWillBeSent', (e) => waiting.add(e.requestId));
	wire.on('Network.responseReceived', (e) => { if (e.type === 'Image' && e.response.mimeType !== 'image/svg+xml') pictures.add(e.requestId); });
	wire.on('Network.loadingFinished', (e) => { bytes += pictures.has(e.requestId) ? 0 : e.encodedDataLength; waiting.delete(e.requestId); });
	wire.on('Network.loadingFailed', (e) => waiting.delete(e.requestId));
	await page.goto(url, { waitUntil: 'load' });
	await page.evaluate(() => document.fonts.ready);
	for (let i = 0; i < 100 && waiting.size; i++) await page.waitForTimeout(20);
	await wire.detach();
	return bytes;
}
