// legal.mjs: official documents and the search over everything public in Chromium, on the demonstration: an editor publishes a document
// with a file, corrects it and records its end; everybody finds it, reads it and loads the file; a mistyped query is understood; the
// box of the masthead completes titles by keys alone. In each of WAYS.
import { WAYS, equal, fill, has, play, send } from './harness.mjs';

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');
const address = (page) => page.url().split('?')[0];

async function publish(t, way) {
	const page = await t.page(way, 'editor'), sign = `${way.width}/KH-SMA${way.js ? '' : '-K'}`;
	await page.goto(`${t.base}/lam-viec/van-ban`);
	await t.look(page, 'documents of staff', way);
	await page.goto(`${t.base}/lam-viec/van-ban/moi`);
	await t.look(page, 'new document', way);
	await fill(page, { sign: 'KH-SMA', issued: '27/06/2022', issuer: 'Sở Mẫu A', kind: 'plan', summary: 'Kế hoạch kiểm tra mẫu của Sở Mẫu A' });
	await send(page);
	await t.look(page, 'document refused', way);
	t.tell(`what was typed stays at ${way.name}`, equal(await page.inputValue('#issuer'), 'Sở Mẫu A'));
	await fill(page, { sign, text: 'Phần một\nMục đích của kế hoạch mẫu\n\nPhần hai' });
	await send(page);
	const own = address(page);
	t.tell(`published at ${way.name}`, await has(page, sign));
	await page.goto(`${own}/attach`);
	await page.setInputFiles('#file', { name: 'ban-goc.pdf', mimeType: 'application/pdf', buffer: PDF });
	await send(page);
	await page.goto(`${own}/expire`);
	await fill(page, { to: '31/12/2022', reason: 'Kế hoạch của năm 2022.' });
	await send(page);
	await t.look(page, 'a document of staff', way);
	await page.context().close();
	return sign;
}

async function read(t, page, way, sign) {
	await page.goto(`${t.base}/van-ban`);
	await t.look(page, 'list of documents', way);
	await page.fill('#l-q', sign.replaceAll('/', ' ').toLowerCase());
	await page.click('form.filter button[type=submit]');
	t.tell(`found by its number at ${way.name}`, await has(page, `Kế hoạch ${sign}`));
	await t.look(page, 'documents found', way);
	await page.click(`.results a:has-text("${sign}")`);
	t.tell(`it is over at ${way.name}`, await has(page, 'Hết hiệu lực'));
	await t.look(page, 'a document', way);
	const file = await page.getAttribute('a[href*="/tep/"]', 'href'), r = await page.request.get(t.base + file);
	t.tell(`the file is given at ${way.name}`, [...equal(r.status(), 200), ...equal((await r.body()).equals(PDF), true),
		...equal(r.headers()['x-content-type-options'], 'nosniff'), ...equal(r.headers()['content-disposition'].startsWith('attachment'), true)]);
	await page.goto(`${t.base}/van-ban/20-2008-nd-cp`);
	t.tell(`what amended it stands there at ${way.name}`, await has(page, '92/2017/NĐ-CP'));
	await t.look(page, 'a document that was amended', way);
	await page.goto(`${t.base}/van-ban?q=khong+co+van+ban+nay`);
	await t.look(page, 'no document', way);
	await page.goto(`${t.base}/van-ban/20-2008-nd-cp?lang=en`);
	await t.look(page, 'a document in English', way, 'en');
	await page.goto(`${t.base}/van-ban?lang=vi`);
}

async function search(t, page, way) {
	await page.goto(t.base);
	await page.fill('#tim', 'cai cach hanh chinh');
	await page.press('#tim', 'Enter');
	t.tell(`the masthead finds at ${way.name}`, await has(page, 'Văn bản'));
	await t.look(page, 'found everywhere', way);
	await page.goto(`${t.base}/tim-kiem?q=giaays+pheps+lai+xe`);
	t.tell(`a mistyped query is understood at ${way.name}`, await has(page, 'Ý của bạn có phải là'));
	await t.look(page, 'nothing found', way);
	await page.click('.empty a');
	t.tell(`and the correction finds at ${way.name}`, await has(page, 'lái xe'));
	await page.goto(`${t.base}/tim-kiem?q=H54.15-221025-0001`);
	t.tell(`a code leads to tracking at ${way.name}`, equal(await page.locator('main a[href*="/tra-cuu?ma="]').count(), 1));
}

// The combobox by keys alone.
async function complete(t, page, way) {
	await page.goto(`${t.base}/tra-cuu`);
	await page.focus('#tim');
	await page.keyboard.type('ke hoach 12', { delay: 20 });
	await page.locator('#tim-ideas li').first().waitFor();
	t.tell(`completions are told at ${way.name}`, equal(await page.getAttribute('#tim', 'aria-expanded'), 'true'));
	await t.look(page, 'completions', way);
	await page.keyboard.press('ArrowDown');
	t.tell(`the first is chosen at ${way.name}`, equal(await page.getAttribute('#tim', 'aria-activedescendant'), 'tim-ideas-0'));
	await page.keyboard.press('Escape');
	t.tell(`Escape closes at ${way.name}`, equal(await page.getAttribute('#tim', 'aria-expanded'), 'false'));
	await page.keyboard.type('9');
	await page.locator('#tim-ideas li').first().waitFor();
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	await page.waitForURL('**/van-ban/**');
	t.tell(`Enter goes there at ${way.name}`, await has(page, '1296/KH-SNV'));
}

await play('legal', { province: 'demo' }, async (t) => {
	for (const way of WAYS) {
		const sign = await publish(t, way), page = await t.page(way);
		await read(t, page, way, sign);
		await search(t, page, way);
		if (way.js) await complete(t, page, way);
		await page.context().close();
	}
});
