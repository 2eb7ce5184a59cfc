// plans.mjs --binary build/motcua [--shots DIR]
//
// Plans in Chromium: an agency drafts, issues and reports on its reform plan; home affairs plans the year's inspections; at
// 1280 and 390 px with JavaScript, and at 390 px without. TAP on standard output. It makes its own empty province and
// fills it with the agencies of packs/vn and the invented ones of the demonstration.
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
const year = new Date().getFullYear();

let count = 0, failed = 0;
function tell(name, complaints) {
	count++;
	if (complaints.length) failed++;
	console.log(`${complaints.length ? 'not ok' : 'ok'} ${count} - ${name}`);
	for (const c of complaints) console.log(`# ${c.replace(/\n/g, ' ')}`);
}
const equal = (got, want) => (got === want ? [] : [`${got}, not ${want}`]);
const holds = async (page, text) => ((await page.textContent('main')).includes(text) ? [] : [`no "${text}" on the page`]);

function run(args, input = '') {
	const made = spawnSync(option.binary, args, { encoding: 'utf8', input });
	if (made.status !== 0) throw new Error(`motcua ${args[0]} failed (${made.status}): ${made.stderr}`);
}

// One page: what axe, the outline, the width and the console say.
async function look(page, name, width, lang = 'vi') {
	const axe = typeof width === 'number' ? await checks.axe(page, axeSource) : []; // axe is a script
	tell(`${name} at ${width}`, [...axe, ...await checks.overflow(page), ...await checks.structure(page, lang)]);
	if (option.shots) await page.screenshot({ path: path.join(option.shots, `${name.replace(/\W+/g, '-')}-${width}.png`), fullPage: true });
}
const send = (page) => page.click('main form:not(.staff-bar__out) button[type=submit]');
async function signIn(page, base, login) {
	await page.goto(`${base}/dang-nhap`);
	await page.fill('#ten', login);
	await page.fill('#mat-khau', FIRST);
	await send(page);
	await page.fill('#cu', FIRST);
	await page.fill('#moi', OWN);
	await page.fill('#lai', OWN);
	await send(page);
}
// Fills the fields of a step and sends it; values by the names of the fields.
async function take(page, to, values) {
	await page.goto(to);
	for (const [name, value] of Object.entries(values)) {
		const at = page.locator(`[name="${name}"]`);
		if (await at.evaluate((e) => e.tagName === 'SELECT')) await at.selectOption(value);
		else await at.fill(value);
	}
	await send(page);
}
const address = (page) => page.url().split('?')[0];

async function agencyPlan(page, base, width) {
	const plans = `${base}/lam-viec/ke-hoach`;
	await page.goto(plans);
	await look(page, 'list of plans', width);
	await page.goto(`${plans}/co-quan/moi`);
	await look(page, 'draft of an agency', width);
	await take(page, `${plans}/co-quan/moi`, { title: 'Kế hoạch mẫu', year: '1890' });
	await look(page, 'draft refused', width);
	tell(`what was typed stays at ${width}`, equal(await page.inputValue('#title'), 'Kế hoạch mẫu'));
	await take(page, `${plans}/co-quan/moi`, { title: `Kế hoạch cải cách hành chính năm ${year} của Sở Mẫu A`, year: String(year), purpose: 'Nâng cao chất lượng phục vụ.\nHoàn thành các chỉ tiêu được giao.' });
	const plan = address(page);
	await look(page, 'plan without tasks', width);
	const tasks = [['0', 'Tự kiểm tra công tác cải cách hành chính', `01/01/${year}`], ['2', 'Rà soát, đơn giản hóa thủ tục hành chính thuộc phạm vi quản lý', `31/12/${year}`],
		['2', 'Niêm yết, công khai thủ tục hành chính', `31/12/${year}`], ['6', 'Số hóa hồ sơ, kết quả giải quyết thủ tục hành chính', `31/12/${year}`]];
	await page.goto(`${plan}/add_task`);
	await look(page, 'add a task', width);
	for (const [area, task_title, due] of tasks) await take(page, `${plan}/add_task`, { area, task_title, owner: 'Sở Mẫu A', due, expected_result: 'Báo cáo kết quả', person: 'Cán Bộ Mẫu' });
	await take(page, `${plan}/issue`, { sign: 'KH', date: `01/01/${year}` });
	await look(page, 'issue refused', width);
	await take(page, `${plan}/issue`, { sign: '05/KH-SMA', date: `01/01/${year}` });
	tell(`issued at ${width}`, await holds(page, 'Đã ban hành'));
	await take(page, `${plan}/progress?task=2`, { percent: '100', evidence: '' });
	await look(page, 'progress refused', width);
	tell(`evidence is asked for at ${width}`, await holds(page, 'phải có tài liệu kiểm chứng'));
	await take(page, `${plan}/progress?task=2`, { percent: '100', evidence: '12/BC-SMA\n/so-lieu' });
	await take(page, `${plan}/progress?task=3`, { percent: '60', note: 'Đã niêm yết tại Bộ phận Một cửa.' });
	await take(page, `${plan}/amend_task?task=4`, { due: `30/12/${year}`, reason: 'Theo chỉ đạo của Ủy ban nhân dân tỉnh.' });
	tell(`overdue is said at ${width}`, await holds(page, 'Quá hạn'));
	for (const details of await page.locator('.results details summary').all()) await details.click();
	await look(page, 'plan of an agency', width);
	await page.goto(`${base}/lam-viec`);
	await look(page, 'desk of a leader', width);
	await page.goto(plans);
	await look(page, 'list with a plan', width);
	await page.goto(`${plan}?lang=en`);
	await look(page, 'plan in English', width, 'en');
	await page.goto(`${plans}?lang=vi`);
	return plan;
}

async function inspectionPlan(page, base, width) {
	const plans = `${base}/lam-viec/ke-hoach/kiem-tra`;
	await page.goto(`${plans}/moi`);
	await look(page, 'draft of inspections', width);
	await take(page, `${plans}/moi`, { sign: '12/KH-SNV', date: `01/01/${year}`, period_from: `01/01/${year - 1}`, period_to: `31/12/${year - 1}`, scope: 'Kiểm tra việc thực hiện công tác cải cách hành chính tại các đơn vị.' });
	const plan = address(page);
	await look(page, 'inspections without units', width);
	for (const [unit, month] of [['Sở Mẫu A', '10'], ['Xã Mẫu B', '12']]) await take(page, `${plan}/add_unit`, { unit, month });
	await take(page, `${plan}/add_unit`, { unit: 'Sở Mẫu A', month: '12' });
	await look(page, 'unit refused', width);
	tell(`a unit is there once at ${width}`, await holds(page, 'đã có trong kế hoạch'));
	await take(page, `${plan}/add_body`, { body: 'Sở Nội vụ', duty: 'leads' });
	await take(page, `${plan}/add_body`, { body: 'Sở Tư pháp', duty: 'takes_part' });
	await take(page, `${plan}/issue`, {});
	tell(`inspections issued at ${width}`, await holds(page, 'Đã ban hành'));
	await look(page, 'plan of inspections', width);
}

if (!option.binary) {
	console.error('usage: plans.mjs --binary FILE [--shots DIR]');
	process.exit(2);
}
if (option.shots) fs.mkdirSync(option.shots, { recursive: true });
const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'motcua-plans-')), data = path.join(dir, 'province');
run(['init', '--data', data]);
for (const file of ['agencies.csv', 'demo/agencies.csv']) run(['import', 'agencies', path.join(root, 'packs/vn', file), '--data', data]);
ways.forEach(([width]) => {
	run(['user', 'add', `lanhdao${width}`, '--name', 'Lãnh Đạo Mẫu', '--role', 'leader', '--agency', 'Sở Mẫu A', '--data', data], FIRST);
	run(['user', 'add', `noivu${width}`, '--name', 'Cán Bộ Nội Vụ Mẫu', '--role', 'home_affairs', '--data', data], FIRST);
});
const server = await start(option.binary, data, new Date().toISOString().replace(/\.\d+Z/, 'Z'));
// Without --no-sandbox Chromium does not start as root.
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
try {
	for (const [width, pixels, js] of ways) {
		const make = () => browser.newContext({ viewport: { width: pixels, height: 900 }, javaScriptEnabled: js, locale: 'vi-VN' });
		const a = await make(), page = await a.newPage();
		await signIn(page, server.base, `lanhdao${width}`);
		const plan = await agencyPlan(page, server.base, width);
		const h = await make(), home = await h.newPage();
		await signIn(home, server.base, `noivu${width}`);
		await inspectionPlan(home, server.base, width);
		// Makes room for the plan of the next round: an agency has one issued plan a year.
		await take(page, `${plan}/withdraw`, { reason: 'Ban hành lại.' });
		await look(page, 'withdrawn plan', width);
		await a.close();
		await h.close();
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
