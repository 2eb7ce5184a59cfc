// Signing in. The people of the demonstration (motcua demo, src/demo/demo_people_store.c) by role; the administrator's code is
// read from the page, which shows it in a demonstration: each works once, and two of them within half a minute.
export const PASSWORD = 'Tinh-minh-hoa-2022';
export const LOGIN = {
	home_affairs: 'noi.vu', inspector: 'kiem.tra', province_office: 'van.phong', leader: 'lanh.dao.a', head_of_unit: 'truong.phong.a',
	officer: 'chuyen.vien.a', clerk: 'mot.cua.a', leader_b: 'lanh.dao.b', head_of_unit_b: 'truong.phong.b', editor: 'bien.tap',
	auditor: 'giam.sat', administrator: 'quan.tri',
};
// Of accounts that a group makes itself: the password they are given, and the one they choose at the first sign-in.
export const FIRST = 'Trau-den-9-con', OWN = 'Ngua trang 7 con';

export async function signIn(page, base, login, password) {
	await page.goto(`${base}/dang-nhap`);
	await page.fill('#ten', login);
	await page.fill('#mat-khau', password);
	await page.click('main form button[type=submit]');
}

// Leaves the page at /lam-viec, or throws.
export async function signInAs(page, base, role) {
	if (!LOGIN[role]) throw new Error(`the demonstration has nobody as ${role}`);
	await signIn(page, base, LOGIN[role], PASSWORD);
	if (new URL(page.url()).pathname === '/dang-nhap/ma') {
		await page.fill('#ma', await page.textContent('.trial-code'));
		await page.click('main form:not(.staff-bar__out) button[type=submit]');
	}
	const at = new URL(page.url()).pathname;
	if (at !== '/lam-viec') throw new Error(`${role} came to ${at} instead of the desk: ${(await page.textContent('main')).replace(/\s+/g, ' ').slice(0, 200)}`);
}

// The first sign-in of an account made with FIRST: leaves it with a password of its own.
export async function ownPassword(page, old = FIRST) {
	await page.fill('#cu', old);
	await page.fill('#moi', OWN);
	await page.fill('#lai', OWN);
	await page.click('main form:not(.staff-bar__out) button[type=submit]');
}
export async function firstSignIn(page, base, login) {
	await signIn(page, base, login, FIRST);
	await ownPassword(page);
}
