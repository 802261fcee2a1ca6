import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { refused } from './config-settings.ts';
import { makeDataDir } from './database/embedded-place.ts';
import { writeOnce } from './secret-file.ts';

const shortest = 32;
const fewestDifferent = 8;
const remedy = 'make one with `openssl rand -base64 32`';
const looksDefault =
  /change.?me|change.?this|replace.?me|password|secret|example|default|insecure|tandem|123456|qwerty|abcdef/i;

/**
 * What is weak about a secret, as the end of the sentence "TANDEM_SECRET …", or null. Weak: shorter than 32
 * characters; a text that looks like a placeholder; one piece repeated; fewer than 8 different characters; mostly a
 * run like abcd or 4321.
 */
export function secretWeakness(secret: string): string | null {
  if (secret.length < shortest) return `is shorter than ${shortest} characters`;
  if (looksDefault.test(secret)) return 'looks like a placeholder';
  if (isRepetition(secret)) return 'repeats itself';
  if (new Set(secret).size < fewestDifferent) return `has fewer than ${fewestDifferent} different characters`;
  if (isRun(secret)) return 'is a run of neighbouring characters';
  return null;
}

/** The file in the data folder that holds the secret of an installation with an embedded database. */
export function secretFile(dataDir: string): string {
  return join(dataDir, 'secret');
}

/**
 * The secret to use: the one that is set, after a check that it is strong; for an embedded database without one,
 * the secret kept in the data folder, made there on first use (0600). Throws RefusalError with a one-line remedy.
 */
export function resolveSecret(given: string | null, embeddedDataDir: string | null): string {
  const file = embeddedDataDir === null ? null : secretFile(embeddedDataDir);
  const kept = file !== null && existsSync(file) ? readSecretFile(file) : null;
  if (given !== null) {
    const weakness = secretWeakness(given);
    if (weakness) throw refused('TANDEM_SECRET', `TANDEM_SECRET ${weakness}: ${remedy}.`);
    if (kept === null || kept === given) return given;
    throw refused(
      'TANDEM_SECRET',
      `TANDEM_SECRET is not the secret that this installation was made with (${file}): unset it to go on with that one, or delete the file to change over, which ends every session.`,
    );
  }
  if (kept !== null) return kept;
  if (embeddedDataDir === null || file === null) {
    throw refused('TANDEM_SECRET', `With DATABASE_URL, TANDEM_SECRET must be set too: ${remedy}.`);
  }
  makeDataDir(embeddedDataDir);
  writeOnce(file, `${randomBytes(32).toString('base64url')}\n`);
  return readSecretFile(file);
}

function readSecretFile(file: string): string {
  let secret: string;
  try {
    secret = readFileSync(file, 'utf8').trim();
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code;
    throw refused(
      'TANDEM_SECRET',
      `The secret in ${file} cannot be read (${why}): run as the owner of the data folder.`,
    );
  }
  const weakness = secretWeakness(secret);
  if (weakness)
    throw refused('TANDEM_SECRET', `The secret in ${file} ${weakness}: restore the file from a backup.`);
  return secret;
}

function isRepetition(secret: string): boolean {
  const longest = Math.floor(secret.length / 2);
  return Array.from({ length: longest }, (_, index) => secret.slice(0, index + 1)).some(
    (piece) => piece.repeat(Math.ceil(secret.length / piece.length)).slice(0, secret.length) === secret,
  );
}

function isRun(secret: string): boolean {
  const steps = Array.from(secret.slice(1), (char, index) => char.charCodeAt(0) - secret.charCodeAt(index));
  const neighbours = steps.filter((step) => Math.abs(step) <= 1).length;
  return neighbours * 2 > steps.length;
}
