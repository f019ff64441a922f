// Finds a Chromium for the browser tests, or installs one. Also a command: prints the path found.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const USUAL = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) =>
    process.env[variable]
      ? [
          join(process.env[variable], 'Google', 'Chrome', 'Application', 'chrome.exe'),
          join(process.env[variable], 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
        ]
      : [],
  ),
];

function executable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'EACCES' || error.code === 'ENOTDIR') return false;
    throw error;
  }
}

/** The `CHROMIUM` variable, then the path, then the usual places, then Playwright's own; null if there is none. */
export function findChromium() {
  const { CHROMIUM, PATH = '' } = process.env;
  if (CHROMIUM) return CHROMIUM;
  const onPath = PATH.split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...onPath, ...USUAL, chromium.executablePath()].find((path) => path && executable(path)) ?? null;
}

function run(command, args, env = {}) {
  const result = spawnSync(command, args, { stdio: ['ignore', 2, 2], env: { ...process.env, ...env } });
  return result.status === 0;
}

/** Debian's package as root (with a Chinese font), else Playwright's own download. Answers whether it worked. */
function installChromium() {
  const debian = existsSync('/etc/debian_version') && process.getuid?.() === 0;
  if (debian) {
    console.error('Installing Chromium and a Chinese font (apt-get) …');
    const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
    const packages = ['chromium', 'fonts-noto-cjk'];
    if (run('apt-get', ['update', '-qq'], quiet)) {
      if (run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], quiet))
        return true;
    }
  }
  console.error("Downloading Playwright's Chromium …");
  return run(process.execPath, [
    join('node_modules', '@playwright', 'test', 'cli.js'),
    'install',
    'chromium',
  ]);
}

/** Path of a Chromium, installed if need be. Throws with what to do where none can be had. */
export function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  const installed = installChromium() ? findChromium() : null;
  if (installed) return installed;
  throw new Error(
    'No Chromium was found and none could be installed. Install Chromium, Chrome or Edge, or set the CHROMIUM ' +
      'environment variable to its executable, and run the tests again.',
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(ensureChromium());
