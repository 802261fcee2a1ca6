import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { RefusalError } from '../refusal.ts';

/** The unprivileged account that PostgreSQL runs as. */
export type Account = { readonly name: string; readonly uid: number; readonly gid: number };

const preferred = ['tandem', 'postgres', 'nobody'];

/**
 * The account to run PostgreSQL as: null (as ourselves) for an ordinary user; for root, who must not run it, the
 * owner of the cluster when there is one, else `tandem`, `postgres` or `nobody`, whichever the machine knows.
 * initdb looks its user up in /etc/passwd, so an account without an entry is refused with what to do.
 */
export function postgresAccount(clusterOwnerUid: number | null, passwd = readPasswd()): Account | null {
  const self = process.getuid?.() ?? -1;
  if (self !== 0) {
    if (process.platform === 'linux' && !passwd.some((entry) => entry.uid === self)) {
      throw new RefusalError(
        'no-passwd-entry',
        `PostgreSQL needs an entry for user ${self} in /etc/passwd: run as a listed user, add the entry, or set DATABASE_URL.`,
      );
    }
    return null;
  }
  const byOwner = passwd.find((entry) => entry.uid === clusterOwnerUid && entry.uid !== 0);
  const byName = preferred.flatMap((name) =>
    passwd.filter((entry) => entry.name === name && entry.uid !== 0),
  );
  const chosen = byOwner ?? byName[0];
  if (chosen) return chosen;
  throw new RefusalError(
    'no-unprivileged-account',
    'PostgreSQL does not run as root and /etc/passwd has no account `tandem`, `postgres` or `nobody`: run `useradd --system tandem`, or start Tandem as an ordinary user.',
  );
}

/** Whether the account may pass through every folder on the way to `path` and enter `path` itself. */
export function mayEnter(path: string, account: Account): boolean {
  for (let folder = path; ; folder = dirname(folder)) {
    if (!mayRead(folder, account, 0o1)) return false;
    if (dirname(folder) === folder) return true;
  }
}

/** Whether the mode bits let the account do `bits` (4 read, 2 write, 1 execute or enter) on the file. */
export function mayRead(path: string, account: Account, bits = 0o4): boolean {
  const { uid, gid, mode } = statSync(path);
  const granted = uid === account.uid ? mode >> 6 : gid === account.gid ? mode >> 3 : mode;
  return (granted & bits) === bits;
}

function readPasswd(): Account[] {
  try {
    return readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .map((line) => line.split(':'))
      .filter((fields) => fields.length >= 7)
      .map((fields) => ({ name: fields[0] ?? '', uid: Number(fields[2]), gid: Number(fields[3]) }));
  } catch {
    return [];
  }
}
