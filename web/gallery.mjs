// gallery.mjs CSS_URL SPRITE_URL OUT.html: one page of every block in GALLERY.md, to look at. Not part of the product.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const text = fs.readFileSync(path.join(here, 'GALLERY.md'), 'utf8');
const [css, sprite, out] = process.argv.slice(2);
const icon = (name) => `<svg class="icon" aria-hidden="true" focusable="false"><use href="${sprite}#${name}"/></svg>`;
let body = '';
for (const part of text.split(/^## /m).slice(1)) {
	const blocks = [...part.matchAll(/```html\n([\s\S]*?)```/g)].map((m) => m[1]);
	if (blocks.length) body += `<section class="section"><p class="muted small">${part.split('\n')[0]}</p>\n${blocks.join('\n')}</section>\n`;
}
body = body.replace(/\{\{ call icon\(o, S\("([\w-]+)"\)\) \}\}/g, (_, name) => icon(name));
fs.writeFileSync(out, `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Gallery</title><link rel="stylesheet" href="${css}"></head><body><main id="content"><div class="container">${body}</div></main></body></html>`);
