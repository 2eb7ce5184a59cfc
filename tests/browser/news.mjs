// news.mjs: an article from the editor to its readers in Chromium, in each of WAYS: the linter, a picture, approval by somebody else,
// a correction with its note, withdrawal; and the article of the demonstration.
import { spawnSync } from 'node:child_process';
import { WAYS, equal, fill, has, play, send } from './harness.mjs';

const address = (page) => page.url().split('?')[0];
const status = async (page, url) => (await page.goto(url)).status();
const SEED = 'so-noi-vu-phoi-hop-voi-cac-so-nganh-lien-quan-to-chuc-kiem-tra-cong-tac-cai-cach-hanh-chinh-tai-so-xay-dung-va-so-giao';

async function take(page, to, values = {}) {
	await page.goto(to);
	await fill(page, values);
	await send(page);
}

async function draft(t, editor, way) {
	await editor.goto(`${t.base}/lam-viec/tin-tuc`);
	await t.look(editor, 'news: articles', way);
	await editor.click('text=Viết tin mới');
	await t.look(editor, 'news: empty form', way);
	await fill(editor, { category: 'digital', title: `Tin thử ${way.name}`, lead: 'Đoạn dẫn của tin thử.', body: '## Nhảy cấp\n\nXem [tại đây](/so-lieu).\n\n<script>alert(1)</script>' });
	await editor.click('button[name="xem-truoc"]');
	await t.look(editor, 'news: form with faults', way);
	t.tell(`news: the linter speaks at ${way.name}`, [...await has(editor, 'Tiêu đề mục nhảy cấp'), ...await has(editor, 'Mã HTML không được dùng'), ...await has(editor, 'không cho biết liên kết dẫn đến đâu')]);
	t.tell(`news: what was typed stays at ${way.name}`, equal(await editor.inputValue('#title'), `Tin thử ${way.name}`));
	await send(editor);
	const article = address(editor);
	await t.look(editor, 'news: draft with faults', way);
	await take(editor, `${article}/submit`);
	t.tell(`news: faults are not submitted at ${way.name}`, await has(editor, 'Bài còn lỗi trình bày'));
	await take(editor, `${article}/edit`, { body: '# Mục một\n\nXem [số liệu của các sở](/so-lieu) **tháng này**.\n\n![](anh:1)\n\n- một\n- hai' });
	return article;
}

async function addPicture(t, editor, article, way) {
	const picture = { name: 'IMG_0001.png', mimeType: 'image/png', buffer: await editor.screenshot() };
	await editor.goto(`${article}/add_picture`);
	await t.look(editor, 'news: add a picture', way);
	await editor.setInputFiles('#file', { name: 'x.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>') });
	await fill(editor, { alt: 'Màn hình có danh sách bài viết' });
	await send(editor);
	t.tell(`news: a drawing with script is refused at ${way.name}`, equal(new URL(editor.url()).pathname.endsWith('/add_picture'), true));
	await editor.setInputFiles('#file', picture);
	await fill(editor, { alt: 'Màn hình có danh sách bài viết', caption: 'Trang quản lý tin' });
	await send(editor);
	t.tell(`news: the picture is there at ${way.name}`, await has(editor, 'Trang quản lý tin'));
	await t.look(editor, 'news: draft with a picture', way);
}

// The first printed page begins with the article: a box that may not be broken would leave it empty.
async function firstPrinted(page) {
	const text = spawnSync('pdftotext', ['-l', '1', '-', '-'], { input: await page.pdf({ format: 'A4' }), encoding: 'utf8' }).stdout.replace(/\s+/g, ' ');
	return ['tổ chức kiểm tra công tác cải cách hành chính', 'Đoàn làm việc tại Sở Xây dựng'].filter((words) => !text.includes(words)).map((words) => `"${words}" is not on the first page: ${text.slice(0, 200)}`);
}

async function read(t, reader, url, way, name) {
	t.tell(`news: ${name} is there at ${way.name}`, equal(await status(reader, url), 200));
	await t.look(reader, `news: ${name}`, way);
}

await play('news', {}, async (t) => {
	for (const way of WAYS) {
		const editor = await t.page(way, 'editor'), office = await t.page(way, 'province_office'), reader = await t.page(way);
		await read(t, reader, `${t.base}/tin-tuc`, way, 'list');
		await read(t, reader, `${t.base}/tin-tuc/${SEED}`, way, 'article of the demonstration');
		t.tell(`news: the first printed page is full at ${way.name}`, await firstPrinted(reader));
		t.tell(`news: two frames with captions at ${way.name}`, equal(await reader.locator('.figure__empty').count(), 2));
		await read(t, reader, `${t.base}/huong-dan`, way, 'guidance');
		await read(t, reader, `${t.base}/huong-dan/cau-hoi-thuong-gap`, way, 'questions');
		const article = await draft(t, editor, way), url = `${t.base}/tin-tuc/tin-thu-${way.name}`;
		await addPicture(t, editor, article, way);
		await take(editor, `${article}/submit`);
		t.tell(`news: not public before approval at ${way.name}`, equal(await status(reader, url), 404));
		await office.goto(`${t.base}/lam-viec`);
		t.tell(`news: it waits for approval at ${way.name}`, await has(office, `Tin thử ${way.name}`));
		await take(office, `${article}/publish`);
		await read(t, reader, url, way, 'published article');
		t.tell(`news: the picture is shown at ${way.name}`, equal(await reader.locator('.figure img').count(), 1));
		await take(editor, `${article}/correct`, { title: `Tin thử ${way.name} đã sửa`, note: 'Sửa tên bài.' });
		await t.look(editor, 'news: correction waits', way);
		await take(office, `${article}/confirm`);
		await read(t, reader, url, way, 'corrected article');
		t.tell(`news: the old address leads on at ${way.name}`, [...equal(address(reader), `${url}-da-sua`), ...await has(reader, 'Sửa tên bài.')]);
		await take(office, `${article}/withdraw`, { reason: 'Bài chỉ để thử.' });
		t.tell(`news: withdrawn at ${way.name}`, [...equal(await status(reader, url), 410), ...await has(reader, 'Bài chỉ để thử.')]);
		await t.look(reader, 'news: withdrawn article', way);
		for (const p of [editor, office, reader]) await p.context().close();
	}
});
