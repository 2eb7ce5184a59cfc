// The drawings of our own: the emblem (an open door over the delta's waters, between two ears of rice) and the
// ornament after the bronze drums. Both are made of numbers, so they are small.

const deg = (a) => (a * Math.PI) / 180;
const n = (x) => String(Math.round(x * 10) / 10);
const at = (r, a) => `${n(r * Math.sin(deg(a)))} ${n(-r * Math.cos(deg(a)))}`;

export function emblem() {
	let rice = '';
	// Grains along an arc on the left side; the right side mirrors it.
	for (let i = 0; i < 7; i++) {
		const a = 212 + i * 17, x = 32 + 24 * Math.sin(deg(a)), y = 32 - 24 * Math.cos(deg(a));
		rice += `<ellipse rx="1.5" ry="3.3" transform="translate(${n(x)} ${n(y)}) rotate(${n(a + 68)})"/>`;
	}
	const ear = `<g fill="#f5bd2b">${rice}</g>`;
	return '<circle cx="32" cy="32" r="32" fill="#9c1a1f"/>' +
		'<circle cx="32" cy="32" r="29.6" fill="none" stroke="#f5bd2b" stroke-width="1.2"/>' +
		ear + `<g transform="matrix(-1 0 0 1 64 0)">${ear}</g>` +
		'<path fill="#f5bd2b" d="M20.500 43V27a11.500 11.500 0 0 1 23 0v16h-3.500V27a8 8 0 0 0-16 0v16z"/>' +
		'<path fill="#fff4d6" d="M26 43V27a6 6 0 0 1 6-6v25z"/><path fill="#7c1216" d="M29.300 33a1 1 0 1 1 0 .1z"/>' +
		'<path fill="none" stroke="#f5bd2b" stroke-width="1.700" stroke-linecap="round" d="M21 48.500q2.750-2.400 5.500 0t5.500 0 5.500 0 5.500 0M25 52.700q1.750-1.900 3.500 0t3.500 0 3.500 0 3.500 0"/>';
}

// Rings of ticks are circles with dashed strokes; the sun has fourteen rays; herons circle it.
export function drum() {
	let sun = '';
	for (let i = 0; i < 14; i++) sun += `${i ? 'L' : 'M'}${at(74, (i * 360) / 14)}L${at(30, ((i + 0.5) * 360) / 14)}`;
	const ring = (r, w = 2) => `<circle r="${r}" stroke-width="${w}"/>`;
	const ticks = (r, w, count, part) => {
		const unit = (2 * Math.PI * r) / count;
		return `<circle r="${r}" stroke-width="${w}" stroke-dasharray="${(unit * part).toFixed(3)} ${(unit * (1 - part)).toFixed(3)}"/>`;
	};
	let birds = '';
	for (let i = 0; i < 10; i++) birds += `<use href="#b" transform="rotate(${i * 36})"/>`;
	let teeth = '';
	for (let i = 0; i < 48; i++) teeth += `M${at(252, i * 7.5 - 2.6)}L${at(268, i * 7.5)}L${at(252, i * 7.5 + 2.6)}`;
	return '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-300 -300 600 600"><defs>' +
		// A heron in flight, beak to the left: body, wing, crest and long tail.
		'<path id="b" fill="#f5bd2b" stroke="none" d="M-50-176q14-7 26-6q6-8 16-9q-3 4-4 8q8 1 14-1q8-20 36-34q-2 22-20 36q12 3 28 16q-16-4-30-2q-12 10-28 6q-10-3-16-9q-12-2-23-1z"/></defs>' +
		`<g fill="none" stroke="#f5bd2b"><path fill="#f5bd2b" stroke="none" d="${sun}Z"/>` +
		ring(88) + ring(96) + ticks(108, 12, 72, 0.35) + ring(120) + ring(128) + ring(220) + ring(228) +
		ticks(238, 12, 132, 0.4) + ring(248) + `<path stroke-width="2" d="${teeth}"/>` + ring(274) + ticks(284, 12, 160, 0.4) + ring(296, 3) + '</g>' + birds + '</svg>';
}
