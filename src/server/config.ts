import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { listenAddress, type MailInSettings, readMailIn } from './config-mail-in.ts';
import { defaultDataDir } from './config-root.ts';
import { resolveSecret, secretFile } from './config-secret.ts';
import type { Environment } from './config-settings.ts';
import { parseUrl, readNumberSetting, readSecretSetting, readSetting, refused } from './config-settings.ts';

/** Everything that the environment decides. Frozen; made once, at the start of a process. */
export type Config = {
  /** PORT, default 3000; 0 takes a free one. */
  readonly port: number;
  /** HOST, default 127.0.0.1: only this machine. */
  readonly host: string;
  /** TANDEM_PROXY, default `loopback`: who may say in X-Forwarded-For which client a request comes from. */
  readonly trustedProxies: readonly string[];
  /** TANDEM_DATA as an absolute path. */
  readonly dataDir: string;
  /** `server` with DATABASE_URL (the owner's address), else the PostgreSQL in the data folder. */
  readonly database: { readonly kind: 'embedded' } | { readonly kind: 'server'; readonly url: string };
  /** TANDEM_SECRET, or the one kept in the data folder. */
  readonly secret: string;
  readonly isSecretGenerated: boolean;
  /** TANDEM_URL without a trailing slash; null: the address stored at set-up. */
  readonly publicUrl: string | null;
  /** SMTP_URL; null: mail is written to a folder. */
  readonly smtpUrl: string | null;
  /** TANDEM_MAIL_DOMAIN and TANDEM_MAIL_IN; null: no mail comes in. */
  readonly mailIn: MailInSettings | null;
};

/**
 * Reads the settings (docs/operating/configure.md lists them). A relative TANDEM_DATA counts from `cwd`; without it,
 * see defaultDataDir. Throws RefusalError, one line with its remedy, on a wrong, weak or contradictory setting.
 */
export function loadConfig(env: Environment = process.env, cwd = process.cwd()): Config {
  const dataSetting = readSetting(env, 'TANDEM_DATA');
  const dataDir = dataSetting === null ? defaultDataDir() : resolve(cwd, dataSetting);
  const databaseUrl = readDatabaseUrl(env);
  const given = readSecretSetting(env, 'TANDEM_SECRET');
  const smtp = readSecretSetting(env, 'SMTP_URL');
  parseUrl('SMTP_URL', smtp, ['smtp:', 'smtps:'], 'smtp://user:password@mail.example.org:587');
  return Object.freeze({
    port: readNumberSetting(env, 'PORT', { min: 0, max: 65_535, otherwise: 3000 }),
    host: readSetting(env, 'HOST') ?? '127.0.0.1',
    trustedProxies: Object.freeze(readProxies(env)),
    dataDir,
    publicUrl: readPublicUrl(env),
    smtpUrl: smtp,
    mailIn: readMailIn(env),
    database: Object.freeze(databaseUrl ? { kind: 'server', url: databaseUrl } : { kind: 'embedded' }),
    // Last, because it may write: a wrong setting must leave no trace.
    secret: resolveSecret(given, databaseUrl ? null : dataDir),
    isSecretGenerated: given === null,
  });
}

/** The configuration to show a person: the settings by name, with every secret masked. */
export function effectiveConfig(config: Config): Record<string, string> {
  const { database } = config;
  return {
    PORT: String(config.port),
    HOST: config.host,
    TANDEM_PROXY: config.trustedProxies.join(','),
    TANDEM_DATA: config.dataDir,
    DATABASE_URL:
      database.kind === 'server' ? maskUrl(database.url) : '(not set: PostgreSQL in the data folder)',
    TANDEM_SECRET: config.isSecretGenerated
      ? `(kept in ${secretFile(config.dataDir)})`
      : `(set, ${config.secret.length} characters)`,
    TANDEM_URL: config.publicUrl ?? '(not set: the address stored at set-up)',
    SMTP_URL: config.smtpUrl ? maskUrl(config.smtpUrl) : '(not set: mail is written to the folder mail)',
    TANDEM_MAIL_DOMAIN: config.mailIn?.domain ?? '(not set: no mail comes in)',
    TANDEM_MAIL_IN: config.mailIn ? listenAddress(config.mailIn) : '(not set)',
  };
}

/** An address with its password, and every parameter that may hold one, replaced by ***. */
export function maskUrl(address: string): string {
  if (!URL.canParse(address)) return '***';
  const url = new URL(address);
  if (url.password) url.password = '***';
  for (const name of [...url.searchParams.keys()]) {
    if (/pass|secret|key|token/i.test(name)) url.searchParams.set(name, '***');
  }
  return url.href;
}

function readDatabaseUrl(env: Environment): string | null {
  const value = readSecretSetting(env, 'DATABASE_URL');
  const url = parseUrl(
    'DATABASE_URL',
    value,
    ['postgres:', 'postgresql:'],
    'postgresql://owner:password@host/tandem',
  );
  if (url === null) return null;
  if (url.pathname.length < 2) {
    throw refused('DATABASE_URL', 'DATABASE_URL names no database: end it with /tandem, say.');
  }
  if (decodeURIComponent(url.username) === 'tandem_app') {
    throw refused(
      'DATABASE_URL',
      'DATABASE_URL must name the owner of the database, not tandem_app: Tandem makes that role itself.',
    );
  }
  return value;
}

function readProxies(env: Environment): string[] {
  const wanted = (readSetting(env, 'TANDEM_PROXY') ?? 'loopback').split(',').map((part) => part.trim());
  const wrong = wanted.find((part) => part !== 'loopback' && !isNetwork(part));
  if (wrong === undefined) return wanted;
  throw refused(
    'TANDEM_PROXY',
    `TANDEM_PROXY names "${wrong}": write addresses or networks with commas between, like 10.0.0.7 or 10.0.0.0/24.`,
  );
}

/** An address, or a network in CIDR form. One that holds every address would let anybody claim to be anybody. */
function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const family = isIP(address);
  if (family === 0 || more.length > 0) return false;
  return bits === undefined || (/^[1-9]\d{0,2}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
}

function readPublicUrl(env: Environment): string | null {
  const value = readSetting(env, 'TANDEM_URL');
  const url = parseUrl('TANDEM_URL', value, ['http:', 'https:'], 'https://partners.example.org');
  if (url === null) return null;
  const isOrigin = url.pathname === '/' && !url.search && !url.hash && !url.username && !url.password;
  if (isOrigin) return url.origin;
  throw refused(
    'TANDEM_URL',
    `TANDEM_URL is more than an origin: write ${url.origin}, without path or user.`,
  );
}
