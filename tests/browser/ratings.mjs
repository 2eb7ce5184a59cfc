// ratings.mjs: stars on an article and the counter of visits, with and without JavaScript, wide and narrow.
import { WAYS, equal, has, play } from './harness.mjs';

const LINE = (points, votes) => `Tổng số điểm của bài viết là: ${points} trong ${votes} đánh giá`;
const visits = (page) => page.locator('.visits dd').allTextContents().then((all) => all.join(' '));

async function article(t, page) {
	await page.goto(`${t.base}/tin-tuc`);
	return page.locator('main a', { hasText: 'Sở Nội vụ phối hợp với các sở' }).first().getAttribute('href');
}

await play('ratings', { province: 'demo' }, async (t) => {
	const from = (n) => ({ extraHTTPHeaders: { 'X-Forwarded-For': `192.0.2.${n}` } });
	const first = await t.page(WAYS[0], null, from(1)), path = await article(t, first);
	let points = 34, votes = 7;

	await first.goto(t.base + path);
	t.tell('the article has its own line', await has(first, LINE(points, votes)));
	t.tell('the first visitor sees the numbers of the article', equal(await visits(first), '1 81 173 6.425 6.425 6.425'));
	for (const [i, way] of WAYS.entries()) {
		const page = await t.page(way, null, from(10 + i));
		await page.goto(t.base + path);
		await t.look(page, 'article with stars', way);
		await page.check('#diem-5');
		await page.click('.rating__form button');
		votes++;
		points += 5;
		t.tell(`a vote counts at ${way.name}`, (await has(page, LINE(points, votes))).concat(await has(page, 'Cảm ơn bạn')));
		await page.check('#diem-3');
		await page.click('.rating__form button');
		points -= 2;
		t.tell(`a second vote changes the first at ${way.name}`, await has(page, LINE(points, votes)));
		await t.look(page, 'after a vote', way);
	}
	const keys = await t.page(WAYS[0], null, from(20));
	await keys.goto(t.base + path);
	await keys.focus('#diem-1');
	await keys.keyboard.press('ArrowRight');
	await keys.keyboard.press('ArrowRight');
	await keys.keyboard.press('Enter');
	await keys.waitForURL(/danh-gia=xong/);
	t.tell('the keyboard is enough', await has(keys, LINE(points + 3, votes + 1)));
	const none = await t.page(WAYS[1], null, from(21));
	await none.goto(t.base + path);
	// Browsers ask for a choice themselves; the program does too.
	await none.evaluate(() => document.querySelectorAll('.rating input').forEach((e) => e.removeAttribute('required')));
	await none.click('.rating__form button');
	t.tell('without stars it says what to do', await has(none, 'Chọn số điểm từ 1 đến 5'));
	await t.look(none, 'vote without stars', WAYS[1]);
	for (const way of WAYS) {
		const page = await t.page(way, null, from(1));
		await page.goto(`${t.base}/thong-ke-truy-cap`);
		t.tell(`the counter tells how it counts at ${way.name}`, (await has(page, '30 phút')).concat(await has(page, '01/2023')));
		await t.look(page, 'visits', way);
	}
});
