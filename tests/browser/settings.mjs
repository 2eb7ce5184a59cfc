// Text size, contrast and language: chosen with and without JavaScript, kept, and back on the same page.

const state = (page) => page.evaluate(() => `${document.documentElement.dataset.size}.${document.documentElement.dataset.contrast}`);
const press = (page, setting) => page.locator(`[data-setting="${setting}"]`).click();
const equal = (got, want) => (got === want ? [] : [`${got}, not ${want}`]);

async function withoutScript({ base, context, tell }) {
	const c = await context(390, { javaScriptEnabled: false }), page = await c.newPage(), where = `${base}/thu-tuc?q=xe`;
	await page.goto(where);
	await press(page, 'larger');
	await press(page, 'larger');
	tell('settings without JavaScript: two steps larger', equal(await state(page), 'largest.normal'));
	tell('settings without JavaScript: back on the same page', equal(page.url(), where));
	await press(page, 'more');
	await page.goto(`${base}/`);
	tell('settings without JavaScript: kept on the next page', equal(await state(page), 'largest.high'));
	await press(page, 'normal');
	await press(page, 'less');
	await press(page, 'less');
	tell('settings without JavaScript: down again', equal(await state(page), 'normal.soft'));
	await page.locator('.settings__lang').click();
	tell('the language is one click', equal(await page.evaluate(() => document.documentElement.lang), 'en'));
	await page.goto(`${base}/tra-cuu`);
	tell('the language is kept', equal(await page.evaluate(() => document.documentElement.lang), 'en'));
	await page.locator('.settings__lang').click();
	tell('and switched back', equal(await page.evaluate(() => document.documentElement.lang), 'vi'));
	await c.close();
}

async function withScript({ base, context, tell }) {
	const c = await context(1280), page = await c.newPage();
	let navigations = 0;
	await page.goto(`${base}/`);
	page.on('framenavigated', () => { navigations++; });
	const answered = page.waitForResponse((r) => r.url().endsWith('/tuy-chinh/co-chu'));
	await press(page, 'larger');
	tell('settings with JavaScript: at once', equal(await state(page), 'large.normal').concat(equal(navigations, 0)));
	tell('settings with JavaScript: the button says so', equal(await page.locator('[data-setting="larger"]').getAttribute('aria-pressed'), 'true'));
	await answered;
	await page.reload();
	tell('settings with JavaScript: kept by the server', equal(await state(page), 'large.normal'));
	await c.close();
}

async function system({ base, context, tell }) {
	const c = await context(1280, { contrast: 'more' }), page = await c.newPage();
	await page.goto(`${base}/`);
	tell('a system that asks for more contrast gets it', equal(await page.evaluate(() => getComputedStyle(document.body).color), 'rgb(0, 0, 0)'));
	await page.emulateMedia({ media: 'print', contrast: 'no-preference' });
	tell('print leaves the menus out', equal(await page.evaluate(() => getComputedStyle(document.querySelector('.menu')).display), 'none'));
	await c.close();
}

export async function settings(world) {
	await withoutScript(world);
	await withScript(world);
	await system(world);
}
