import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/** What to do on a machine where no way to a browser worked. */
export const CHROMIUM_REMEDY =
  'No Chromium: install it (Debian: `apt-get install chromium`), or set CHROMIUM_PATH to the program of one.';

/** The Chromium of this machine: CHROMIUM_PATH, else one on the PATH, else the test tool’s own; null without any. */
export function findChromium(environment: NodeJS.ProcessEnv = process.env): string | null {
  const { CHROMIUM_PATH: told } = environment;
  if (told) {
    if (isProgram(told)) return told;
    throw new Error(`CHROMIUM_PATH names ${told}, which is not a program. ${CHROMIUM_REMEDY}`);
  }
  const folders = (environment.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  for (const name of NAMES)
    for (const folder of folders) if (isProgram(join(folder, name))) return join(folder, name);
  const downloaded = chromium.executablePath();
  return downloaded && existsSync(downloaded) ? downloaded : null;
}

/** Finds a Chromium, or gets one: Debian’s as root, else the test tool’s download. Throws with the remedy. */
export function ensureChromium(tell: (line: string) => void): string {
  const found = findChromium();
  if (found) return found;
  if (process.getuid?.() === 0 && isProgram('/usr/bin/apt-get')) {
    tell('No Chromium found: installing Debian’s');
    const install = 'apt-get update -q && apt-get install -y -q --no-install-recommends chromium';
    run('sh', ['-c', install], { DEBIAN_FRONTEND: 'noninteractive' });
    const installed = findChromium();
    if (installed) return installed;
  }
  tell('No Chromium found: the test tool downloads its own');
  const cli = createRequire(import.meta.url).resolve('playwright-core/cli.js');
  run(process.execPath, [cli, 'install', 'chromium'], {});
  const downloaded = findChromium();
  if (downloaded) return downloaded;
  throw new Error(CHROMIUM_REMEDY);
}

function run(command: string, args: readonly string[], environment: Record<string, string>): void {
  spawnSync(command, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...environment },
    timeout: 600_000,
  });
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
