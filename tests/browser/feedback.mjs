// feedback.mjs: somebody sends feedback on an old telephone, an agency handles, answers and publishes it, the sender reads and rates.
import { WAYS, equal, fill, has, play, send } from './harness.mjs';

const TEXT = 'Tôi đến ba lần mà chưa có kết quả, không ai giải thích.';
const state = async (page) => (await page.textContent('h1')).trim();

async function write(t, page, values) {
	await page.goto(`${t.base}/phan-anh/gui`);
	await fill(page, values);
	await page.waitForTimeout(3500); // faster than that is a program
}

// Sends it; the code and the key of the receipt.
async function sendOne(t, page, way) {
	await write(t, page, { name: 'Hoàng Mẫu Nam (giả định)', phone: '12', about: 'MAU.A', claimed: 'conduct', title: `Chậm kết quả (${way.name})`,
		text: `${TEXT} (${way.name})`, consent: true });
	await page.click('main button[type=submit]');
	t.tell(`a bad telephone number is told at ${way.name}`, [...await has(page, 'Không phải số điện thoại'),
		...equal(await page.inputValue('#text'), `${TEXT} (${way.name})`)]);
	await t.look(page, 'form-refused', way);
	await page.fill('#phone', '0912 777 888');
	await page.waitForTimeout(3500);
	await page.click('main button[type=submit]');
	const codes = await page.locator('strong.code').allTextContents();
	t.tell(`it is registered at ${way.name}`, [...await has(page, 'Đã ghi nhận phản ánh của bạn'), ...equal(codes.length, 2)]);
	await t.look(page, 'receipt', way);
	return { code: codes[0], key: codes[1] };
}

async function look(t, page, { code, key }) {
	await page.goto(`${t.base}/phan-anh/tra-cuu`);
	await fill(page, { ma: code, khoa: key });
	await page.click('main button[type=submit]');
}

// A step of the record that is open in the page.
async function step(page, name, values) {
	await page.click(`main a[href$="/${name}"]`);
	await fill(page, values);
	await send(page);
}

async function handle(t, one, way) {
	const clerk = await t.page(way, 'clerk');
	await clerk.goto(`${t.base}/lam-viec/phan-anh`);
	await t.look(clerk, 'queue', way);
	await clerk.click(`main a:has-text("${one.code}")`);
	await step(clerk, 'accept', { class: 'conduct' });
	t.tell(`it is accepted at ${way.name}`, await has(clerk, 'Đã ghi nhận: Tiếp nhận và phân loại'));
	const at = clerk.url().replace(/\?.*/, '');
	await clerk.context().close();
	const officer = await t.page(way, 'officer');
	await officer.goto(at);
	await step(officer, 'draft', { answer: 'Sở xin lỗi ông.', conclusion: 'right', outcome: 'correct' });
	await t.look(officer, 'record', way);
	await officer.context().close();
	const leader = await t.page(way, 'leader');
	await leader.goto(at);
	await step(leader, 'answer', {});
	await step(leader, 'publish', { public_title: `Chậm trả kết quả (${way.name})`, public_text: 'Ông Hoàng Mẫu Nam đến ba lần.', public_answer: 'Đã xin lỗi.' });
	t.tell(`a name is not published at ${way.name}`, await has(leader, 'Có tên người gửi'));
	await t.look(leader, 'publication', way);
	await leader.fill('#public_text', 'Một người dân đến ba lần.');
	await send(leader);
	t.tell(`it is published at ${way.name}`, await has(leader, 'Đã trả lời và công khai'));
	await leader.context().close();
}

async function life(t, way) {
	const page = await t.page(way);
	await page.goto(`${t.base}/phan-anh`);
	await t.look(page, 'home', way);
	await page.goto(`${t.base}/phan-anh/gui`);
	await t.look(page, 'form', way);
	const one = await sendOne(t, page, way);
	await look(t, page, { ...one, key: 'SAI99-SAI99' });
	t.tell(`a wrong key opens nothing at ${way.name}`, await has(page, 'chưa đúng'));
	await look(t, page, one);
	t.tell(`it waits at ${way.name}`, equal(await state(page), 'Chờ xem xét tiếp nhận'));
	await t.look(page, 'followed', way);
	await handle(t, one, way);
	await look(t, page, one);
	t.tell(`its sender reads the answer at ${way.name}`, [...await has(page, 'Sở xin lỗi ông.'), ...equal(page.url().includes(one.key), false)]);
	await page.check('#hai-long');
	await page.fill('#y-kien', 'Cảm ơn');
	await page.click('main form button[type=submit]');
	t.tell(`the sender rates at ${way.name}`, await has(page, 'Bạn đã đánh giá'));
	await t.look(page, 'rated', way);
	await page.goto(`${t.base}/phan-anh/${one.code}`);
	t.tell(`everybody reads it at ${way.name}`, [...await has(page, 'Một người dân đến ba lần.'), ...await has(page, 'Người gửi hài lòng')]);
	await t.look(page, 'published', way);
	await page.context().close();
}

// As a program sends it, with nothing between the form and its answer: on a busy machine a browser is too slow for that.
async function tooFast(t, page) {
	const form = await (await page.request.get(`${t.base}/phan-anh/gui`)).text();
	const stamp = form.match(/name="_mau" value="([^"]*)"/)[1];
	const reply = await page.request.post(`${t.base}/phan-anh/gui`, { headers: { Origin: t.base },
		multipart: { _mau: stamp, name: 'A Mẫu', phone: '0912 777 888', text: TEXT } });
	const said = await reply.text();
	return [...equal(said.includes('quá nhanh'), true), ...equal(said.includes(TEXT), true)];
}

// What is no person: too fast, a hidden field, no name.
async function traps(t) {
	const page = await t.page(WAYS[1]);
	t.tell('too fast is asked again', await tooFast(t, page));
	await write(t, page, { text: TEXT });
	await page.evaluate(() => { document.getElementById('trang-web').value = 'http://x'; });
	await page.click('main button[type=submit]');
	t.tell('a hidden field is a trap', await has(page, 'ô ẩn'));
	await write(t, page, { text: 'Không ghi tên, chỉ muốn nói.' });
	await page.click('main button[type=submit]');
	t.tell('without a name it is asked once more', await has(page, 'Tôi hiểu, vẫn gửi'));
	await t.look(page, 'anonymous', WAYS[1]);
	await page.check('#khong-ten');
	await page.waitForTimeout(3500);
	await page.click('main button[type=submit]');
	t.tell('it is registered and not accepted', await has(page, 'không tiếp nhận vì không rõ người gửi'));
	await page.context().close();
}

async function figures(t) {
	const page = await t.page();
	await page.goto(`${t.base}/so-lieu?co-quan=MAU.A&tu=2022-10-01&den=2022-12-31`);
	await page.click('section[aria-labelledby=f-feedback] dd a >> nth=0');
	t.tell('the figures open into codes', [...await has(page, 'PAKN-2022-0001'), ...equal(await page.locator('main tbody tr').count(), 4)]);
	await t.look(page, 'figures-list', WAYS[0]);
	await page.context().close();
}

await play('feedback', {}, async (t) => {
	for (const way of WAYS) await life(t, way);
	await traps(t);
	await figures(t);
});
