// scores.mjs --binary build/motcua [--shots DIR]
//
// Scoring in Chromium: the Department of Home Affairs opens a year, an invented department scores itself and is refused
// at two fields, hands in, is appraised, explains, is appraised again, is closed and published; at 1280 and 390 px with
// JavaScript, and at 390 px without. TAP on standard output. It makes its own province with invented agencies.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import * as checks from './checks.mjs';
import { start } from './server.mjs';

const here = path.dirname(fileURLToPath(import.meta.url)), root = path.join(here, '../..');
const require = createRequire(path.join(root, 'web/package.json'));
const { chromium } = require('playwright-core');
const axeSource = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const { values: option } = parseArgs({ options: { binary: { type: 'string' }, shots: { type: 'string' } } });
const ways = [[1280, 1280, true], [390, 390, true], ['390-plain', 390, false]];
const FIRST = 'Trau-den-9-con', OWN = 'Ngua trang 7 con';

let count = 0, failed = 0;
function tell(name, complaints) {
	count++;
	if (complaints.length) failed++;
	console.log(`${complaints.length ? 'not ok' : 'ok'} ${count} - ${name}`);
	for (const c of complaints) console.log(`# ${c.replace(/\n/g, ' ')}`);
}
const equal = (got, want) => (got === want ? [] : [`${got}, not ${want}`]);

function run(args, input = '') {
	const made = spawnSync(option.binary, args, { encoding: 'utf8', input });
	if (made.status !== 0) throw new Error(`motcua ${args[0]} failed (${made.status}): ${made.stderr}`);
}
async function look(page, name, width) {
	const axe = typeof width === 'number' ? await checks.axe(page, axeSource) : []; // axe is a script
	tell(`${name} at ${width}`, [...axe, ...await checks.overflow(page), ...await checks.structure(page, 'vi')]);
	if (option.shots) await page.screenshot({ path: path.join(option.shots, `${name.replace(/\W+/g, '-')}-${width}.png`), fullPage: true });
}
const send = (page) => page.click('main form:not(.staff-bar__out) button[type=submit]');
async function enter(page, base, login) {
	await page.goto(`${base}/dang-nhap`);
	await page.fill('#ten', login);
	await page.fill('#mat-khau', FIRST);
	await page.click('main button[type=submit]');
	await page.fill('#cu', FIRST);
	await page.fill('#moi', OWN);
	await page.fill('#lai', OWN);
	await send(page);
}
const areas = 6;

// Fills every field of points that is empty with nothing lost, and gives evidence to the first.
async function fillArea(page) {
	for (const input of await page.locator('.score-enter input').all())
		if (!(await input.inputValue())) await input.fill('0,25');
	await page.locator('.score-enter textarea').first().fill('Quyết định giả định 01/QĐ-MẪU');
}

async function self(page, sheet, width) {
	await page.goto(sheet);
	await look(page, 'a sheet to be scored', width);
	await page.goto(`${sheet}/linh-vuc/1`);
	await look(page, 'an area to be scored', width);
	await page.fill('#d1', '99');
	await page.fill('#d2', '1,234');
	await page.fill('#w1', 'Văn bản giả định');
	await send(page);
	await look(page, 'an area refused', width);
	tell(`what was typed stays at ${width}`, equal(await page.inputValue('#d1'), '99').concat(equal(await page.inputValue('#w1'), 'Văn bản giả định')));
	tell(`two fields are wrong at ${width}`, equal(await page.locator('.error-summary li').count(), 2));
	await page.fill('#d1', '');
	await page.fill('#d2', '');
	for (let a = 1; a <= areas; a++) {
		if (a > 1) await page.goto(`${sheet}/linh-vuc/${a}`);
		await fillArea(page);
		await send(page);
	}
	await page.goto(sheet);
	await page.click('aside form button');
	tell(`handed in at ${width}`, equal(await page.locator('.notice--good').count(), 1));
}

async function appraise(page, sheet, width) {
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
			await look(page, 'an area to be appraised', width);
		}
		await send(page);
	}
	await page.goto(`${sheet}/end_first`);
	await look(page, 'a step', width);
	await send(page);
}

async function close(page, sheet, width) {
	await page.goto(`${sheet}/linh-vuc/1`);
	await look(page, 'an area appraised again', width);
	await page.fill('#d1', '0,2');
	await page.fill('#w1', 'Chấp nhận giải trình (giả định)');
	await send(page);
	await page.goto(`${sheet}/extra`);
	await look(page, 'a bonus', width);
	await page.selectOption('#extra', 'bonus');
	await page.fill('#points', '0,5');
	await page.fill('#reason', 'Sáng kiến (giả định)');
	await page.fill('#evidence', 'Quyết định giả định');
	await send(page);
	await page.goto(`${sheet}/close`);
	await send(page);
	await look(page, 'a closed sheet', width);
}

async function play(home, agency, base, code, year, width) {
	await home.goto(`${base}/lam-viec/cham-diem/mo`);
	await look(home, 'choose a set', width);
	await home.click('main .link-rows a >> nth=0');
	await home.fill('#year', String(year));
	await home.fill('#co-quan', `${code} Sở Mẫu A`);
	await look(home, 'open a year', width);
	await send(home);
	await look(home, 'sheets of a year', width);
	const sheet = new URL(await home.getAttribute('tbody a', 'href'), base).href;
	await self(agency, sheet, width);
	await appraise(home, sheet, width);
	await agency.goto(`${sheet}/linh-vuc/1`);
	await agency.fill('#w1', 'Đã bổ sung tài liệu (giả định)');
	await look(agency, 'an area to be explained', width);
	await send(agency);
	await agency.goto(`${sheet}/end_explain`);
	await send(agency);
	await close(home, sheet, width);
	await home.goto(`${base}/lam-viec/cham-diem/xep-hang?bo=CCHC-SO&nam=${year}`);
	await look(home, 'a ranking to be published', width);
	await home.click('#publish ~ form button');
	await agency.goto(`${base}/lam-viec/cham-diem/xep-hang?bo=CCHC-SO&nam=${year}`);
	tell(`the agency sees the ranking at ${width}`, equal(await agency.locator('.score-ranking tbody tr').count(), 1));
	await look(agency, 'a ranking', width);
}

if (!option.binary) {
	console.error('usage: scores.mjs --binary FILE [--shots DIR]');
	process.exit(2);
}
if (option.shots) fs.mkdirSync(option.shots, { recursive: true });
const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'motcua-scores-')), data = path.join(dir, 'province');
run(['init', '--data', data]);
fs.writeFileSync(path.join(dir, 'agencies.csv'), 'code,name,short_name,level,kind,parent\nT,Tỉnh Mẫu,,province,ubnd,\nMAU.A,Sở Mẫu A,SMA,province,so,T\n');
run(['import', 'agencies', path.join(dir, 'agencies.csv'), '--data', data]);
run(['import', 'criteria', path.join(root, 'packs/vn/criteria-departments.csv'), '--data', data]);
for (const [width] of ways) {
	run(['user', 'add', `noivu${width}`, '--name', 'Cán Bộ Nội Vụ Mẫu', '--role', 'home_affairs', '--data', data], FIRST);
	run(['user', 'add', `so${width}`, '--name', 'Giám Đốc Mẫu', '--role', 'leader', '--agency', 'MAU.A', '--data', data], FIRST);
}
const now = new Date();
const server = await start(option.binary, data, now.toISOString().replace(/\.\d+Z/, 'Z'));
// Without --no-sandbox Chromium does not start as root.
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
try {
	for (const [i, [width, pixels, js]] of ways.entries()) {
		const make = async (login) => {
			const c = await browser.newContext({ viewport: { width: pixels, height: 900 }, javaScriptEnabled: js, locale: 'vi-VN' });
			const page = await c.newPage();
			await enter(page, server.base, login);
			return page;
		};
		const home = await make(`noivu${width}`), agency = await make(`so${width}`);
		await play(home, agency, server.base, 'MAU.A', now.getUTCFullYear() - i, width);
	}
} catch (e) {
	tell('the run itself', [String(e.stack || e)]);
} finally {
	await browser.close();
	await server.stop();
	fs.rmSync(dir, { recursive: true });
}
console.log(`1..${count}`);
console.log(`# ${count - failed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
