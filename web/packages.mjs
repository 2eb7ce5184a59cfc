// packages.mjs STAMP [FOLDER]: brings the packages of package-lock.json into node_modules when they are not there yet; of web/ or of
// another folder.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = process.argv[3] ? path.resolve(process.argv[3]) : path.dirname(fileURLToPath(import.meta.url));
const wanted = JSON.parse(fs.readFileSync(path.join(here, 'package-lock.json'), 'utf8')).packages;

function present(name) {
	try {
		const found = JSON.parse(fs.readFileSync(path.join(here, name, 'package.json'), 'utf8'));
		return found.version === wanted[name].version;
	} catch {
		return false;
	}
}

if (!Object.keys(wanted).filter((n) => n && !wanted[n].optional).every(present)) {
	const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--prefer-offline'], { cwd: here, stdio: ['ignore', 2, 2] });
	if (npm.status !== 0) {
		console.error(`packages.mjs: npm ci failed in ${here}; is npm installed and the package registry reachable?`);
		process.exit(1);
	}
}
fs.writeFileSync(process.argv[2], '');
