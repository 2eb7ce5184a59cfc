// build.mjs FONT_400 FONT_600 OUT.c OUT.h
//
// Makes every file that the browser gets from web/ and writes them as C: one style sheet, one script, one icon
// sprite, one ornament, two fonts, each plain, gzip and brotli, under an address that names its content.
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import zlib from 'node:zlib';
import esbuild from 'esbuild';
import { drum, emblem } from './draw.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const target = ['chrome87', 'safari14', 'firefox78'];
const [font400, font600, outC, outH] = process.argv.slice(2);
if (!outH) {
	console.error('usage: build.mjs FONT_400 FONT_600 OUT.c OUT.h');
	process.exit(2);
}

const assets = [];
function add(name, type, bytes) {
	bytes = Buffer.from(bytes);
	const hash = crypto.createHash('sha256').update(bytes).digest('hex').slice(0, 10);
	const dot = name.lastIndexOf('.');
	const file = `${name.slice(0, dot)}-${hash}${name.slice(dot)}`;
	const packed = type === 'font/woff2' ? { br: Buffer.alloc(0), gz: Buffer.alloc(0) } : {
		br: zlib.brotliCompressSync(bytes, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 11 } }),
		gz: zlib.gzipSync(bytes, { level: 9 }),
	};
	assets.push({ name, file, type, plain: bytes, ...packed });
	return file;
}

function sprite() {
	const names = fs.readFileSync(path.join(here, 'icons.txt'), 'utf8').split('\n').filter((l) => l && !l.startsWith('#'));
	const symbols = names.map((name) => {
		const svg = fs.readFileSync(path.join(here, `node_modules/lucide-static/icons/${name}.svg`), 'utf8').replace(/<!--[\s\S]*?-->/g, '');
		const inner = svg.match(/<svg[^>]*>([\s\S]*)<\/svg>/)[1].replace(/\s*\n\s*/g, '').replace(/ \/>/g, '/>');
		return `<symbol id="${name}" viewBox="0 0 24 24">${inner}</symbol>`;
	});
	return `<svg xmlns="http://www.w3.org/2000/svg"><symbol id="emblem" viewBox="0 0 64 64">${emblem()}</symbol>${symbols.join('')}</svg>`;
}

function styles(names) {
	const built = esbuild.buildSync({ entryPoints: [path.join(here, 'app.css')], bundle: true, minify: true, target, write: false,
		external: ['*.woff2', '*.svg'], logLevel: 'warning' });
	return built.outputFiles[0].text.trim().replace(/url\("?([\w.-]+)"?\)/g, (_, name) => {
		if (!names[name]) throw new Error(`app.css: no such file: ${name}`);
		return `url(${names[name]})`;
	});
}

function script() {
	const built = esbuild.transformSync(fs.readFileSync(path.join(here, 'app.js'), 'utf8'), { minify: true, target: 'es2020', format: 'esm' });
	return built.code;
}

const names = {
	'font-400.woff2': add('font-400.woff2', 'font/woff2', fs.readFileSync(font400)),
	'font-600.woff2': add('font-600.woff2', 'font/woff2', fs.readFileSync(font600)),
	'drum.svg': add('drum.svg', 'image/svg+xml', drum()),
};
add('icons.svg', 'image/svg+xml', sprite());
add('emblem.svg', 'image/svg+xml', `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">${emblem()}</svg>`);
add('app.js', 'text/javascript; charset=utf-8', script());
add('app.css', 'text/css; charset=utf-8', styles(names));

const literal = (bytes) => {
	let out = '', line = '';
	for (const b of bytes) {
		line += b >= 0x20 && b < 0x7f && b !== 0x22 && b !== 0x5c && b !== 0x3f ? String.fromCharCode(b) : '\\' + b.toString(8).padStart(3, '0');
		if (line.length > 110) { out += `\n\t\t"${line}"`; line = ''; }
	}
	return out + `\n\t\t"${line}"`;
};
const slice = (bytes) => (bytes.length ? `{${literal(bytes)}, ${bytes.length} }` : '{ NULL, 0 }');
const constant = (name) => 'ASSET_' + name.toUpperCase().replace(/[^A-Z0-9]/g, '_');

fs.writeFileSync(outH, `#pragma once
/* made by web/build.mjs: the files of web/, by their constant */
#include "portal/asset.h"

enum asset_id { ${assets.map((a) => constant(a.name)).join(', ')}, ASSET_COUNT };
extern const struct asset assets[ASSET_COUNT];
/* The address of each, for templates that need it as a literal of C. */
${assets.map((a) => `#define ${constant(a.name)}_PATH ASSET_PREFIX "${a.file}"`).join('\n')}
`);
fs.writeFileSync(outC, `/* made by web/build.mjs */
#include "portal/assets.h"

const struct asset assets[ASSET_COUNT] = {
${assets.map((a) => `\t[${constant(a.name)}] = { .name = S_INIT("${a.file}"), .type = S_INIT("${a.type}"),
\t\t.plain = ${slice(a.plain)},
\t\t.brotli = ${slice(a.br)},
\t\t.gzip = ${slice(a.gz)} },`).join('\n')}
};
`);
let total = 0;
for (const a of assets) {
	const wire = a.br.length || a.plain.length;
	total += wire;
	if (process.env.V) console.log(`${a.file.padEnd(28)} ${String(a.plain.length).padStart(7)} ${String(wire).padStart(6)}`);
}
if (process.env.V) console.log(`all together over the wire: ${total} bytes`);
const LIMIT = 54000; // leaves 6 kB for the page itself under the promised 60 kB
if (total > LIMIT) {
	console.error(`build.mjs: the assets weigh ${total} bytes over the wire, more than ${LIMIT}`);
	process.exit(1);
}
