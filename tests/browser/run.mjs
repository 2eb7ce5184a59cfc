// run.mjs --binary build/motcua --data DIR [--now T] [--base URL] [--dossier CODE] [--shots DIR] [--only TEXT]
//
// Visits every public page (pages.mjs) of the built program in Chromium: at 1280 and 390 px, with and without
// JavaScript, in both languages, in high contrast with the largest text, by keyboard, and holds it to the
// checks of checks.mjs. TAP on standard output. --base tests a server that runs already.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import * as checks from './checks.mjs';
import { pages } from './pages.mjs';
import { start } from './server.mjs';
import { settings } from './settings.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const require = createRequire(path.join(here, '../../web/package.json'));
const { chromium } = require('playwright-core');
const axeSource = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const { values: option } = parseArgs({ options: { binary: { type: 'string' }, data: { type: 'string' }, base: { type: 'string' },
	now: { type: 'string', default: '2023-01-09' }, dossier: { type: 'string' }, shots: { type: 'string' }, only: { type: 'string', default: '' } } });
if (!option.base && !(option.binary && option.data)) {
	console.error('usage: run.mjs --binary FILE --data DIR | --base URL');
	process.exit(2);
}

let count = 0, failed = 0;
function tell(name, complaints) {
	count++;
	if (complaints.length) failed++;
	console.log(`${complaints.length ? 'not ok' : 'ok'} ${count} - ${name}`);
	for (const c of complaints) console.log(`# ${c.replace(/\n/g, ' ')}`);
}
function skip(name, why) {
	console.log(`ok ${++count} - ${name} # SKIP ${why}`);
}

// Without --no-sandbox Chromium does not start as root; the rest keeps it from calling home.
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu',
	'--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
const server = option.base ? { base: option.base, stop: async () => {} } : await start(option.binary, option.data, option.now);
const { base } = server;
const context = (width, more = {}) => browser.newContext({ viewport: { width, height: width > 600 ? 900 : 844 }, locale: 'vi-VN', ...more });
const reading = (value) => ({ name: 'reading', value, url: base });

// The checks must be able to fail: a bad page, made here, is found bad by each.
async function controls() {
	const c = await context(390), page = await c.newPage();
	await page.setContent('<h3>x</h3><img src="data:,"><input><p style="width:900px">x</p><a href="#a" id="a">a</a><a href="#b" id="a" style="outline:0">b</a>');
	tell('control: axe finds a bad page', (await checks.axe(page, axeSource)).length > 2 ? [] : ['it does not']);
	tell('control: overflow is seen', (await checks.overflow(page)).length ? [] : ['it is not']);
	tell('control: bad structure is seen', (await checks.structure(page, 'vi')).length > 3 ? [] : ['it is not']);
	tell('control: a missing focus ring is seen', (await checks.keyboard(page)).length ? [] : ['it is not']);
	await c.close();
}

async function address(row) {
	if (row.path?.includes('{dossier}')) return option.dossier ? row.path.replace('{dossier}', encodeURIComponent(option.dossier)) : null;
	if (row.path) return row.path;
	const c = await context(1280), page = await c.newPage();
	await page.goto(base + row.from);
	const link = page.locator(row.link).first(), found = await link.count() ? await link.getAttribute('href') : null;
	await c.close();
	return found;
}

async function visit(row, where, width, javaScriptEnabled) {
	const c = await context(width, { javaScriptEnabled }), page = await c.newPage(), statuses = [row.status ?? 200].flat();
	const noise = checks.watch(page, statuses.at(-1)), name = `${row.name} at ${width}${javaScriptEnabled ? '' : ' without JavaScript'}`;
	const answer = await page.goto(base + where, { waitUntil: 'load' });
	await page.evaluate(() => document.fonts.ready);
	const text = (await page.locator('main').innerText()).replace(/\s+/g, ' ');
	const wrong = [];
	if (!statuses.includes(answer.status())) wrong.push(`status ${answer.status()}`);
	if (row.shows && !text.includes(row.shows)) wrong.push(`"${row.shows}" is not in: ${text.slice(0, 200)}`);
	tell(`${name}: answers`, wrong.concat(noise));
	tell(`${name}: structure`, await checks.structure(page, 'vi'));
	tell(`${name}: no overflow`, await checks.overflow(page));
	if (javaScriptEnabled) {
		if (option.shots) await page.screenshot({ path: path.join(option.shots, `${row.name.replace(/\W+/g, '-')}-${width}.png`), fullPage: true });
		tell(`${name}: axe`, await checks.axe(page, axeSource));
		await page.evaluate(() => document.querySelectorAll('details').forEach((d) => { d.open = true; }));
		tell(`${name}: axe, everything open`, (await checks.axe(page, axeSource)).concat(await checks.overflow(page)));
	}
	await c.close();
	return text;
}

async function modes(row, where) {
	for (const [width, value] of [[1280, 'normal.high'], [390, 'largest.high'], [390, 'largest.soft'], [320, 'normal.normal']]) {
		const c = await context(width), page = await c.newPage();
		await c.addCookies([reading(value)]);
		await page.goto(base + where);
		await page.evaluate(() => document.fonts.ready);
		const set = await page.evaluate(() => `${document.documentElement.dataset.size}.${document.documentElement.dataset.contrast}`);
		tell(`${row.name} at ${width}, ${value}`, (set === value ? [] : [`the page is ${set}`]).concat(await checks.overflow(page), await checks.axe(page, axeSource)));
		await c.close();
	}
	const c = await context(390), page = await c.newPage();
	await page.goto(`${base}${where}${where.includes('?') ? '&' : '?'}lang=en`);
	tell(`${row.name} in English`, (await checks.structure(page, 'en')).concat(await checks.axe(page, axeSource)));
	await page.goto(base + where);
	tell(`${row.name} with wider text spacing`, await checks.spacing(page));
	await c.close();
	const k = await context(1280), keys = await k.newPage();
	await keys.goto(base + where);
	tell(`${row.name} by keyboard`, await checks.keyboard(keys));
	const bytes = await checks.weigh(await browser.newContext(), base + where);
	tell(`${row.name} weighs ${bytes} bytes at the first visit`, bytes > 1000 && bytes <= checks.FIRST_VISIT_LIMIT ? [] : [`more than ${checks.FIRST_VISIT_LIMIT}`]);
	await k.close();
}

if (option.shots) fs.mkdirSync(option.shots, { recursive: true });
try {
	await controls();
	for (const row of pages.filter((p) => p.name.includes(option.only))) {
		const where = await address(row);
		if (!where) {
			if (row.optional) skip(row.name, 'nothing leads there');
			else tell(row.name, [`no link ${row.link} on ${row.from}`]);
			continue;
		}
		const texts = [];
		for (const width of [1280, 390]) for (const js of [true, false]) texts.push(await visit(row, where, width, js));
		if (row.same !== false) tell(`${row.name}: the same words without JavaScript`, texts[0] === texts[1] ? [] : [`with: ${texts[0].slice(0, 300)}`, `without: ${texts[1].slice(0, 300)}`]);
		await modes(row, where);
	}
	if (!option.only) await settings({ base, context, tell });
} catch (e) {
	tell('the run itself', [String(e.stack || e)]);
} finally {
	await browser.close();
	await server.stop();
}
console.log(`1..${count}`);
console.log(`# ${count - failed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
