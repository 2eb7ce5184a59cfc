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

// Titles that begin like what is typed, below the box (WAI-ARIA combobox). Without an answer the form works as it is.
for (const box of document.querySelectorAll('[data-suggest]')) {
	const list = document.createElement('ul');
	let timer, items = [], at = -1, asked = 0;
	list.className = 'ideas'; list.id = `${box.id}-ideas`; list.hidden = true;
	list.setAttribute('role', 'listbox');
	list.setAttribute('aria-label', box.labels[0].textContent);
	box.form.append(list);
	for (const [name, value] of [['role', 'combobox'], ['aria-autocomplete', 'list'], ['aria-controls', list.id], ['aria-expanded', 'false']]) box.setAttribute(name, value);
	const show = () => {
		list.replaceChildren(...items.map((item, i) => {
			const li = document.createElement('li');
			li.id = `${list.id}-${i}`; li.lang = 'vi'; li.textContent = item.title;
			li.setAttribute('role', 'option');
			li.setAttribute('aria-selected', String(i === at));
			return li;
		}));
		list.hidden = !items.length;
		box.setAttribute('aria-expanded', String(!list.hidden));
		if (at >= 0) box.setAttribute('aria-activedescendant', `${list.id}-${at}`);
		else box.removeAttribute('aria-activedescendant');
	};
	const close = () => { clearTimeout(timer); asked++; items = []; at = -1; show(); };
	const ask = async () => {
		const mine = ++asked, q = box.value.trim();
		if (q.length < 2) { close(); return; }
		try {
			const r = await fetch(`${box.dataset.suggest}?q=${encodeURIComponent(q)}`);
			const found = r.ok ? (await r.json()).items : [];
			if (mine === asked) { items = found; at = -1; show(); }
		} catch { /* the form still works */ }
	};
	box.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(ask, 200); });
	box.addEventListener('keydown', (e) => {
		if (e.key === 'Escape' && items.length) { e.preventDefault(); close(); }
		if (!items.length) return;
		if (e.key === 'ArrowDown' || e.key === 'ArrowUp') {
			e.preventDefault();
			at = e.key === 'ArrowDown' ? (at + 1) % items.length : (at < 1 ? items.length : at) - 1;
			show();
		} else if (e.key === 'Enter' && at >= 0) { e.preventDefault(); location.href = items[at].to; }
	});
	box.addEventListener('blur', close);
	list.addEventListener('mousedown', (e) => {
		const i = [...list.children].indexOf(e.target.closest('li'));
		e.preventDefault();
		if (i >= 0) location.href = items[i].to;
	});
}
