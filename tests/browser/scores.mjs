// scores.mjs: scoring in Chromium: the Department of Home Affairs opens a year, an invented department scores itself and is refused
// at two fields, hands in, is appraised, explains, is appraised again, is closed and published; in each of WAYS. It makes its own
// province with invented agencies.
import fs from 'node:fs';
import path from 'node:path';
import { WAYS, equal, play, send } from './harness.mjs';
import { FIRST, firstSignIn } from './people.mjs';

const areas = 6;

// Fills every field of points that is empty with nothing lost, and gives evidence to the first.
async function fillArea(page) {
	for (const input of await page.locator('.score-enter input').all())
		if (!(await input.inputValue())) await input.fill('0,25');
	await page.locator('.score-enter textarea').first().fill('Quyết định giả định 01/QĐ-MẪU');
}

async function self(t, page, sheet, way) {
	await page.goto(sheet);
	await t.look(page, 'a sheet to be scored', way);
	await page.goto(`${sheet}/linh-vuc/1`);
	await t.look(page, 'an area to be scored', way);
	await page.fill('#d1', '99');
	await page.fill('#d2', '1,234');
	await page.fill('#w1', 'Văn bản giả định');
	await send(page);
	await t.look(page, 'an area refused', way);
	t.tell(`what was typed stays at ${way.name}`, equal(await page.inputValue('#d1'), '99').concat(equal(await page.inputValue('#w1'), 'Văn bản giả định')));
	t.tell(`two fields are wrong at ${way.name}`, equal(await page.locator('.error-summary li').count(), 2));
	await page.fill('#d1', '');
	await page.fill('#d2', '');
	for (let a = 1; a <= areas; a++) {
		if (a > 1) await page.goto(`${sheet}/linh-vuc/${a}`);
		await fillArea(page);
		await send(page);
	}
	await page.goto(sheet);
	await page.click('aside form button');
	t.tell(`handed in at ${way.name}`, equal(await page.locator('.notice--good').count(), 1));
}

async function appraise(t, page, sheet, way) {
	for (let a = 1; a <= areas; a++) {
		await page.goto(`${sheet}/linh-vuc/${a}`);
		for (const input of await page.locator('.score-enter input').all())
			if (!(await input.inputValue())) {
				await input.fill('0');
				await input.locator('xpath=ancestor::td//textarea').fill('Chưa có dữ liệu');
			}
		if (a === 1) {
			await page.fill('#d1', '0,1');
			await page.fill('#w1', 'Tài liệu chưa đủ (giả định)');
			await t.look(page, 'an area to be appraised', way);
		}
		await send(page);
	}
	await page.goto(`${sheet}/end_first`);
	await t.look(page, 'a step', way);
	await send(page);
}

async function close(t, page, sheet, way) {
	await page.goto(`${sheet}/linh-vuc/1`);
	await t.look(page, 'an area appraised again', way);
	await page.fill('#d1', '0,2');
	await page.fill('#w1', 'Chấp nhận giải trình (giả định)');
	await send(page);
	await page.goto(`${sheet}/extra`);
	await t.look(page, 'a bonus', way);
	await page.selectOption('#extra', 'bonus');
	await page.fill('#points', '0,5');
	await page.fill('#reason', 'Sáng kiến (giả định)');
	await page.fill('#evidence', 'Quyết định giả định');
	await send(page);
	await page.goto(`${sheet}/close`);
	await send(page);
	await t.look(page, 'a closed sheet', way);
}

async function aYear(t, home, agency, code, year, way) {
	await home.goto(`${t.base}/lam-viec/cham-diem/mo`);
	await t.look(home, 'choose a set', way);
	await home.click('main .link-rows a >> nth=0');
	await home.fill('#year', String(year));
	await home.fill('#co-quan', `${code} Sở Mẫu A`);
	await t.look(home, 'open a year', way);
	await send(home);
	await t.look(home, 'sheets of a year', way);
	const sheet = new URL(await home.getAttribute('tbody a', 'href'), t.base).href;
	await self(t, agency, sheet, way);
	await appraise(t, home, sheet, way);
	await agency.goto(`${sheet}/linh-vuc/1`);
	await agency.fill('#w1', 'Đã bổ sung tài liệu (giả định)');
	await t.look(agency, 'an area to be explained', way);
	await send(agency);
	await agency.goto(`${sheet}/end_explain`);
	await send(agency);
	await close(t, home, sheet, way);
	await home.goto(`${t.base}/lam-viec/cham-diem/xep-hang?bo=CCHC-SO&nam=${year}`);
	await t.look(home, 'a ranking to be published', way);
	await home.click('#publish ~ form button');
	await agency.goto(`${t.base}/lam-viec/cham-diem/xep-hang?bo=CCHC-SO&nam=${year}`);
	t.tell(`the agency sees the ranking at ${way.name}`, equal(await agency.locator('.score-ranking tbody tr').count(), 1));
	await t.look(agency, 'a ranking', way);
}

async function fillProvince(t) {
	const agencies = path.join(t.dir, 'agencies.csv');
	fs.writeFileSync(agencies, 'code,name,short_name,level,kind,parent\nT,Tỉnh Mẫu,,province,ubnd,\nMAU.A,Sở Mẫu A,SMA,province,so,T\n');
	t.motcua(['import', 'agencies', agencies]);
	t.motcua(['import', 'criteria', t.packs('criteria-departments.csv')]);
	for (const way of WAYS) {
		t.motcua(['user', 'add', `noivu${way.name}`, '--name', 'Cán Bộ Nội Vụ Mẫu', '--role', 'home_affairs'], FIRST);
		t.motcua(['user', 'add', `so${way.name}`, '--name', 'Giám Đốc Mẫu', '--role', 'leader', '--agency', 'MAU.A'], FIRST);
	}
}

const now = new Date();
await play('scores', { province: fillProvince, now: now.toISOString().replace(/\.\d+Z/, 'Z') }, async (t) => {
	for (const [i, way] of WAYS.entries()) {
		const home = await t.page(way), agency = await t.page(way);
		await firstSignIn(home, t.base, `noivu${way.name}`);
		await firstSignIn(agency, t.base, `so${way.name}`);
		await aYear(t, home, agency, 'MAU.A', now.getUTCFullYear() - i, way);
		for (const p of [home, agency]) await p.context().close();
	}
});
