// open.mjs: agencies, the map of the site, open data, the public log, feeds and what else machines read; an editor publishes a
// contact, and it is on the next page that anybody gets. In each of WAYS.
import { WAYS, equal, has, play, send } from './harness.mjs';

const AGENCY = 'MAU.A';
// Addresses whose XML a real parser must take; what must be in it.
const XML = [['/thu-tuc/atom.xml', 'feed'], ['/sitemap.xml', 'sitemapindex'], ['/sitemap/trang.xml', 'urlset'], ['/sitemap/thu-tuc.xml', 'urlset'],
	['/sitemap/co-quan.xml', 'urlset'], ['/sitemap/tin-tuc.xml', 'urlset'], ['/sitemap/van-ban.xml', 'urlset'], ['/tin-tuc/atom.xml', 'feed'], ['/van-ban/atom.xml', 'feed']];

async function pages(t, page, way) {
	for (const [path, name] of [['/co-quan', 'agencies'], ['/co-quan?q=so+mau', 'agencies found'], ['/co-quan?q=khong+co+co+quan+nay', 'no agency'],
		[`/co-quan/${AGENCY}`, 'agency'], ['/so-do', 'site map'], ['/du-lieu-mo', 'open data'], ['/nhat-ky', 'public log'], ['/nhat-ky?muc=0', 'entry'],
		['/nhat-ky?muc=abc', 'entry refused']]) {
		await page.goto(t.base + path);
		await t.look(page, name, way);
	}
	await page.goto(`${t.base}/co-quan/${AGENCY}`);
	t.tell(`the agency is open at ${way.name}`, await has(page, 'Đang mở cửa'));
	t.tell(`its contact is shown at ${way.name}`, await has(page, '0000 000 001'));
	await page.goto(`${t.base}/du-lieu-mo?lang=en`);
	await t.look(page, 'open data in English', way, 'en');
	await page.goto(`${t.base}/nhat-ky?lang=vi`);
}

// Each address of the maps answers.
async function machines(t, page) {
	await page.goto(t.base);
	for (const [path, wanted] of XML)
		t.tell(`${path} is XML`, equal(await page.evaluate(async (at) => {
			const doc = new DOMParser().parseFromString(await (await fetch(at)).text(), 'application/xml');
			return doc.querySelector('parsererror')?.textContent ?? doc.documentElement.localName;
		}, path), wanted));
	const feed = await page.evaluate(async () => {
		const doc = new DOMParser().parseFromString(await (await fetch('/thu-tuc/atom.xml')).text(), 'application/xml');
		const ids = [...doc.querySelectorAll('id')].map((e) => e.textContent);
		const lacking = [...doc.querySelectorAll('entry')].filter((e) => ['id', 'title', 'updated'].some((n) => e.getElementsByTagName(n).length !== 1));
		return { twice: ids.length - new Set(ids).size, lacking: lacking.length, entries: doc.querySelectorAll('entry').length };
	});
	t.tell('the feed has entries', feed.entries > 0 ? [] : ['none']);
	t.tell('each entry has its own id, a title and a time', equal(feed.twice + feed.lacking, 0));
	const dead = await page.evaluate(async () => {
		const bad = [];
		for (const part of ['trang', 'co-quan']) {
			const doc = new DOMParser().parseFromString(await (await fetch(`/sitemap/${part}.xml`)).text(), 'application/xml');
			for (const loc of [...doc.querySelectorAll('loc')].slice(0, 20)) {
				const path = new URL(loc.textContent).pathname, reply = await fetch(path);
				if (reply.status !== 200) bad.push(`${path}: ${reply.status}`);
			}
		}
		return bad;
	});
	t.tell('the map leads to pages', dead);
	const sets = await page.evaluate(async () => {
		const bad = [], catalogue = await (await fetch('/du-lieu-mo/catalog.jsonld')).json();
		for (const set of catalogue['dcat:dataset'])
			for (const file of set['dcat:distribution']) {
				const reply = await fetch(new URL(file['dcat:downloadURL']).pathname), text = await reply.text();
				if (reply.status !== 200) bad.push(`${file['dcat:downloadURL']}: ${reply.status}`);
				else if (file['dct:title'] === 'JSON' && !Array.isArray(JSON.parse(text))) bad.push(`${file['dcat:downloadURL']} is no list`);
			}
		return bad;
	});
	t.tell('every file of the catalogue is there and read', sets);
}

async function editing(t, way) {
	const editor = await t.page(way, 'editor'), reader = await t.page(way);
	await editor.goto(`${t.base}/lam-viec/lien-he`);
	await t.look(editor, 'contacts', way);
	await editor.goto(`${t.base}/lam-viec/lien-he?q=so+mau+b`);
	await editor.click('table a');
	const isNew = new URL(editor.url()).pathname.endsWith('/moi');
	if (!isNew) await editor.click('.card--accent a');
	await editor.fill('#phone', '12345');
	await editor.fill('#address', `Số 2, đường Mẫu (${way.name})`);
	await send(editor);
	await t.look(editor, 'contact refused', way);
	t.tell(`a bad telephone is told at its field at ${way.name}`, await has(editor, 'Số điện thoại chưa đúng'));
	t.tell(`what was typed stays at ${way.name}`, equal(await editor.inputValue('#address'), `Số 2, đường Mẫu (${way.name})`));
	await editor.fill('#phone', '0000 000 003');
	await send(editor);
	await t.look(editor, 'contact', way);
	await reader.goto(`${t.base}/co-quan/MAU.C`);
	t.tell(`everybody sees it at once at ${way.name}`, await has(reader, `Số 2, đường Mẫu (${way.name})`));
}

await play('open', { province: 'demo' }, async (t) => {
	for (const way of WAYS) {
		await pages(t, await t.page(way), way);
		await editing(t, way);
	}
	await machines(t, await t.page(WAYS[0]));
});
