import type { Pool } from '../database/pool.ts';
import { readAppRole, readBrokenGuards, readServerFacts, readUnwalledTables } from './queries.ts';

/** Something that must always hold in a healthy installation. */
export type DoctorCheck = {
  /** What holds, as a sentence. */
  readonly name: string;
  /** `detail` says what was found, and when it fails, what to do. `pool` is the owner's. */
  readonly run: (pool: Pool) => Promise<{ readonly ok: boolean; readonly detail: string }>;
};

/** Every check of `tandem doctor`, in the order of its report. Add one by adding an entry. */
export const doctorChecks: readonly DoctorCheck[] = [
  {
    name: 'every write survives a power cut',
    async run(pool) {
      const { fsync, checksums } = await readServerFacts(pool);
      if (fsync !== 'on') return { ok: false, detail: 'fsync is off: set it to on in postgresql.conf' };
      return { ok: true, detail: `fsync on, data checksums ${checksums}` };
    },
  },
  {
    name: 'the owner does not bypass row-level security',
    async run(pool) {
      const { role, isPrivileged } = await readServerFacts(pool);
      if (!isPrivileged) return { ok: true, detail: role };
      return {
        ok: false,
        detail: `${role} is a superuser or has bypassrls: let DATABASE_URL name a plain owner`,
      };
    },
  },
  {
    name: 'the app serves as a role of few rights',
    async run(pool) {
      const role = await readAppRole(pool);
      if (role === null) return { ok: false, detail: 'the role tandem_app is missing: run `tandem start`' };
      const flaws = [
        role.isPrivileged && 'bypasses row-level security',
        role.isOwner && 'owns tables',
        role.isMember && 'is a member of the owner',
      ].filter((flaw) => typeof flaw === 'string');
      return { ok: flaws.length === 0, detail: `tandem_app ${flaws.join(', ') || 'owns nothing'}` };
    },
  },
  {
    name: 'every tenant table is walled by row-level security',
    async run(pool) {
      const names = await readUnwalledTables(pool);
      return {
        ok: names.length === 0,
        detail: names.length === 0 ? 'forced on all' : `not on ${names.join(', ')}`,
      };
    },
  },
  {
    name: 'every constraint and index is valid',
    async run(pool) {
      const names = await readBrokenGuards(pool);
      return { ok: names.length === 0, detail: names.length === 0 ? 'all valid' : `not ${names.join(', ')}` };
    },
  },
];
