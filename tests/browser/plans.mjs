// plans.mjs: plans in Chromium: an agency drafts, issues and reports on its reform plan; home affairs plans the year's inspections; in
// each of WAYS. It makes its own province with the agencies of packs/vn and the invented ones of the demonstration.
import { WAYS, equal, has, play, send } from './harness.mjs';
import { FIRST, firstSignIn } from './people.mjs';

const year = new Date().getFullYear();

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

async function agencyPlan(t, page, way) {
	const plans = `${t.base}/lam-viec/ke-hoach`;
	await page.goto(plans);
	await t.look(page, 'list of plans', way);
	await page.goto(`${plans}/co-quan/moi`);
	await t.look(page, 'draft of an agency', way);
	await take(page, `${plans}/co-quan/moi`, { title: 'Kế hoạch mẫu', year: '1890' });
	await t.look(page, 'draft refused', way);
	t.tell(`what was typed stays at ${way.name}`, equal(await page.inputValue('#title'), 'Kế hoạch mẫu'));
	await take(page, `${plans}/co-quan/moi`, { title: `Kế hoạch cải cách hành chính năm ${year} của Sở Mẫu A`, year: String(year), purpose: 'Nâng cao chất lượng phục vụ.\nHoàn thành các chỉ tiêu được giao.' });
	const plan = address(page);
	await t.look(page, 'plan without tasks', way);
	const tasks = [['0', 'Tự kiểm tra công tác cải cách hành chính', `01/01/${year}`], ['2', 'Rà soát, đơn giản hóa thủ tục hành chính thuộc phạm vi quản lý', `31/12/${year}`],
		['2', 'Niêm yết, công khai thủ tục hành chính', `31/12/${year}`], ['6', 'Số hóa hồ sơ, kết quả giải quyết thủ tục hành chính', `31/12/${year}`]];
	await page.goto(`${plan}/add_task`);
	await t.look(page, 'add a task', way);
	for (const [area, task_title, due] of tasks) await take(page, `${plan}/add_task`, { area, task_title, owner: 'Sở Mẫu A', due, expected_result: 'Báo cáo kết quả', person: 'Cán Bộ Mẫu' });
	await take(page, `${plan}/issue`, { sign: 'KH', date: `01/01/${year}` });
	await t.look(page, 'issue refused', way);
	await take(page, `${plan}/issue`, { sign: '05/KH-SMA', date: `01/01/${year}` });
	t.tell(`issued at ${way.name}`, await has(page, 'Đã ban hành'));
	await take(page, `${plan}/progress?task=2`, { percent: '100', evidence: '' });
	await t.look(page, 'progress refused', way);
	t.tell(`evidence is asked for at ${way.name}`, await has(page, 'phải có tài liệu kiểm chứng'));
	await take(page, `${plan}/progress?task=2`, { percent: '100', evidence: '12/BC-SMA\n/so-lieu' });
	await take(page, `${plan}/progress?task=3`, { percent: '60', note: 'Đã niêm yết tại Bộ phận Một cửa.' });
	await take(page, `${plan}/amend_task?task=4`, { due: `30/12/${year}`, reason: 'Theo chỉ đạo của Ủy ban nhân dân tỉnh.' });
	t.tell(`overdue is said at ${way.name}`, await has(page, 'Quá hạn'));
	for (const details of await page.locator('.results details summary').all()) await details.click();
	await t.look(page, 'plan of an agency', way);
	await page.goto(`${t.base}/lam-viec`);
	await t.look(page, 'desk of a leader', way);
	await page.goto(plans);
	await t.look(page, 'list with a plan', way);
	await page.goto(`${plan}?lang=en`);
	await t.look(page, 'plan in English', way, 'en');
	await page.goto(`${plans}?lang=vi`);
	return plan;
}

async function inspectionPlan(t, page, way) {
	const plans = `${t.base}/lam-viec/ke-hoach/kiem-tra`;
	await page.goto(`${plans}/moi`);
	await t.look(page, 'draft of inspections', way);
	await take(page, `${plans}/moi`, { sign: '12/KH-SNV', date: `01/01/${year}`, period_from: `01/01/${year - 1}`, period_to: `31/12/${year - 1}`, scope: 'Kiểm tra việc thực hiện công tác cải cách hành chính tại các đơn vị.' });
	const plan = address(page);
	await t.look(page, 'inspections without units', way);
	for (const [unit, month] of [['Sở Mẫu A', '10'], ['Xã Mẫu B', '12']]) await take(page, `${plan}/add_unit`, { unit, month });
	await take(page, `${plan}/add_unit`, { unit: 'Sở Mẫu A', month: '12' });
	await t.look(page, 'unit refused', way);
	t.tell(`a unit is there once at ${way.name}`, await has(page, 'đã có trong kế hoạch'));
	await take(page, `${plan}/add_body`, { body: 'Sở Nội vụ', duty: 'leads' });
	await take(page, `${plan}/add_body`, { body: 'Sở Tư pháp', duty: 'takes_part' });
	await take(page, `${plan}/issue`, {});
	t.tell(`inspections issued at ${way.name}`, await has(page, 'Đã ban hành'));
	await t.look(page, 'plan of inspections', way);
}

async function fillProvince(t) {
	for (const file of ['agencies.csv', 'demo/agencies.csv']) t.motcua(['import', 'agencies', t.packs(file)]);
	for (const way of WAYS) {
		t.motcua(['user', 'add', `lanhdao${way.name}`, '--name', 'Lãnh Đạo Mẫu', '--role', 'leader', '--agency', 'Sở Mẫu A'], FIRST);
		t.motcua(['user', 'add', `noivu${way.name}`, '--name', 'Cán Bộ Nội Vụ Mẫu', '--role', 'home_affairs'], FIRST);
	}
}

await play('plans', { province: fillProvince, now: new Date().toISOString().replace(/\.\d+Z/, 'Z') }, async (t) => {
	for (const way of WAYS) {
		const page = await t.page(way), home = await t.page(way);
		await firstSignIn(page, t.base, `lanhdao${way.name}`);
		const plan = await agencyPlan(t, page, way);
		await firstSignIn(home, t.base, `noivu${way.name}`);
		await inspectionPlan(t, home, way);
		// Makes room for the plan of the next round: an agency has one issued plan a year.
		await take(page, `${plan}/withdraw`, { reason: 'Ban hành lại.' });
		await t.look(page, 'withdrawn plan', way);
		for (const p of [page, home]) await p.context().close();
	}
});
