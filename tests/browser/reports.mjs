// reports.mjs --binary build/motcua [--data DIR] [--shots DIR]
//
// Periodic reports in Chromium: the leader of an invented commune begins a report, writes it, is refused, submits; Home
// Affairs returns it, reminds, sees who was late; the leader submits again and it is accepted. At 1280 and 390 px with
// JavaScript, and at 390 px without. TAP on standard output. DIR is a demonstration province, which is copied.
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
const { values: option } = parseArgs({ options: { binary: { type: 'string' }, data: { type: 'string' }, shots: { type: 'string' } } });
const PASSWORD = 'Tinh-minh-hoa-2022', NOW = '2023-01-09T08:00:00+07:00';
// Each way has a report of its own: two that were never begun, one that was.
const ways = [[1280, 1280, true, 'lanh.dao.b', 'quý III'], [390, 390, true, 'lanh.dao.b', 'năm'], ['390-plain', 390, false, null, null]];

let count = 0, failed = 0;
function tell(name, complaints) {
	count++;
	if (complaints.length) failed++;
	console.log(`${complaints.length ? 'not ok' : 'ok'} ${count} - ${name}`);
	for (const c of complaints) console.log(`# ${c.replace(/\n/g, ' ')}`);
}
const equal = (got, want) => (got === want ? [] : [`${got}, not ${want}`]);
const has = async (page, text) => equal(await page.locator(`text=${text}`).count() > 0, true);

async function look(page, name, width) {
	const axe = typeof width === 'number' ? await checks.axe(page, axeSource) : []; // axe is a script
	tell(`${name} at ${width}`, [...axe, ...await checks.overflow(page), ...await checks.structure(page, 'vi')]);
	if (option.shots) await page.screenshot({ path: path.join(option.shots, `${name.replace(/\W+/g, '-')}-${width}.png`), fullPage: true });
}
async function signIn(page, base, login) {
	await page.goto(`${base}/dang-nhap`);
	await page.fill('#ten', login);
	await page.fill('#mat-khau', PASSWORD);
	await page.click('main button[type=submit]');
}
const send = (page) => page.click('main form:not(.staff-bar__out) button[type=submit]');

// Begins the report, or opens the one that is begun; fills what is empty.
async function write(page, base, title, width) {
	await page.goto(`${base}/lam-viec/bao-cao?nam=2022`);
	await look(page, 'reports of an agency', width);
	const row = page.locator('tbody tr', { has: page.locator(`text=hành chính ${title}, 2022`) });
	if (await row.locator('button').count()) await row.locator('button').click();
	else await row.locator('a').first().click();
	const at = page.url().replace(/[?#].*/, '');
	await look(page, 'a draft', width);
	for (let n = 1; n <= 10; n++) {
		await page.goto(`${at}/muc/${n}`);
		if (n === 3) {
			await look(page, 'a section', width);
			tell(`the figures have begun the text at ${width}`, equal((await page.inputValue('#noi-dung')).includes('hồ sơ'), true));
		}
		await page.fill('#noi-dung', `Nội dung mẫu của mục ${n}.\nHai dòng.`);
		await send(page);
	}
	return at;
}
async function step(page, at, name, width, fill = async () => {}) {
	await page.goto(`${at}/${name}`);
	await fill();
	await look(page, `step ${name}`, width);
	await send(page);
}

async function life(writer, receiver, base, login, title, width) {
	await signIn(writer, base, login);
	await signIn(receiver, base, 'noi.vu');
	await look(writer, 'desk of a leader', width);
	await look(receiver, 'desk of home affairs', width);
	await receiver.goto(`${base}/lam-viec/bao-cao/don-doc`);
	await look(receiver, 'reminders', width);
	const remind = receiver.locator('tbody tr', { has: receiver.locator(`text=hành chính ${title}, 2022`) }).locator('button');
	await remind.first().click();
	tell(`a reminder is recorded at ${width}`, await has(receiver, 'Đã ghi nhận'));
	await writer.goto(`${base}/lam-viec`);
	tell(`the agency sees the reminder at ${width}`, await has(writer, 'đã đôn đốc'));
	const at = await write(writer, base, title, width);
	await step(writer, at, 'submit', width);
	tell(`late is said to be late at ${width}`, await has(writer, 'Nộp chậm'));
	await look(writer, 'submitted', width);
	await step(receiver, at, 'return', width, () => receiver.fill('#reason', 'Thiếu nguyên nhân ở mục III.'));
	await writer.goto(at);
	await look(writer, 'returned', width);
	await step(writer, at, 'submit', width);
	await step(receiver, at, 'accept', width);
	await look(receiver, 'accepted', width);
	tell(`two submissions at ${width}`, equal(await receiver.locator('#versions ~ ol > li').count(), 2));
}

// What Home Affairs sees of a year; the auditor may read and do nothing.
async function overview(page, base, width) {
	await page.goto(`${base}/lam-viec/bao-cao?nam=2022`);
	await look(page, 'reports of 2022', width);
	await page.goto(`${base}/lam-viec/bao-cao?nam=2023`);
	await look(page, 'reports of 2023', width);
	await page.goto(`${base}/lam-viec/bao-cao/dung-han?nam=2022`);
	await look(page, 'punctuality', width);
	await page.locator('tfoot a').first().click();
	await look(page, 'behind a number', width);
	await page.goto(`${base}/lam-viec/bao-cao/che-do`);
	await look(page, 'regimes', width);
}

if (!option.binary) {
	console.error('usage: reports.mjs --binary FILE [--data DIR] [--shots DIR]');
	process.exit(2);
}
if (option.shots) fs.mkdirSync(option.shots, { recursive: true });
const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'motcua-reports-')), data = path.join(dir, 'province');
if (option.data) fs.cpSync(option.data, data, { recursive: true });
const server = await start(option.binary, data, NOW);
// Without --no-sandbox Chromium does not start as root.
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
try {
	for (const [width, pixels, js, login, title] of ways) {
		const make = () => browser.newContext({ viewport: { width: pixels, height: 900 }, javaScriptEnabled: js, locale: 'vi-VN' });
		const a = await make(), b = await make(), writer = await a.newPage(), receiver = await b.newPage();
		if (login) await life(writer, receiver, server.base, login, title, width);
		else await signIn(receiver, server.base, 'noi.vu');
		await overview(receiver, server.base, width);
		await a.close();
		await b.close();
	}
} finally {
	await browser.close();
	await server.stop();
	fs.rmSync(dir, { recursive: true, force: true });
}
console.log(`1..${count}`);
process.exit(failed ? 1 : 0);
