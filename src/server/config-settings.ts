import { readFileSync } from 'node:fs';
import { RefusalError } from './refusal.ts';

/** The environment, as process.env has it. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A setting's value; an empty one counts as not set. */
export function readSetting(env: Environment, name: string): string | null {
  const value = env[name]?.trim();
  return value ? value : null;
}

/**
 * A secret's value, from the variable itself or from the file that <name>_FILE names (as Docker and Kubernetes
 * mount them; one trailing line end is dropped). Throws RefusalError when both are set or the file cannot be used.
 */
export function readSecretSetting(env: Environment, name: string): string | null {
  const value = readSetting(env, name);
  const file = readSetting(env, `${name}_FILE`);
  if (file === null) return value;
  if (value !== null) throw refused(name, `${name} and ${name}_FILE are both set: keep one of them.`);
  let text: string;
  try {
    text = readFileSync(file, 'utf8').trim();
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code ?? 'unreadable';
    throw refused(
      name,
      `${name}_FILE names ${file}, which cannot be read (${why}): correct the path or its rights.`,
    );
  }
  if (text === '')
    throw refused(name, `${name}_FILE names ${file}, which is empty: write the value into it.`);
  return text;
}

/** A whole number of a range; the default when not set. */
export function readNumberSetting(
  env: Environment,
  name: string,
  range: { min: number; max: number; otherwise: number },
): number {
  const text = readSetting(env, name);
  if (text === null) return range.otherwise;
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= range.min && value <= range.max) return value;
  throw refused(name, `${name} is "${text}": set it to a whole number from ${range.min} to ${range.max}.`);
}

/** An address with one of the given schemes; null when not set. `value` may be a secret and is never shown. */
export function parseUrl(
  name: string,
  value: string | null,
  schemes: readonly string[],
  example: string,
): URL | null {
  if (value === null) return null;
  const url = URL.canParse(value) ? new URL(value) : null;
  if (url && schemes.includes(url.protocol)) return url;
  throw refused(name, `${name} is not an address that Tandem understands: write it like ${example}.`);
}

/** A refusal about one setting. */
export function refused(setting: string, message: string): RefusalError {
  return new RefusalError(`setting-${setting}`, message);
}
