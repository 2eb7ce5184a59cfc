// staff.mjs: the workplace in Chromium: an administrator's first day (own password, authenticator, recovery codes), adding a
// clerk, the clerk's first day, an auditor's view, in each of WAYS. It makes its own province with the agencies of packs/vn.
import { createHmac } from 'node:crypto';
import { keyboard } from './checks.mjs';
import { WAYS, equal, play, send } from './harness.mjs';
import { FIRST, OWN, ownPassword, signIn } from './people.mjs';

function totp(secret, at) {
	let bits = '';
	for (const c of secret.replace(/\s/g, '')) bits += 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0');
	const key = Buffer.from(bits.match(/.{8}/g).map((b) => parseInt(b, 2))), step = Buffer.alloc(8);
	step.writeBigUInt64BE(BigInt(Math.floor(at / 30000)));
	const hash = createHmac('sha1', key).update(step).digest(), from = hash[19] & 15;
	return String((hash.readUInt32BE(from) & 0x7fffffff) % 1000000).padStart(6, '0');
}

// Both menus closed take one line each, and open without a script.
async function oneLine(page) {
	const bad = [];
	for (const fold of await page.locator('.fold:visible').all()) {
		const closed = (await fold.boundingBox()).height;
		if (closed > 60) bad.push(`closed it is ${closed} px high`);
		await fold.locator('summary').click();
		if (!await fold.locator('a').first().isVisible()) bad.push('it does not open');
		await fold.locator('summary').click();
	}
	return bad.concat(equal(await page.locator('.fold:visible').count(), 2));
}

async function firstDay(t, page, login, way) {
	await page.goto(`${t.base}/lam-viec/tai-khoan`);
	t.tell(`the workplace asks who it is at ${way.name}`, equal(new URL(page.url()).pathname, '/dang-nhap'));
	await t.look(page, 'sign in', way);
	await signIn(page, t.base, login, 'not this one');
	await t.look(page, 'sign in refused', way);
	await signIn(page, t.base, login, FIRST);
	t.tell(`first a password of one's own at ${way.name}`, equal(new URL(page.url()).pathname, '/lam-viec/mat-khau'));
	await t.look(page, 'own password', way);
	await ownPassword(page, FIRST);
	t.tell(`then an authenticator at ${way.name}`, equal(new URL(page.url()).pathname, '/lam-viec/xac-thuc'));
	await t.look(page, 'authenticator', way);
	const secret = await page.textContent('.secret code');
	await page.fill('#ma', totp(secret, Date.now()));
	await send(page);
	t.tell(`ten recovery codes at ${way.name}`, equal(await page.locator('.codes li').count(), 10));
	await t.look(page, 'recovery codes', way);
	const code = await page.textContent('.codes li:first-child code');
	await page.goto(`${t.base}/lam-viec`);
	await t.look(page, 'desk of an administrator', way);
	if (way.width > 600) t.tell(`the desk by keyboard at ${way.name}`, await keyboard(page));
	if (way.width < 600) t.tell(`the menus are one line at ${way.name}`, await oneLine(page));
	await page.click('.staff-bar__out button');
	await signIn(page, t.base, login, OWN);
	await t.look(page, 'code', way);
	await page.fill('#ma', code);
	await send(page);
	t.tell(`back at the desk with a recovery code at ${way.name}`, equal(new URL(page.url()).pathname, '/lam-viec'));
}

async function people(t, page, login, way) {
	await page.goto(`${t.base}/lam-viec/tai-khoan/moi`);
	await t.look(page, 'add somebody', way);
	await page.fill('#ho-ten', 'Cán Bộ Mẫu');
	await page.fill('#ten', login);
	await page.fill('#co-quan', 'không có cơ quan này');
	await page.selectOption('#vai-tro', 'clerk');
	await send(page);
	await t.look(page, 'add somebody refused', way);
	t.tell(`what was typed stays at ${way.name}`, equal(await page.inputValue('#ho-ten'), 'Cán Bộ Mẫu'));
	await page.fill('#co-quan', 'SGTVT');
	await send(page);
	await t.look(page, 'password for once', way);
	const once = await page.textContent('.secret code');
	await page.click('main .buttons a');
	await t.look(page, 'somebody', way);
	if (way.width < 600) await page.click('.staff-bar .fold > summary');
	await page.locator('.staff-bar a:visible', { hasText: 'Tài khoản người dùng' }).first().click();
	await t.look(page, 'list of people', way);
	await page.goto(`${t.base}/lam-viec/ban-than`);
	await t.look(page, 'own account', way);
	return once;
}

// Many people from a text, units of an agency, roles by agency. Gives the password of the last one added.
async function administration(t, page, login, way) {
	const csv = (agency) => `login,name,agency,role\n${login},Người Thay Mẫu,${agency},officer\n`;
	await page.goto(`${t.base}/lam-viec/tai-khoan/nhap`);
	await t.look(page, 'many people', way);
	await page.fill('#csv', csv('khong-co'));
	await page.click('main button[value=thu]');
	await t.look(page, 'many people refused', way);
	t.tell(`the text stays at ${way.name}`, equal((await page.inputValue('#csv')).includes(login), true));
	await page.fill('#csv', csv('SGTVT'));
	await page.click('main button[value=thu]');
	await t.look(page, 'many people tried', way);
	await page.click('main button[value=them]');
	await t.look(page, 'many people added', way);
	const once = await page.textContent('main td code:not(.code)');
	await page.goto(`${t.base}/lam-viec/don-vi?co-quan=SGTVT`);
	await page.fill('#ten', `Phòng Mẫu ${way.name}`);
	await page.fill('#ten-ngan', `PM${way.name}`);
	await page.fill('#tu', '31/2/2022');
	await page.click('main button:has-text("Thêm đơn vị")');
	await t.look(page, 'units refused', way);
	await page.fill('#tu', '01/12/2022');
	await page.click('main button:has-text("Thêm đơn vị")');
	t.tell(`the unit is there at ${way.name}`, equal(await page.locator(`th:has-text("Phòng Mẫu ${way.name}")`).count(), 1));
	await t.look(page, 'units', way);
	await page.goto(`${t.base}/lam-viec/vai-tro`);
	await t.look(page, 'roles by agency', way);
	await page.goto(`${t.base}/lam-viec/vai-tro?vai-tro=editor`);
	await t.look(page, 'roles by agency, none', way);
	return once;
}

// The clerk lends the role to the colleague, who sees it and gives it back.
async function delegation(t, page, other, colleague, way) {
	await page.goto(`${t.base}/lam-viec/ban-than/uy-quyen`);
	await t.look(page, 'delegation', way);
	await page.selectOption('#nguoi', colleague.login);
	await page.fill('#den', '01/01/2020');
	await page.fill('#ly-do', 'Nghỉ phép');
	await page.click('main button:has-text("Ủy quyền")');
	await t.look(page, 'delegation refused', way);
	t.tell(`the reason stays at ${way.name}`, equal(await page.inputValue('#ly-do'), 'Nghỉ phép'));
	await page.fill('#den', await page.inputValue('#tu'));
	await page.click('main button:has-text("Ủy quyền")');
	await t.look(page, 'delegation given', way);
	await signIn(other, t.base, colleague.login, colleague.once);
	await ownPassword(other, colleague.once);
	t.tell(`the colleague acts for somebody at ${way.name}`, equal(await other.locator('text=thừa ủy quyền của').count(), 1));
	await t.look(other, 'desk with a lent role', way);
	await other.goto(`${t.base}/lam-viec/ban-than/uy-quyen`);
	await other.click('main button:has-text("Chấm dứt")');
	t.tell(`either of the two ends it at ${way.name}`, equal(await other.locator('text=Đã chấm dứt').count() > 0, true));
}

async function clerk(t, page, login, once, way) {
	await signIn(page, t.base, login, once);
	await ownPassword(page, once);
	t.tell(`a clerk is at the desk at ${way.name}`, equal(new URL(page.url()).pathname, '/lam-viec'));
	await t.look(page, 'desk of a clerk', way);
	const answer = await page.goto(`${t.base}/lam-viec/tai-khoan`);
	t.tell(`a clerk sees no accounts at ${way.name}`, equal(answer.status(), 403));
	await t.look(page, 'forbidden', way);
}

async function fillProvince(t) {
	t.motcua(['import', 'agencies', t.packs('agencies.csv')]);
	for (const way of WAYS) t.motcua(['user', 'add', `admin${way.name}`, '--name', 'Người Quản Trị Mẫu', '--role', 'administrator'], FIRST);
}

await play('staff', { province: fillProvince, now: new Date().toISOString().replace(/\.\d+Z/, 'Z') }, async (t) => {
	for (const way of WAYS) {
		const page = await t.page(way);
		await firstDay(t, page, `admin${way.name}`, way);
		const once = await people(t, page, `canbo${way.name}`, way);
		const colleague = { login: `thay${way.name}`, once: await administration(t, page, `thay${way.name}`, way) };
		const counter = await t.page(way), other = await t.page(way);
		await clerk(t, counter, `canbo${way.name}`, once, way);
		await delegation(t, counter, other, colleague, way);
		for (const p of [page, counter, other]) await p.context().close();
	}
});
