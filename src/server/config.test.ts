import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { effectiveConfig, loadConfig, maskUrl } from './config.ts';
import { defaultDataDir } from './config-root.ts';
import { secretWeakness } from './config-secret.ts';
import type { Environment } from './config-settings.ts';
import { RefusalError } from './refusal.ts';

const strong = 'q7Zt2mXw9RkV4sLc8YpB1nGd6HfJ3aTe';
const url = 'postgresql://owner:hunter2@db.example.org/tandem';

let dataDir: string;

beforeEach(() => {
  dataDir = join(mkdtempSync(join(tmpdir(), 'tandem-config-')), 'data');
});

afterEach(() => rmSync(join(dataDir, '..'), { recursive: true, force: true }));

describe('the configuration', () => {
  it('has a default for everything: this machine, port 3000, PostgreSQL and a secret in the data folder', () => {
    const config = load({});
    expect(config).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      trustedProxies: ['loopback'],
      dataDir,
      database: { kind: 'embedded' },
      isSecretGenerated: true,
      publicUrl: null,
      smtpUrl: null,
      mailIn: null,
    });
    expect(Object.isFrozen(config)).toBe(true);
  });

  it('takes mail in for a domain, on this machine unless it is told where', () => {
    const at = (env: Environment) => load({ TANDEM_MAIL_DOMAIN: 'In.Example.org', ...env }).mailIn;
    expect(at({})).toEqual({ domain: 'in.example.org', host: '127.0.0.1', port: 2525 });
    expect(at({ TANDEM_MAIL_IN: '[::1]:25' })).toMatchObject({ host: '::1', port: 25 });
    for (const TANDEM_MAIL_IN of ['2525', 'a b:25', '127.0.0.1', '127.0.0.1:99999', '[x]:25', ':25']) {
      expect(caught(() => at({ TANDEM_MAIL_IN })).message).toContain('TANDEM_MAIL_IN is');
    }
    for (const TANDEM_MAIL_DOMAIN of [
      'a@b.example',
      'example',
      '-a.example',
      'bücher.example',
      'a..example',
    ]) {
      expect(caught(() => load({ TANDEM_MAIL_DOMAIN })).message).toContain('TANDEM_MAIL_DOMAIN is');
    }
    expect(caught(() => load({ TANDEM_MAIL_IN: '127.0.0.1:25' })).message).toContain(
      'TANDEM_MAIL_DOMAIN is not',
    );
  });

  it('believes the proxies that are named, and refuses a name that is none or that is everybody', () => {
    expect(load({ TANDEM_PROXY: '10.0.0.7, fd00::/8,loopback' }).trustedProxies).toEqual([
      '10.0.0.7',
      'fd00::/8',
      'loopback',
    ]);
    for (const TANDEM_PROXY of ['proxy', '10.0.0.0/33', '0.0.0.0/0', '10.0.0.7,', 'true', '10.0.0.0/8/8']) {
      expect(caught(() => load({ TANDEM_PROXY })).message).toContain('TANDEM_PROXY names');
    }
  });

  it('makes the secret once, strong and for its owner only', () => {
    const { secret } = load({});
    expect(secretWeakness(secret)).toBeNull();
    expect(load({}).secret).toBe(secret);
    expect(statSync(join(dataDir, 'secret')).mode & 0o777).toBe(0o600);
    expect(readdirSync(dataDir)).toEqual(['secret']);
  });

  it('needs two settings in production', () => {
    const config = load({ DATABASE_URL: url, TANDEM_SECRET: strong });
    expect(config).toMatchObject({
      database: { kind: 'server', url },
      secret: strong,
      isSecretGenerated: false,
    });
  });

  it('counts a relative TANDEM_DATA from the current directory, and an empty value as not set', () => {
    const env = { DATABASE_URL: url, TANDEM_SECRET: strong, TANDEM_DATA: 'here', PORT: '' };
    expect(loadConfig(env, '/srv/tandem')).toMatchObject({ dataDir: '/srv/tandem/here', port: 3000 });
  });

  it('reads each secret from a file too', () => {
    const file = `${dataDir}-secret`;
    writeFileSync(file, `${strong}\n`);
    expect(load({ DATABASE_URL: url, TANDEM_SECRET_FILE: file }).secret).toBe(strong);
  });

  it.each<[string, Environment, RegExp]>([
    [
      'a port that is none',
      { PORT: '99999' },
      /^PORT is "99999": set it to a whole number from 0 to 65535\.$/,
    ],
    ['a port that is a word', { PORT: 'http' }, /^PORT is "http"/],
    ['a database of another make', { DATABASE_URL: 'mysql://db/tandem' }, /^DATABASE_URL is not an address/],
    ['a server without a database', { DATABASE_URL: 'postgres://o:p@db' }, /^DATABASE_URL names no database/],
    [
      'the app in the place of the owner',
      { DATABASE_URL: 'postgres://tandem_app:p@db/t' },
      /must name the owner/,
    ],
    ['a server without a secret', { DATABASE_URL: url }, /^With DATABASE_URL, TANDEM_SECRET must be set too/],
    [
      'a short secret',
      { TANDEM_SECRET: 'short' },
      /^TANDEM_SECRET is shorter than 32 characters: make one with/,
    ],
    [
      'a secret twice',
      { TANDEM_SECRET: strong, TANDEM_SECRET_FILE: '/x' },
      /are both set: keep one of them\.$/,
    ],
    ['a secret file that is not there', { TANDEM_SECRET_FILE: '/nowhere/x' }, /cannot be read \(ENOENT\)/],
    [
      'an address with a path',
      { TANDEM_URL: 'https://a.example.org/x' },
      /write https:\/\/a\.example\.org, without/,
    ],
    ['an address without a scheme', { TANDEM_URL: 'a.example.org' }, /^TANDEM_URL is not an address/],
    ['a mail server of another scheme', { SMTP_URL: 'https://mail' }, /^SMTP_URL is not an address/],
  ])('refuses %s in one line and leaves no trace', (_what, env, message) => {
    const refusal = caught(() => load(env));
    expect(refusal).toBeInstanceOf(RefusalError);
    expect(refusal.message).toMatch(message);
    expect(refusal.message).not.toContain('\n');
    expect(readdirSync(join(dataDir, '..'))).toEqual([]);
  });

  it('never shows what may be a secret in a refusal', () => {
    const refusal = caught(() => load({ DATABASE_URL: 'mysql://u:hunter2@db/t' }));
    expect(refusal.message).not.toContain('hunter2');
  });

  it('refuses a secret other than the one that the installation was made with', () => {
    load({});
    expect(() => load({ TANDEM_SECRET: strong })).toThrow(
      /is not the secret that this installation was made with/,
    );
    const { secret } = load({});
    expect(load({ TANDEM_SECRET: secret }).secret).toBe(secret);
  });
});

describe('a secret is weak', () => {
  it.each([
    ['shorter', 'q7Zt2mXw9RkV4sLc'],
    ['placeholder', 'change-me-change-me-change-me-now'],
    ['placeholder', 'my-very-long-and-good-password-0'],
    ['repeats', 'x'.repeat(40)],
    ['repeats', 'q7Zt2m'.repeat(7)],
    ['different', 'qzqqzzqqqzzzqzqzqqzzqzzzqzqqzqzqzz'],
    ['run', 'ZYXWVUTSRQPONMLKJIHGZYXWVUTSRQPONMLK'],
  ])('when it is %s: %s', (why, secret) => {
    expect(secretWeakness(secret)).toContain(why);
  });

  it('but not when it is random: base64 or hex', () => {
    expect(secretWeakness(strong)).toBeNull();
    expect(secretWeakness('9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08')).toBeNull();
  });
});

describe('the effective configuration', () => {
  it('shows every setting and no secret', () => {
    const config = load({
      DATABASE_URL: `${url}?sslpassword=hunter3`,
      TANDEM_SECRET: strong,
      SMTP_URL: 'smtps://robot:hunter4@mail.example.org',
      TANDEM_URL: 'https://partners.example.org/',
    });
    const shown = effectiveConfig(config);
    expect(JSON.stringify(shown)).not.toMatch(/hunter|q7Zt/);
    expect(shown).toMatchObject({
      DATABASE_URL: 'postgresql://owner:***@db.example.org/tandem?sslpassword=***',
      TANDEM_SECRET: '(set, 32 characters)',
      TANDEM_URL: 'https://partners.example.org',
      SMTP_URL: 'smtps://robot:***@mail.example.org',
    });
  });

  it('masks what is no address as a whole', () => {
    expect(maskUrl('host=db password=hunter2')).toBe('***');
  });
});

describe('the default data folder', () => {
  it('is beside package.json in a checkout, and in the current directory for an installed package', () => {
    expect(defaultDataDir('/srv/tandem', '/home/a')).toBe('/srv/tandem/data');
    expect(defaultDataDir('/usr/lib/node_modules/tandem', '/home/a')).toBe('/home/a/data');
  });
});

describe('the list of settings', () => {
  it('in docs/operating/configure.md is complete', () => {
    const page = readFileSync(join(import.meta.dirname, '../../docs/operating/configure.md'), 'utf8');
    for (const name of Object.keys(effectiveConfig(load({})))) expect(page).toContain(`\`${name}\``);
  });
});

function load(env: Environment) {
  return loadConfig({ TANDEM_DATA: dataDir, ...env });
}

function caught(run: () => unknown): Error {
  try {
    run();
  } catch (error) {
    return error as Error;
  }
  throw new Error('expected a refusal');
}
