import type { Organization } from '../access/context.ts';
import { everyOrganization } from '../access/every-organization.ts';
import { verifyQuarters } from '../attribution/quarter/verify-quarters.ts';
import { verifyCredits } from '../attribution/verify-credits.ts';
import { verifyChain } from '../audit/verify.ts';
import type { Pool } from '../database/pool.ts';
import { verifyProjection } from '../import/project/verify-projection.ts';
import type { DoctorCheck } from './checks.ts';

type Verdict = { readonly ok: boolean; readonly detail: string };

/** A check that is made within every organization; it fails with the first that fails, by name. */
function inEvery(
  name: string,
  check: (pool: Pool, organization: Organization) => Promise<Verdict>,
): DoctorCheck {
  return {
    name,
    async run(pool) {
      const details: string[] = [];
      for (const organization of await everyOrganization(pool)) {
        const { ok, detail } = await check(pool, organization);
        if (!ok) return { ok, detail: `${organization.slug}: ${detail}` };
        details.push(`${organization.slug}: ${detail}`);
      }
      return { ok: true, detail: details.join('; ') || 'no organization yet' };
    },
  };
}

const numbers = (list: readonly number[]) => list.map((one) => `#${one}`).join(', ');

/** What must hold of the data itself. */
export const organizationChecks: readonly DoctorCheck[] = [
  inEvery('the audit trail is whole and unchanged', async (pool, { orgId }) => {
    const report = await verifyChain(pool, orgId);
    if (report.ok) return { ok: true, detail: `${report.entries} entries, head ${report.hash.slice(0, 12)}` };
    return { ok: false, detail: `${report.detail}: restore from a backup and compare` };
  }),
  inEvery('every opportunity reads as its facts say', async (pool, organization) => {
    const { deals, differing } = await verifyProjection(pool, organization);
    if (differing.length === 0) return { ok: true, detail: `${deals} opportunities` };
    return { ok: false, detail: `${numbers(differing)} differ: import their file again to rebuild them` };
  }),
  inEvery('every credit in a list is the newest verdict', async (pool, { orgId }) => {
    const differing = await verifyCredits(pool, orgId);
    if (differing.length === 0) return { ok: true, detail: 'all agree' };
    return { ok: false, detail: `${numbers(differing)} differ: record any fact on them to decide again` };
  }),
  inEvery('every closed quarter is as it was frozen', async (pool, { orgId }) => {
    const { quarters, differing } = await verifyQuarters(pool, orgId);
    if (differing.length === 0) return { ok: true, detail: `${quarters} closed` };
    return { ok: false, detail: `${differing.join(', ')} differ: restore from a backup and compare` };
  }),
];
