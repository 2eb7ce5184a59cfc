// The people of the demonstration (motcua demo, src/demo/demo_people_store.c) for tests: signs in by role, in a page of a context
// of its own. The administrator's code is read from the page, which shows it in a demonstration; each works once, and two of
// them within half a minute.
export const PASSWORD = 'Tinh-minh-hoa-2022';
export const LOGIN = {
	home_affairs: 'noi.vu', inspector: 'kiem.tra', province_office: 'van.phong', leader: 'lanh.dao.a', head_of_unit: 'truong.phong.a',
	officer: 'chuyen.vien.a', clerk: 'mot.cua.a', leader_b: 'lanh.dao.b', head_of_unit_b: 'truong.phong.b', editor: 'bien.tap',
	auditor: 'giam.sat', administrator: 'quan.tri',
};

// Leaves the page at /lam-viec, or throws.
export async function signInAs(page, base, role) {
	if (!LOGIN[role]) throw new Error(`the demonstration has nobody as ${role}`);
	await page.goto(`${base}/dang-nhap`);
	await page.fill('#ten', LOGIN[role]);
	await page.fill('#mat-khau', PASSWORD);
	await page.click('main form button[type=submit]');
	if (new URL(page.url()).pathname === '/dang-nhap/ma') {
		await page.fill('#ma', await page.textContent('.trial-code'));
		await page.click('main form:not(.staff-bar__out) button[type=submit]');
	}
	const at = new URL(page.url()).pathname;
	if (at !== '/lam-viec') throw new Error(`${role} came to ${at} instead of the desk`);
}
