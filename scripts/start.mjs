// `npm start`: builds the application if its sources changed, serves it on loopback and opens the sample project.
//   npm start -- --port 4173   another port
//   npm start -- --no-open     only print the address
import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { build, preview } from 'vite';

const { values } = parseArgs({
  options: { port: { type: 'string', default: '4173' }, 'no-open': { type: 'boolean', default: false } },
});

/** Opens the address in the user's browser where there is one; saying the address is enough elsewhere. */
function openBrowser(url) {
  const [command, ...args] =
    process.platform === 'win32'
      ? ['cmd', '/c', 'start', '', url]
      : [process.platform === 'darwin' ? 'open' : 'xdg-open', url];
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}

await build({ logLevel: 'warn' });
const server = await preview({ preview: { host: '127.0.0.1', port: Number(values.port) } });
const url = `${server.resolvedUrls.local[0]}?sample=jiangcheng`;
console.log(`\n  学址 Xuezhi  ${url}\n\n  Ctrl+C 停止 / to stop\n`);
if (!values['no-open'] && !process.env.CI) openBrowser(url);
