// build.mjs FONT_400 FONT_600 OUT_DIR
//
// Makes the files that the browser gets from web/, beside the two fonts: app.css, app.js, icons.svg, emblem.svg,
// drum.svg. Their addresses are /tinh/HASH/NAME, HASH being the first 8 hexadecimal digits of their SHA-256
// (tools/embed computes the same), so that caches may keep them for ever.
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import zlib from 'node:zlib';
import esbuild from 'esbuild';
import { drum, emblem } from './draw.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const target = ['chrome87', 'safari14', 'firefox78'];
const [font400, font600, dir] = process.argv.slice(2);
if (!dir) {
	console.error('usage: build.mjs FONT_400 FONT_600 OUT_DIR');
	process.exit(2);
}

let total = 0;
const addresses = {};
function count(name, bytes) {
	const text = !name.endsWith('.woff2');
	const wire = text ? zlib.brotliCompressSync(bytes, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 11 } }).length : bytes.length;
	if (process.env.V) console.log(`${name.padEnd(16)} ${String(bytes.length).padStart(6)} ${String(wire).padStart(6)}`);
	total += wire;
	const hash = crypto.createHash('sha256').update(bytes).digest('hex').slice(0, 8);
	addresses[name] = `../${hash}/${name}`; // as seen from the style sheet
}
function add(name, text) {
	const bytes = Buffer.from(text);
	count(name, bytes);
	fs.writeFileSync(path.join(dir, name), bytes);
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

function styles() {
	const built = esbuild.buildSync({ entryPoints: [path.join(here, 'app.css')], bundle: true, minify: true, target, write: false,
		external: ['*.woff2', '*.svg'], logLevel: 'warning' });
	return built.outputFiles[0].text.trim().replace(/url\("?([\w.-]+)"?\)/g, (_, name) => {
		if (!addresses[name]) throw new Error(`app.css: no such file: ${name}`);
		return `url(${addresses[name]})`;
	});
}

function script() {
	const built = esbuild.transformSync(fs.readFileSync(path.join(here, 'app.js'), 'utf8'), { minify: true, target: 'es2020', format: 'esm' });
	return built.code;
}

count('font-400.woff2', fs.readFileSync(font400));
count('font-600.woff2', fs.readFileSync(font600));
add('drum.svg', drum());
add('icons.svg', sprite());
add('emblem.svg', `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">${emblem()}</svg>`);
add('app.js', script());
add('app.css', styles());

if (process.env.V) console.log(`all together over the wire: ${total} bytes`);
const LIMIT = 54000; // leaves 6 kB for the page itself under the promised 60 kB
if (total > LIMIT) {
	console.error(`build.mjs: the assets weigh ${total} bytes over the wire, more than ${LIMIT}`);
	process.exit(1);
}
