// Comfort only: every page does its work without this file.
const root = document.documentElement;
const sizes = ['small', 'normal', 'large', 'largest'], contrasts = ['soft', 'normal', 'high'];
const step = (scale, now, by) => scale[Math.min(scale.length - 1, Math.max(0, scale.indexOf(now) + by))];

function press() {
	const { size, contrast } = root.dataset;
	const on = { smaller: size === 'small', normal: size === 'normal', larger: /^large/.test(size), more: contrast === 'high', less: contrast === 'soft' };
	for (const b of document.querySelectorAll('[data-setting]')) b.setAttribute('aria-pressed', String(on[b.dataset.setting]));
}

// Text size and contrast at once; the server keeps the choice.
document.addEventListener('submit', (e) => {
	const button = e.submitter, form = e.target;
	if (!button || !button.dataset.setting) return;
	e.preventDefault();
	switch (button.dataset.setting) {
	case 'smaller': root.dataset.size = step(sizes, root.dataset.size, -1); break;
	case 'normal': root.dataset.size = 'normal'; break;
	case 'larger': root.dataset.size = step(sizes, root.dataset.size, 1); break;
	case 'more': root.dataset.contrast = step(contrasts, root.dataset.contrast, 1); break;
	case 'less': root.dataset.contrast = step(contrasts, root.dataset.contrast, -1); break;
	}
	press();
	const fields = new URLSearchParams(new FormData(form));
	fields.set(button.name, button.value);
	fetch(form.action, { method: 'POST', body: fields, redirect: 'manual' }).catch(() => {});
});

// A second press of the same button sends nothing twice.
document.addEventListener('submit', (e) => {
	if (e.defaultPrevented || e.target.method !== 'post') return;
	if (e.target.dataset.sent) e.preventDefault();
	e.target.dataset.sent = '1';
});
addEventListener('pageshow', () => document.querySelectorAll('form[data-sent]').forEach((f) => delete f.dataset.sent));

document.querySelectorAll('[data-needs-js]').forEach((e) => { e.hidden = false; });
document.addEventListener('click', (e) => { if (e.target.closest('[data-print]')) print(); });
if (matchMedia('(min-width: 62em)').matches) document.querySelectorAll('details[data-open-wide]').forEach((d) => { d.open = true; });
document.querySelector('.error-summary')?.focus();
