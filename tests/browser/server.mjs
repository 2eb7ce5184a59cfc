// Starts the program on a free port and stops it by its own process.
import { spawn } from 'node:child_process';
import net from 'node:net';

function freePort() {
	return new Promise((resolve, reject) => {
		const s = net.createServer().once('error', reject);
		s.listen(0, '127.0.0.1', () => { const { port } = s.address(); s.close(() => resolve(port)); });
	});
}

export async function start(binary, data, now, publicUrl) {
	const port = await freePort(), base = `http://127.0.0.1:${port}`;
	const child = spawn(binary, ['serve', '--data', data, '--listen', `127.0.0.1:${port}`, '--now', now, '--public-url', publicUrl === 'own' ? base : publicUrl], { stdio: ['ignore', 'ignore', 'pipe'] });
	let said = '', gone = false;
	child.stderr.on('data', (d) => { said = (said + d).slice(-4000); });
	child.on('exit', () => { gone = true; });
	for (let i = 0; i < 300; i++) {
		if (gone) throw new Error(`the server ended at once: ${said}`);
		try {
			if ((await fetch(`${base}/healthz`)).ok) return { base, stop: () => new Promise((done) => { child.on('exit', done); child.kill('SIGTERM'); }) };
		} catch { /* not listening yet */ }
		await new Promise((r) => setTimeout(r, 100));
	}
	child.kill('SIGKILL');
	throw new Error(`the server was not healthy after 30 seconds: ${said}`);
}
