// What every group of browser tests shares: the command line, a province and its server, Chromium, TAP.
//
//	import { WAYS, equal, has, play, send } from './harness.mjs';
//
//	await play('news', { province: 'demo' }, async (t) => {
//		for (const way of WAYS) {
//			const editor = await t.page(way, 'editor');            // signed in, a context of its own
//			await editor.goto(`${t.base}/lam-viec/tin-tuc`);
//			await t.look(editor, 'articles', way);                  // axe, outline, overflow, a picture
//			t.tell(`an article waits at ${way.name}`, await has(editor, 'Chờ duyệt'));
//		}
//	});
//
// A group runs alone: node tests/browser/news.mjs [--binary build/motcua] [--shots DIR] [--only TEXT] [--base URL]. `./dev check`
// makes one demonstration province and names it in MOTCUA_DEMO; each group works on a copy of it, and makes its own when the name is
// missing. A group becomes part of the check by its name in `browser_groups` of dev. --shots DIR keeps a picture of each page looked at; --base tests a server that runs already.
//
// province: 'demo', or async (t) => … that fills an empty one with t.motcua([arguments], input) and t.packs('agencies.csv').
// now: the server's clock; the demonstration's morning unless told. site: the public address it is told; 'own': where it listens.
//
// Every page that t.page() gives is watched: errors of scripts, of the content security policy and failed requests are told at the
// end of the group. The status of a page is none of them: it is what a group itself asks for.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import * as checks from './checks.mjs';
import { signIn, signInAs } from './people.mjs';
import { start } from './server.mjs';

export const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '../..');
const require = createRequire(path.join(root, 'web/package.json'));
// The public address that the server is told: pages name it to machines, nobody goes there.
export const PUBLIC_URL = 'https://motcua.example';
export const DEMO_NOW = '2023-01-09T08:00:00+07:00';
// The three ways a page is looked at. axe is a script, so the third goes without.
export const WAYS = [{ name: '1280', width: 1280, js: true }, { name: '390', width: 390, js: true }, { name: '390-plain', width: 390, js: false }];

// Lists of complaints; an empty one is a pass.
export const equal = (got, want) => (got === want ? [] : [`${got}, not ${want}`]);
export const has = async (page, text) => ((await page.textContent('main')).includes(text) ? [] : [`“${text}” is not on ${page.url()}`]);

// The button of the page's own form.
export const send = (page) => page.click('main form:not(.staff-bar__out) button[type=submit]');
// Fills fields by their ids: text, choice or box to tick.
export async function fill(page, values) {
	for (const [id, value] of Object.entries(values)) {
		const field = page.locator(`#${id}`), tag = await field.evaluate((e) => (e.type === 'checkbox' ? 'checkbox' : e.tagName));
		if (tag === 'SELECT') await field.selectOption(value);
		else if (tag === 'checkbox') await field.setChecked(value);
		else await field.fill(value);
	}
}

function commandLine(name) {
	const { values } = parseArgs({ options: { binary: { type: 'string', default: path.join(root, 'build/motcua') }, base: { type: 'string' },
		shots: { type: 'string' }, only: { type: 'string', default: '' } }, strict: false });
	values.binary = path.resolve(values.binary);
	if (values.shots) fs.mkdirSync(values.shots, { recursive: true });
	if (!values.base && !fs.existsSync(values.binary)) {
		console.error(`usage: ${name}.mjs [--binary FILE] [--base URL] [--shots DIR] [--only TEXT]; ${values.binary} is not there`);
		process.exit(2);
	}
	return values;
}

// What took how long, told as comments of the TAP at the end: where a group could become faster.
function stopwatch() {
	const spent = new Map();
	return {
		async time(what, f) {
			const from = performance.now(), sum = spent.get(what) ?? { ms: 0, n: 0 };
			try {
				return await f();
			} finally {
				sum.ms += performance.now() - from;
				sum.n++;
				spent.set(what, sum);
			}
		},
		tell: () => [...spent].sort((a, b) => b[1].ms - a[1].ms).map(([what, s]) => `${what} ${(s.ms / 1000).toFixed(1)} s in ${s.n}`).join(', '),
	};
}

function reporter() {
	let count = 0, failed = 0;
	return {
		tell(name, complaints) {
			count++;
			if (complaints.length) failed++;
			console.log(`${complaints.length ? 'not ok' : 'ok'} ${count} - ${name}`);
			for (const c of complaints) console.log(`# ${c.replace(/\s+/g, ' ')}`);
		},
		skip: (name, why) => console.log(`ok ${++count} - ${name} # SKIP ${why}`),
		end() {
			console.log(`1..${count}`);
			return failed ? 1 : 0;
		},
	};
}

// A copy of the demonstration, or an empty province that `fills` fills. Its own directory, which goes away with the group.
async function province(t, kind) {
	const data = path.join(t.dir, 'province');
	if (kind === 'demo') {
		if (process.env.MOTCUA_DEMO) fs.cpSync(process.env.MOTCUA_DEMO, data, { recursive: true, mode: fs.constants.COPYFILE_FICLONE });
		else t.motcua(['demo', '--no-serve']);
	} else {
		t.motcua(['init']);
		await kind(t);
	}
	return data;
}

class Group {
	constructor(option) {
		const report = reporter();
		Object.assign(this, { option, report, tell: report.tell, skip: report.skip, watch: stopwatch(), noise: [],
			axeSource: fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8') });
	}

	// Runs a command on the province; it must succeed.
	motcua(words, input = '') {
		const made = spawnSync(this.option.binary, [...words, '--data', path.join(this.dir, 'province')], { encoding: 'utf8', input });
		if (made.status !== 0) throw new Error(`motcua ${words[0]} failed (${made.status}): ${made.stderr}`);
		return made.stdout;
	}

	packs(file) { return path.join(root, 'packs/vn', file); }

	// A page of a context of its own; `person` is a role of people.mjs or { login, password }.
	async page({ width = 1280, js = true } = {}, person = null, more = {}) {
		const context = await this.browser.newContext({ viewport: { width, height: width > 600 ? 900 : 844 }, javaScriptEnabled: js, locale: 'vi-VN', ...more });
		const page = await context.newPage();
		checks.watch(page, this.noise);
		if (typeof person === 'string') await this.watch.time('sign in', () => signInAs(page, this.base, person));
		else if (person) await this.watch.time('sign in', () => signIn(page, this.base, person.login, person.password));
		return page;
	}

	axe(page, only) { return this.watch.time('axe', () => checks.axe(page, this.axeSource, only)); }

	// One page as it stands: axe, the outline, the width; a picture when they are wanted. The document is the same at each width, so axe
	// sees it in whole at the first and asks at the others only what the layout can change.
	async look(page, name, way, lang = 'vi') {
		const axe = way.js ? await this.axe(page, way.width === WAYS[0].width ? null : checks.LAYOUT_RULES) : [];
		this.tell(`${name} at ${way.name}`, [...axe, ...await checks.overflow(page), ...await checks.structure(page, lang)]);
		await this.shoot(page, `${name}-${way.name}`);
	}

	async shoot(page, name) {
		if (this.option.shots) await page.screenshot({ path: path.join(this.option.shots, `${name.replace(/[^\p{L}\d]+/gu, '-')}.png`), fullPage: true });
	}
}

export async function play(name, { province: kind = 'demo', now = DEMO_NOW, site = PUBLIC_URL, chromiumArguments = [] } = {}, body) {
	const t = new Group(commandLine(name));
	let server;
	t.dir = fs.mkdtempSync(path.join(os.tmpdir(), `motcua-${name}-`));
	try {
		if (!t.option.base) server = await t.watch.time('province and server', async () => start(t.option.binary, await province(t, kind), now, site));
		t.base = t.option.base ?? server.base;
		t.site = site === 'own' ? t.base : site;
		// Without --no-sandbox Chromium does not start as root; the rest keeps it from calling home.
		t.browser = await chromium(chromiumArguments);
		await body(t);
	} catch (e) {
		t.tell(`${name}: the run itself`, [String(e.stack || e)]);
	} finally {
		await t.browser?.close();
		await server?.stop();
		fs.rmSync(t.dir, { recursive: true, force: true });
	}
	t.tell(`${name}: nothing in the console`, [...new Set(t.noise)]);
	console.log(`# ${t.watch.tell()}`);
	process.exitCode = t.report.end();
}

function chromium(more) {
	return require('playwright-core').chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu',
		'--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', ...more] });
}
