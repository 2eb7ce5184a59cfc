// lighthouse.mjs [--performance]: Lighthouse, as on a phone, on the main public pages: accessibility, best practices and search engines
// at 95 of 100 or better. With --performance only that category is measured, with Lighthouse's slow phone and network, and printed
// as a row for docs/benchmarks.md: it depends on the machine, so it is no test. Its packages are in tests/lighthouse, apart from web/,
// because they weigh 111 MB and only tests need them: node web/packages.mjs STAMP tests/lighthouse.
import { createRequire } from 'node:module';
import net from 'node:net';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { play, root } from './harness.mjs';

const PAGES = ['/', { from: '/thu-tuc', link: 'main a[href^="/thu-tuc/"]' }, '/so-lieu',
	{ from: '/tin-tuc', link: 'main a[href^="/tin-tuc/so-noi-vu"]' }, '/van-ban', '/phan-anh'];
const LEAST = 95, FORM = { width: 412, height: 823, deviceScaleFactor: 1.75, mobile: true, disabled: false };
const performance = process.argv.includes('--performance');

function freePort() {
	return new Promise((done) => { const s = net.createServer().listen(0, '127.0.0.1', () => { const { port } = s.address(); s.close(() => done(port)); }); });
}

async function lighthouse() {
	const require = createRequire(path.join(root, 'tests/lighthouse/package.json'));
	return (await import(pathToFileURL(require.resolve('lighthouse')))).default;
}

// What kept a category from 100, the heaviest first.
function why(report, category) {
	return report.categories[category].auditRefs.filter((r) => r.weight && report.audits[r.id].score !== null && report.audits[r.id].score < 1)
		.sort((a, b) => b.weight - a.weight).slice(0, 5)
		.map(({ id }) => `${id}: ${report.audits[id].title}${report.audits[id].explanation ? ` (${report.audits[id].explanation})` : ''} ${(report.audits[id].details?.items ?? []).slice(0, 2).map((i) => i.node?.snippet ?? i.url ?? i.description ?? '').join(' ').slice(0, 300)}`);
}

async function address(t, row) {
	if (typeof row === 'string') return row;
	const page = await t.page();
	await page.goto(t.base + row.from);
	const found = await page.locator(row.link).first().getAttribute('href');
	await page.context().close();
	return found;
}

const port = await freePort();
await play('lighthouse', { site: 'own', chromiumArguments: [`--remote-debugging-port=${port}`] }, async (t) => {
	const measure = await lighthouse(), categories = performance ? ['performance'] : ['accessibility', 'best-practices', 'seo'];
	for (const row of PAGES) {
		const where = await address(t, row);
		const { lhr } = await t.watch.time('lighthouse', () => measure(t.base + where, { port, output: 'json', logLevel: 'error', onlyCategories: categories, formFactor: 'mobile', screenEmulation: FORM,
			throttlingMethod: performance ? 'simulate' : 'provided', disableFullPageScreenshot: true, maxWaitForLoad: 45000 }));
		for (const c of categories) {
			const score = Math.round((lhr.categories[c].score ?? 0) * 100);
			if (performance) console.log(`# | Lighthouse, performance on a slow phone: \`${where}\` | ${score} of 100, ${(lhr.audits['largest-contentful-paint'].numericValue / 1000).toFixed(1)} s to the largest part | stated | |`);
			t.tell(`${where}: ${c} ${score}`, performance || score >= LEAST ? [] : [`less than ${LEAST}`, ...why(lhr, c), ...(lhr.runtimeError ? [lhr.runtimeError.message] : [])]);
		}
	}
});
