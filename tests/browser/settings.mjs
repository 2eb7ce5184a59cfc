// Text size, contrast and language: chosen with and without JavaScript, kept, and back on the same page.
import { equal } from './harness.mjs';

const state = (page) => page.evaluate(() => `${document.documentElement.dataset.size}.${document.documentElement.dataset.contrast}`);
const press = (page, setting) => page.locator(`[data-setting="${setting}"]`).click();

async function withoutScript(t) {
	const page = await t.page({ width: 390, js: false }), where = `${t.base}/thu-tuc?q=xe`;
	await page.goto(where);
	await press(page, 'larger');
	await press(page, 'larger');
	t.tell('settings without JavaScript: two steps larger', equal(await state(page), 'largest.normal'));
	t.tell('settings without JavaScript: back on the same page', equal(page.url(), where));
	await press(page, 'more');
	await page.goto(`${t.base}/`);
	t.tell('settings without JavaScript: kept on the next page', equal(await state(page), 'largest.high'));
	await press(page, 'normal');
	await press(page, 'less');
	await press(page, 'less');
	t.tell('settings without JavaScript: down again', equal(await state(page), 'normal.soft'));
	await page.locator('.settings__lang').click();
	t.tell('the language is one click', equal(await page.evaluate(() => document.documentElement.lang), 'en'));
	await page.goto(`${t.base}/tra-cuu`);
	t.tell('the language is kept', equal(await page.evaluate(() => document.documentElement.lang), 'en'));
	await page.locator('.settings__lang').click();
	t.tell('and switched back', equal(await page.evaluate(() => document.documentElement.lang), 'vi'));
	await page.context().close();
}

async function withScript(t) {
	const page = await t.page();
	let navigations = 0;
	await page.goto(`${t.base}/`);
	page.on('framenavigated', () => { navigations++; });
	const answered = page.waitForResponse((r) => r.url().endsWith('/tuy-chinh/co-chu'));
	await press(page, 'larger');
	t.tell('settings with JavaScript: at once', equal(await state(page), 'large.normal').concat(equal(navigations, 0)));
	t.tell('settings with JavaScript: the button says so', equal(await page.locator('[data-setting="larger"]').getAttribute('aria-pressed'), 'true'));
	await answered;
	await page.reload();
	t.tell('settings with JavaScript: kept by the server', equal(await state(page), 'large.normal'));
	await page.context().close();
}

async function system(t) {
	const page = await t.page({}, null, { contrast: 'more' });
	await page.goto(`${t.base}/`);
	t.tell('a system that asks for more contrast gets it', equal(await page.evaluate(() => getComputedStyle(document.body).color), 'rgb(0, 0, 0)'));
	await page.emulateMedia({ media: 'print', contrast: 'no-preference' });
	t.tell('print leaves the menus out', equal(await page.evaluate(() => getComputedStyle(document.querySelector('.menu')).display), 'none'));
	await page.context().close();
}

export async function settings(t) {
	await withoutScript(t);
	await withScript(t);
	await system(t);
}
