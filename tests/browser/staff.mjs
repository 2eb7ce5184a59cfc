// staff.mjs --binary build/motcua [--shots DIR]
//
// The workplace in Chromium: an administrator's first day (own password, authenticator, recovery codes), adding a
// clerk, the clerk's first day, an auditor's view; at 1280 and 390 px with JavaScript, and at 390 px without. TAP on standard
// output. It makes its own empty province and fills it with the agencies of packs/vn.
import { spawnSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
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
function totp(secret, at) {
	let bits = '';
	for (const c of secret.replace(/\s/g, '')) bits += 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0');
	const key = Buffer.from(bits.match(/.{8}/g).map((b) => parseInt(b, 2))), step = Buffer.alloc(8);
	step.writeBigUInt64BE(BigInt(Math.floor(at / 30000)));
	const hash = createHmac('sha1', key).update(step).digest(), from = hash[19] & 15;
	return String((hash.readUInt32BE(from) & 0x7fffffff) % 1000000).padStart(6, '0');
}

// One page: what axe, the outline, the width and the console say.
async function look(page, name, width) {
	const axe = typeof width === 'number' ? await checks.axe(page, axeSource) : []; // axe is a script
	tell(`${name} at ${width}`, [...axe, ...await checks.overflow(page), ...await checks.structure(page, 'vi')]);
	if (option.shots) await page.screenshot({ path: path.join(option.shots, `${name.replace(/\W+/g, '-')}-${width}.png`), fullPage: true });
}
async function signIn(page, base, login, password) {
	await page.goto(`${base}/dang-nhap`);
	await page.fill('#ten', login);
	await page.fill('#mat-khau', password);
	await page.click('main button[type=submit]');
}
const send = (page) => page.click('main form:not(.staff-bar__out) button[type=submit]');
async function ownPassword(page, old) {
	await page.fill('#cu', old);
	await page.fill('#moi', OWN);
	await page.fill('#lai', OWN);
	await send(page);
}

async function firstDay(page, base, login, width) {
	await page.goto(`${base}/lam-viec/tai-khoan`);
	tell(`the workplace asks who it is at ${width}`, equal(new URL(page.url()).pathname, '/dang-nhap'));
	await look(page, 'sign in', width);
	await signIn(page, base, login, 'not this one');
	await look(page, 'sign in refused', width);
	await signIn(page, base, login, FIRST);
	tell(`first a password of one's own at ${width}`, equal(new URL(page.url()).pathname, '/lam-viec/mat-khau'));
	await look(page, 'own password', width);
	await ownPassword(page, FIRST);
	tell(`then an authenticator at ${width}`, equal(new URL(page.url()).pathname, '/lam-viec/xac-thuc'));
	await look(page, 'authenticator', width);
	const secret = await page.textContent('.secret code');
	await page.fill('#ma', totp(secret, Date.now()));
	await send(page);
	tell(`ten recovery codes at ${width}`, equal(await page.locator('.codes li').count(), 10));
	await look(page, 'recovery codes', width);
	const code = await page.textContent('.codes li:first-child code');
	await page.goto(`${base}/lam-viec`);
	await look(page, 'desk of an administrator', width);
	await page.click('.staff-bar__out button');
	await signIn(page, base, login, OWN);
	await look(page, 'code', width);
	await page.fill('#ma', code);
	await send(page);
	tell(`back at the desk with a recovery code at ${width}`, equal(new URL(page.url()).pathname, '/lam-viec'));
}

async function people(page, base, login, width) {
	await page.goto(`${base}/lam-viec/tai-khoan/moi`);
	await look(page, 'add somebody', width);
	await page.fill('#ho-ten', 'Cán Bộ Mẫu');
	await page.fill('#ten', login);
	await page.fill('#co-quan', 'không có cơ quan này');
	await page.selectOption('#vai-tro', 'clerk');
	await send(page);
	await look(page, 'add somebody refused', width);
	tell(`what was typed stays at ${width}`, equal(await page.inputValue('#ho-ten'), 'Cán Bộ Mẫu'));
	await page.fill('#co-quan', 'SGTVT');
	await send(page);
	await look(page, 'password for once', width);
	const once = await page.textContent('.secret code');
	await page.click('main .buttons a');
	await look(page, 'somebody', width);
	await page.click('text=Tài khoản người dùng');
	await look(page, 'list of people', width);
	await page.goto(`${base}/lam-viec/ban-than`);
	await look(page, 'own account', width);
	return once;
}

// Many people from a text, units of an agency, roles by agency. Gives the password of the last one added.
async function administration(page, base, login, width) {
	const csv = (agency) => `login,name,agency,role\n${login},Người Thay Mẫu,${agency},officer\n`;
	await page.goto(`${base}/lam-viec/tai-khoan/nhap`);
	await look(page, 'many people', width);
	await page.fill('#csv', csv('khong-co'));
	await page.click('main button[value=thu]');
	await look(page, 'many people refused', width);
	tell(`the text stays at ${width}`, equal((await page.inputValue('#csv')).includes(login), true));
	await page.fill('#csv', csv('SGTVT'));
	await page.click('main button[value=thu]');
	await look(page, 'many people tried', width);
	await page.click('main button[value=them]');
	await look(page, 'many people added', width);
	const once = await page.textContent('main td code:not(.code)');
	await page.goto(`${base}/lam-viec/don-vi?co-quan=SGTVT`);
	await page.fill('#ten', `Phòng Mẫu ${width}`);
	await page.fill('#ten-ngan', `PM${width}`);
	await page.fill('#tu', '31/2/2022');
	await page.click('main button:has-text("Thêm đơn vị")');
	await look(page, 'units refused', width);
	await page.fill('#tu', '01/12/2022');
	await page.click('main button:has-text("Thêm đơn vị")');
	tell(`the unit is there at ${width}`, equal(await page.locator(`th:has-text("Phòng Mẫu ${width}")`).count(), 1));
	await look(page, 'units', width);
	await page.goto(`${base}/lam-viec/vai-tro`);
	await look(page, 'roles by agency', width);
	await page.goto(`${base}/lam-viec/vai-tro?vai-tro=editor`);
	await look(page, 'roles by agency, none', width);
	return once;
}

// The clerk lends the role to the colleague, who sees it and gives it back.
async function delegation(page, other, base, colleague, width) {
	await page.goto(`${base}/lam-viec/ban-than/uy-quyen`);
	await look(page, 'delegation', width);
	await page.selectOption('#nguoi', colleague.login);
	await page.fill('#den', '01/01/2020');
	await page.fill('#ly-do', 'Nghỉ phép');
	await page.click('main button:has-text("Ủy quyền")');
	await look(page, 'delegation refused', width);
	tell(`the reason stays at ${width}`, equal(await page.inputValue('#ly-do'), 'Nghỉ phép'));
	await page.fill('#den', await page.inputValue('#tu'));
	await page.click('main button:has-text("Ủy quyền")');
	await look(page, 'delegation given', width);
	await signIn(other, base, colleague.login, colleague.once);
	await ownPassword(other, colleague.once);
	tell(`the colleague acts for somebody at ${width}`, equal(await other.locator('text=thừa ủy quyền của').count(), 1));
	await look(other, 'desk with a lent role', width);
	await other.goto(`${base}/lam-viec/ban-than/uy-quyen`);
	await other.click('main button:has-text("Chấm dứt")');
	tell(`either of the two ends it at ${width}`, equal(await other.locator('text=Đã chấm dứt').count() > 0, true));
}

async function clerk(page, base, login, once, width) {
	await signIn(page, base, login, once);
	await ownPassword(page, once);
	tell(`a clerk is at the desk at ${width}`, equal(new URL(page.url()).pathname, '/lam-viec'));
	await look(page, 'desk of a clerk', width);
	const answer = await page.goto(`${base}/lam-viec/tai-khoan`);
	tell(`a clerk sees no accounts at ${width}`, equal(answer.status(), 403));
	await look(page, 'forbidden', width);
}

if (!option.binary) {
	console.error('usage: staff.mjs --binary FILE [--shots DIR]');
	process.exit(2);
}
if (option.shots) fs.mkdirSync(option.shots, { recursive: true });
const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'motcua-staff-')), data = path.join(dir, 'province');
run(['init', '--data', data]);
run(['import', 'agencies', path.join(root, 'packs/vn/agencies.csv'), '--data', data]);
for (const [width] of ways) run(['user', 'add', `admin${width}`, '--name', 'Người Quản Trị Mẫu', '--role', 'administrator', '--data', data], FIRST);
const server = await start(option.binary, data, new Date().toISOString().replace(/\.\d+Z/, 'Z'));
// Without --no-sandbox Chromium does not start as root.
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
try {
	for (const [width, pixels, js] of ways) {
		const make = () => browser.newContext({ viewport: { width: pixels, height: 900 }, javaScriptEnabled: js, locale: 'vi-VN' });
		const a = await make(), page = await a.newPage();
		await firstDay(page, server.base, `admin${width}`, width);
		const once = await people(page, server.base, `canbo${width}`, width);
		const colleague = { login: `thay${width}`, once: await administration(page, server.base, `thay${width}`, width) };
		const c = await make(), d = await make(), counter = await c.newPage();
		await clerk(counter, server.base, `canbo${width}`, once, width);
		await delegation(counter, await d.newPage(), server.base, colleague, width);
		await d.close();
		await a.close();
		await c.close();
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
