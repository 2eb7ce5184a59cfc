// reports.mjs: periodic reports in Chromium: the leader of an invented commune begins a report, writes it, is refused, submits; Home
// Affairs returns it, reminds, sees who was late; the leader submits again and it is accepted.
import { WAYS, equal, play, send } from './harness.mjs';

// Each way has a report of its own: two that were never begun; the third only reads.
const TITLES = ['quý III', 'năm', null];
const has = async (page, text) => equal(await page.locator(`text=${text}`).count() > 0, true);

// Begins the report, or opens the one that is begun; fills what is empty.
async function write(t, page, title, way) {
	await page.goto(`${t.base}/lam-viec/bao-cao?nam=2022`);
	await t.look(page, 'reports of an agency', way);
	const row = page.locator('tbody tr', { has: page.locator(`text=hành chính ${title}, 2022`) });
	if (await row.locator('button').count()) await row.locator('button').click();
	else await row.locator('a').first().click();
	const at = page.url().replace(/[?#].*/, '');
	await t.look(page, 'a draft', way);
	for (let n = 1; n <= 10; n++) {
		await page.goto(`${at}/muc/${n}`);
		if (n === 3) {
			await t.look(page, 'a section', way);
			t.tell(`the figures have begun the text at ${way.name}`, equal((await page.inputValue('#noi-dung')).includes('hồ sơ'), true));
		}
		await page.fill('#noi-dung', `Nội dung mẫu của mục ${n}.\nHai dòng.`);
		await send(page);
	}
	return at;
}
async function step(t, page, at, name, way, fill = async () => {}) {
	await page.goto(`${at}/${name}`);
	await fill();
	await t.look(page, `step ${name}`, way);
	await send(page);
}

async function life(t, writer, receiver, title, way) {
	await t.look(writer, 'desk of a leader', way);
	await t.look(receiver, 'desk of home affairs', way);
	await receiver.goto(`${t.base}/lam-viec/bao-cao/don-doc`);
	await t.look(receiver, 'reminders', way);
	const remind = receiver.locator('tbody tr', { has: receiver.locator(`text=hành chính ${title}, 2022`) }).locator('button');
	await remind.first().click();
	t.tell(`a reminder is recorded at ${way.name}`, await has(receiver, 'Đã ghi nhận'));
	await writer.goto(`${t.base}/lam-viec`);
	t.tell(`the agency sees the reminder at ${way.name}`, await has(writer, 'đã đôn đốc'));
	const at = await write(t, writer, title, way);
	await step(t, writer, at, 'submit', way);
	t.tell(`late is said to be late at ${way.name}`, await has(writer, 'Nộp chậm'));
	await t.look(writer, 'submitted', way);
	await step(t, receiver, at, 'return', way, () => receiver.fill('#reason', 'Thiếu nguyên nhân ở mục III.'));
	await writer.goto(at);
	await t.look(writer, 'returned', way);
	await step(t, writer, at, 'submit', way);
	await step(t, receiver, at, 'accept', way);
	await t.look(receiver, 'accepted', way);
	t.tell(`two submissions at ${way.name}`, equal(await receiver.locator('#versions ~ ol > li').count(), 2));
}

// What Home Affairs sees of a year; the auditor may read and do nothing.
async function overview(t, page, way) {
	await page.goto(`${t.base}/lam-viec/bao-cao?nam=2022`);
	await t.look(page, 'reports of 2022', way);
	await page.goto(`${t.base}/lam-viec/bao-cao?nam=2023`);
	await t.look(page, 'reports of 2023', way);
	await page.goto(`${t.base}/lam-viec/bao-cao/dung-han?nam=2022`);
	await t.look(page, 'punctuality', way);
	await page.locator('tfoot a').first().click();
	await t.look(page, 'behind a number', way);
	await page.goto(`${t.base}/lam-viec/bao-cao/che-do`);
	await t.look(page, 'regimes', way);
}

await play('reports', { province: 'demo' }, async (t) => {
	for (const [i, way] of WAYS.entries()) {
		const writer = TITLES[i] ? await t.page(way, 'leader_b') : null, receiver = await t.page(way, 'home_affairs');
		if (writer) await life(t, writer, receiver, TITLES[i], way);
		await overview(t, receiver, way);
		for (const p of [writer, receiver]) await p?.context().close();
	}
});
