// inspection.mjs --binary build/motcua [--data DIR] [--shots DIR]
//
// A whole inspection of an invented unit, from its setting-up to the verified remedy, by three roles: Home Affairs, an inspector, the
// unit's leader; at 1280 and 390 px with JavaScript, and at 390 px without. A declared figure that is one too high shows as a
// difference; what may not be is refused with its reason and keeps what was typed. TAP on standard output.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import * as checks from './checks.mjs';
import { signInAs } from './people.mjs';
import { start } from './server.mjs';

const here = path.dirname(fileURLToPath(import.meta.url)), root = path.join(here, '../..');
const require = createRequire(path.join(root, 'web/package.json'));
const { chromium } = require('playwright-core');
const axeSource = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const { values: option } = parseArgs({ options: { binary: { type: 'string' }, data: { type: 'string' }, shots: { type: 'string' } } });
const UNIT = 'Sở Mẫu A', LIST = '/lam-viec/kiem-tra';
const ways = [[1280, 1280, true, '08'], [390, 390, true, '10'], ['390-plain', 390, false, '13']]; // and the hour of the session

let count = 0, failed = 0;
function tell(name, complaints) {
	count++;
	if (complaints.length) failed++;
	console.log(`${complaints.length ? 'not ok' : 'ok'} ${count} - ${name}`);
	for (const c of complaints) console.log(`# ${c.replace(/\n/g, ' ')}`);
}
const equal = (got, want) => (got === want ? [] : [`${got}, not ${want}`]);
async function holds(page, name, text) {
	const body = await page.textContent('main');
	tell(name, body.includes(text) ? [] : [`“${text}” is not on ${page.url()}`]);
}
async function look(page, name, width) {
	const axe = typeof width === 'number' ? await checks.axe(page, axeSource) : [];
	tell(`${name} at ${width}`, [...axe, ...await checks.overflow(page), ...await checks.structure(page, 'vi')]);
	if (option.shots) await page.screenshot({ path: path.join(option.shots, `${name.replace(/\W+/g, '-')}-${width}.png`), fullPage: true });
}
async function fill(page, values) {
	for (const [id, value] of Object.entries(values)) {
		const field = page.locator(`#${id}`);
		const tag = await field.evaluate((e) => (e.type === 'checkbox' ? 'checkbox' : e.tagName));
		if (tag === 'SELECT') await field.selectOption(value);
		else if (tag === 'checkbox') await field.setChecked(value);
		else await field.fill(value);
	}
}
const send = (page) => page.click('main form.card button[type=submit]');
// A step of the inspection at `at`; it must be accepted.
async function step(page, at, verb, values = {}) {
	await page.goto(`${at}/${verb}`);
	await fill(page, values);
	await send(page);
	const url = new URL(page.url());
	if (url.searchParams.get('xong') !== verb) tell(`step ${verb}`, [`ended at ${url.pathname}: ${(await page.textContent('main')).replace(/\s+/g, ' ').slice(0, 300)}`]);
}
// The same, but refused: the reason is said, what was typed is still there.
async function refused(page, at, verb, values, reason) {
	await page.goto(`${at}/${verb}`);
	await fill(page, values);
	await send(page);
	const kept = [];
	for (const [id, value] of Object.entries(values)) if (await page.inputValue(`#${id}`) !== value) kept.push(`#${id} lost what was typed`);
	const said = await page.textContent('.error-summary').catch(() => '');
	tell(`${verb} is refused: ${reason}`, [...kept, ...(said.includes(reason) ? [] : [`it says: ${said.replace(/\s+/g, ' ')}`])]);
}

async function prepare(office, base, width, hour) {
	await office.goto(`${base}${LIST}`);
	await look(office, 'inspections', width);
	await office.goto(`${base}${LIST}/moi`);
	await fill(office, { unit: UNIT, title: `Kiểm tra CCHC tại ${UNIT} (${width})`, method: 'direct', period_from: '01/01/2022', period_to: '31/12/2021' });
	await send(office);
	await look(office, 'set up refused', width);
	await holds(office, `a period backwards is refused at ${width}`, 'Thời kỳ kết thúc trước khi bắt đầu');
	await fill(office, { period_to: '31/12/2022' });
	await send(office);
	const at = office.url().split('?')[0];
	tell(`set up at ${width}`, /kiem-tra\/\d+$/.test(at) ? [] : [at]);
	await refused(office, at, 'member', { name: 'Người Của Đơn Vị', position: 'Chuyên viên', body: UNIT, part: 'member' }, 'chính đơn vị được kiểm tra');
	await refused(office, at, 'decide', { number: '01/QĐ-SNV', date: '09/01/2023' }, 'chưa có Trưởng đoàn');
	await step(office, at, 'member', { name: 'Trưởng Đoàn Mẫu', position: 'Phó Giám đốc', body: 'Sở Nội vụ', part: 'leader' });
	await step(office, at, 'member', { name: 'Thành Viên Mẫu', position: 'Chuyên viên', body: 'Sở Tư pháp', part: 'member' });
	await step(office, at, 'decide', { number: `${hour}/QĐ-SNV`, date: '09/01/2023' });
	await step(office, at, 'notify', { number: `${hour}/TB-SNV`, date: '09/01/2023', from: `09/01/2023 ${hour}:00`, to: `09/01/2023 ${hour}:59`, place: `Trụ sở ${UNIT}` });
	return at;
}

// The unit declares what the system will compute, but for one dossier too many.
async function declare(unit, at, width) {
	await refused(unit, at, 'declare', { received: '100', received_new: '90', carried_over: '11', in_progress: '1', procedures: '5' }, 'tiếp nhận = mới tiếp nhận');
	await look(unit, 'declaration refused', width);
	await step(unit, at, 'declare', { received: '100', received_new: '90', carried_over: '10', resolved: '99', in_progress: '1', procedures: '5' });
}

async function sit(team, at, width) {
	await step(team, at, 'begin');
	await holds(team, `a difference shows at ${width}`, 'chỉ tiêu lệch');
	await step(team, at, 'attend', { side: 'team', name: 'Trưởng Đoàn Mẫu', position: 'Trưởng đoàn' });
	await step(team, at, 'attend', { side: 'unit', name: 'Lãnh Đạo Mẫu', position: 'Phó Giám đốc' });
	await step(team, at, 'draw', { seed: `mẫu ${width}`, size: '5' });
	await team.click('.role-list a.code');
	await look(team, 'a dossier of the sample', width);
	await holds(team, `its deadline explains itself at ${width}`, 'Hạn trả');
	await team.click('aside a.button:not(.button--plain)');
	await fill(team, { result: 'faulty', text: 'Thiếu phiếu kiểm soát' });
	await send(team);
	await holds(team, `a check counts at ${width}`, '1 hồ sơ có sai sót');
	await refused(team, at, 'draw', { seed: 'khác', size: '5' }, 'Mẫu hồ sơ đã được chọn');
	await step(team, at, 'finding', { area: 'digital_government', severity: 'moderate', text: 'Phần mềm chưa tương thích.', evidence: 'Trao đổi tại buổi làm việc' });
	await refused(team, at, 'recommend', { text: 'Kết nối phần mềm', owner: '', deadline: '' }, 'Cơ quan chịu trách nhiệm');
	await step(team, at, 'recommend', { text: 'Kết nối phần mềm', owner: UNIT, deadline: '31/01/2023', finding: '1' });
}

async function sign(team, unit, office, at, width) {
	await step(unit, at, 'explain', { finding: '1', text: 'Đang chờ bộ chủ quản.' });
	await step(unit, at, 'propose', { text: 'Đề nghị mở kết nối.', addressee: 'UBND tỉnh' });
	await refused(office, at, 'conclude', { number: '1/KL-SNV', date: '09/01/2023', text: 'Kết luận' }, 'Chưa có biên bản');
	await step(team, at, 'sign_team', { position: 'Trưởng đoàn' });
	await step(unit, at, 'sign_unit', { position: 'Phó Giám đốc' });
	await step(office, at, 'conclude', { number: `${width}/KL-SNV`, date: '09/01/2023', text: 'Đơn vị cần khắc phục tồn tại nêu trên.' });
}

// The report of remedy with a file: another kind is refused, a file must be chosen again after a refusal, and it comes back as it was.
async function remedy(unit, team, at, width) {
	const pdf = { name: 'Biên bản kỹ thuật.pdf', mimeType: 'application/pdf', buffer: Buffer.from(`%PDF-1.4\n${width}\r\n\xff`, 'latin1') };
	const values = { recommendation: '1', text: 'Đã kết nối.', evidence: 'Biên bản kỹ thuật' };
	const attempt = async (file, fields) => {
		await fill(unit, fields);
		await unit.setInputFiles('#evidence_file', file);
		await send(unit);
	};
	await unit.goto(`${at}/remedy`);
	await look(unit, 'report of remedy', width);
	await attempt({ name: 'x.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<html>') }, values);
	await holds(unit, `another kind of file is refused at ${width}`, 'Không nhận loại tệp này');
	await look(unit, 'report of remedy refused', width);
	await attempt(pdf, { ...values, text: '' });
	await holds(unit, `a file is to be chosen again at ${width}`, 'Hãy chọn lại tệp này');
	await attempt(pdf, values);
	tell(`a remedy with a file at ${width}`, equal(new URL(unit.url()).searchParams.get('xong'), 'remedy'));
	await team.goto(at);
	const link = team.locator('#kien-nghi-1 a', { hasText: 'Biên bản kỹ thuật.pdf' });
	const got = await team.request.get(new URL(await link.getAttribute('href'), team.url()).href);
	tell(`the file comes back at ${width}`, [...equal(got.status(), 200), ...(pdf.buffer.equals(await got.body()) ? [] : ['other bytes']),
		...(got.headers()['content-disposition'].startsWith('attachment;') ? [] : ['it is no attachment'])]);
}

async function follow(team, unit, office, at, width) {
	await unit.goto(at);
	await unit.click('#kien-nghi-1 a.button');
	await fill(unit, { text: 'Cam kết kết nối trong tháng 01/2023.' });
	await send(unit);
	await refused(office, at, 'close', {}, 'Còn kiến nghị chưa được xác nhận');
	await remedy(unit, team, at, width);
	await step(team, at, 'send_back', { recommendation: '1', reason: 'Chưa có xác nhận của bộ.' });
	await step(unit, at, 'remedy', { recommendation: '1', text: 'Đã kết nối, có xác nhận.', evidence: 'Văn bản xác nhận' });
	await step(team, at, 'verify', { recommendation: '1', text: 'Đã xác minh.' });
	await step(office, at, 'reply', { proposal: '1', text: 'Đã chuyển cơ quan có thẩm quyền.' });
	await step(office, at, 'close');
	await office.goto(at);
	await holds(office, `the remedy is verified at ${width}`, 'Đã xác nhận khắc phục');
	await look(office, 'the whole inspection', width);
}

async function play(browser, base, [width, pixels, script, hour]) {
	const pages = {};
	for (const role of ['home_affairs', 'inspector', 'leader', 'leader_b']) {
		const context = await browser.newContext({ viewport: { width: pixels, height: 900 }, javaScriptEnabled: script, locale: 'vi-VN' });
		pages[role] = await context.newPage();
		await signInAs(pages[role], base, role);
	}
	const { home_affairs: office, inspector: team, leader: unit, leader_b: other } = pages;
	const bad = checks.watch(office, 422), at = await prepare(office, base, width, hour);

	tell(`another agency's file is not there at ${width}`, equal((await other.goto(at)).status(), 404));
	tell(`nor its steps at ${width}`, equal((await other.goto(`${at}/declare`)).status(), 404));
	await declare(unit, at, width);
	await sit(team, at, width);
	await sign(team, unit, office, at, width);
	await follow(team, unit, office, at, width);
	tell(`nothing in the console at ${width}`, bad.filter((b) => !b.includes('status of') && !b.startsWith('failed:'))); // a step cuts off what still loads
	for (const page of Object.values(pages)) await page.context().close();
}

const made = option.data ? null : fs.mkdtempSync(path.join(os.tmpdir(), 'motcua-inspection-'));
const server = await start(path.resolve(option.binary), option.data ?? path.join(made, 'province'), '2023-01-09T08:00:00+07:00');
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
try {
	for (const way of ways) await play(browser, server.base, way);
} catch (e) {
	tell('the whole inspection', [String(e)]);
} finally {
	await browser.close();
	await server.stop();
	if (made) fs.rmSync(made, { recursive: true, force: true });
}
console.log(`1..${count}`);
process.exit(failed ? 1 : 0);
