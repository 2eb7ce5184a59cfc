// inspection.mjs: a whole inspection of an invented unit, from its setting-up to the verified remedy, by three roles: Home Affairs, an
// inspector, the unit's leader; in each of WAYS. A declared figure that is one too high shows as a difference; what may not be
// is refused with its reason and keeps what was typed.
import { WAYS, equal, fill, has, play } from './harness.mjs';

const UNIT = 'Sở Mẫu A', LIST = '/lam-viec/kiem-tra';
const HOURS = ['08', '10', '13']; // of the session, in the order of WAYS

const send = (page) => page.click('main form.card button[type=submit]');
// A step of the inspection at `at`; it must be accepted.
async function step(t, page, at, verb, values = {}) {
	await page.goto(`${at}/${verb}`);
	await fill(page, values);
	await send(page);
	const url = new URL(page.url());
	if (url.searchParams.get('xong') !== verb) t.tell(`step ${verb}`, [`ended at ${url.pathname}: ${(await page.textContent('main')).replace(/\s+/g, ' ').slice(0, 300)}`]);
}
// The same, but refused: the reason is said, what was typed is still there.
async function refused(t, page, at, verb, values, reason) {
	await page.goto(`${at}/${verb}`);
	await fill(page, values);
	await send(page);
	const kept = [];
	for (const [id, value] of Object.entries(values)) if (await page.inputValue(`#${id}`) !== value) kept.push(`#${id} lost what was typed`);
	const said = await page.textContent('.error-summary').catch(() => '');
	t.tell(`${verb} is refused: ${reason}`, [...kept, ...(said.includes(reason) ? [] : [`it says: ${said.replace(/\s+/g, ' ')}`])]);
}

async function prepare(t, office, way, hour) {
	await office.goto(`${t.base}${LIST}`);
	await t.look(office, 'inspections', way);
	await office.goto(`${t.base}${LIST}/moi`);
	await fill(office, { unit: UNIT, title: `Kiểm tra CCHC tại ${UNIT} (${way.name})`, method: 'direct', period_from: '01/01/2022', period_to: '31/12/2021' });
	await send(office);
	await t.look(office, 'set up refused', way);
	t.tell(`a period backwards is refused at ${way.name}`, await has(office, 'Thời kỳ kết thúc trước khi bắt đầu'));
	await fill(office, { period_to: '31/12/2022' });
	await send(office);
	const at = office.url().split('?')[0];
	t.tell(`set up at ${way.name}`, /kiem-tra\/\d+$/.test(at) ? [] : [at]);
	await refused(t, office, at, 'member', { name: 'Người Của Đơn Vị', position: 'Chuyên viên', body: UNIT, part: 'member' }, 'chính đơn vị được kiểm tra');
	await refused(t, office, at, 'decide', { number: '01/QĐ-SNV', date: '09/01/2023' }, 'chưa có Trưởng đoàn');
	await step(t, office, at, 'member', { name: 'Trưởng Đoàn Mẫu', position: 'Phó Giám đốc', body: 'Sở Nội vụ', part: 'leader' });
	await step(t, office, at, 'member', { name: 'Thành Viên Mẫu', position: 'Chuyên viên', body: 'Sở Tư pháp', part: 'member' });
	await step(t, office, at, 'decide', { number: `${hour}/QĐ-SNV`, date: '09/01/2023' });
	await step(t, office, at, 'notify', { number: `${hour}/TB-SNV`, date: '09/01/2023', from: `09/01/2023 ${hour}:00`, to: `09/01/2023 ${hour}:59`, place: `Trụ sở ${UNIT}` });
	return at;
}

// The unit declares what the system will compute, but for one dossier too many.
async function declare(t, unit, at, way) {
	await refused(t, unit, at, 'declare', { received: '100', received_new: '90', carried_over: '11', in_progress: '1', procedures: '5' }, 'tiếp nhận = mới tiếp nhận');
	await t.look(unit, 'declaration refused', way);
	await step(t, unit, at, 'declare', { received: '100', received_new: '90', carried_over: '10', resolved: '99', in_progress: '1', procedures: '5' });
}

async function sit(t, team, at, way) {
	await step(t, team, at, 'begin');
	t.tell(`a difference shows at ${way.name}`, await has(team, 'chỉ tiêu lệch'));
	await step(t, team, at, 'attend', { side: 'team', name: 'Trưởng Đoàn Mẫu', position: 'Trưởng đoàn' });
	await step(t, team, at, 'attend', { side: 'unit', name: 'Lãnh Đạo Mẫu', position: 'Phó Giám đốc' });
	await step(t, team, at, 'draw', { seed: `mẫu ${way.name}`, size: '5' });
	await team.click('.role-list a.code');
	await t.look(team, 'a dossier of the sample', way);
	t.tell(`its deadline explains itself at ${way.name}`, await has(team, 'Hạn trả'));
	await team.click('aside a.button:not(.button--plain)');
	await fill(team, { result: 'faulty', text: 'Thiếu phiếu kiểm soát' });
	await send(team);
	t.tell(`a check counts at ${way.name}`, await has(team, '1 hồ sơ có sai sót'));
	await refused(t, team, at, 'draw', { seed: 'khác', size: '5' }, 'Mẫu hồ sơ đã được chọn');
	await step(t, team, at, 'finding', { area: 'digital_government', severity: 'moderate', text: 'Phần mềm chưa tương thích.', evidence: 'Trao đổi tại buổi làm việc' });
	await refused(t, team, at, 'recommend', { text: 'Kết nối phần mềm', owner: '', deadline: '' }, 'Cơ quan chịu trách nhiệm');
	await step(t, team, at, 'recommend', { text: 'Kết nối phần mềm', owner: UNIT, deadline: '31/01/2023', finding: '1' });
}

async function sign(t, team, unit, office, at, way) {
	await step(t, unit, at, 'explain', { finding: '1', text: 'Đang chờ bộ chủ quản.' });
	await step(t, unit, at, 'propose', { text: 'Đề nghị mở kết nối.', addressee: 'UBND tỉnh' });
	await refused(t, office, at, 'conclude', { number: '1/KL-SNV', date: '09/01/2023', text: 'Kết luận' }, 'Chưa có biên bản');
	await step(t, team, at, 'sign_team', { position: 'Trưởng đoàn' });
	await step(t, unit, at, 'sign_unit', { position: 'Phó Giám đốc' });
	await step(t, office, at, 'conclude', { number: `${way.name}/KL-SNV`, date: '09/01/2023', text: 'Đơn vị cần khắc phục tồn tại nêu trên.' });
}

// The report of remedy with a file: another kind is refused, a file must be chosen again after a refusal, and it comes back as it was.
async function remedy(t, unit, team, at, way) {
	const pdf = { name: 'Biên bản kỹ thuật.pdf', mimeType: 'application/pdf', buffer: Buffer.from(`%PDF-1.4\n${way.name}\r\n\xff`, 'latin1') };
	const values = { recommendation: '1', text: 'Đã kết nối.', evidence: 'Biên bản kỹ thuật' };
	const attempt = async (file, fields) => {
		await fill(unit, fields);
		await unit.setInputFiles('#evidence_file', file);
		await send(unit);
	};
	await unit.goto(`${at}/remedy`);
	await t.look(unit, 'report of remedy', way);
	await attempt({ name: 'x.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<html>') }, values);
	t.tell(`another kind of file is refused at ${way.name}`, await has(unit, 'Không nhận loại tệp này'));
	await t.look(unit, 'report of remedy refused', way);
	await attempt(pdf, { ...values, text: '' });
	t.tell(`a file is to be chosen again at ${way.name}`, await has(unit, 'Hãy chọn lại tệp này'));
	await attempt(pdf, values);
	t.tell(`a remedy with a file at ${way.name}`, equal(new URL(unit.url()).searchParams.get('xong'), 'remedy'));
	await team.goto(at);
	const link = team.locator('#kien-nghi-1 a', { hasText: 'Biên bản kỹ thuật.pdf' });
	const got = await team.request.get(new URL(await link.getAttribute('href'), team.url()).href);
	t.tell(`the file comes back at ${way.name}`, [...equal(got.status(), 200), ...(pdf.buffer.equals(await got.body()) ? [] : ['other bytes']),
		...(got.headers()['content-disposition'].startsWith('attachment;') ? [] : ['it is no attachment'])]);
}

async function follow(t, team, unit, office, at, way) {
	await unit.goto(at);
	await unit.click('#kien-nghi-1 a.button');
	await fill(unit, { text: 'Cam kết kết nối trong tháng 01/2023.' });
	await send(unit);
	await refused(t, office, at, 'close', {}, 'Còn kiến nghị chưa được xác nhận');
	await remedy(t, unit, team, at, way);
	await step(t, team, at, 'send_back', { recommendation: '1', reason: 'Chưa có xác nhận của bộ.' });
	await step(t, unit, at, 'remedy', { recommendation: '1', text: 'Đã kết nối, có xác nhận.', evidence: 'Văn bản xác nhận' });
	await step(t, team, at, 'verify', { recommendation: '1', text: 'Đã xác minh.' });
	await step(t, office, at, 'reply', { proposal: '1', text: 'Đã chuyển cơ quan có thẩm quyền.' });
	await step(t, office, at, 'close');
	await office.goto(at);
	t.tell(`the remedy is verified at ${way.name}`, await has(office, 'Đã xác nhận khắc phục'));
	await t.look(office, 'the whole inspection', way);
}

await play('inspection', { province: 'demo' }, async (t) => {
	for (const [i, way] of WAYS.entries()) {
		const pages = [];
		for (const role of ['home_affairs', 'inspector', 'leader', 'leader_b']) pages.push(await t.page(way, role));
		const [office, team, unit, other] = pages, at = await prepare(t, office, way, HOURS[i]);
		t.tell(`another agency's file is not there at ${way.name}`, equal((await other.goto(at)).status(), 404));
		t.tell(`nor its steps at ${way.name}`, equal((await other.goto(`${at}/declare`)).status(), 404));
		await declare(t, unit, at, way);
		await sit(t, team, at, way);
		await sign(t, team, unit, office, at, way);
		await follow(t, team, unit, office, at, way);
		for (const p of pages) await p.context().close();
	}
});
