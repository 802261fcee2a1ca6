import { standingOfVersion } from '#core/blueprint/standing.ts';
import type { PageWord } from '#core/program/page.ts';
import { type Context, requireCapability } from '../access/context.ts';
import { memberNames } from '../access/member-names.ts';
import { localDateAt } from '../clock.ts';
import { readTransaction } from '../database/transaction.ts';
import { storedBody, storedVersion } from './pages.ts';
import { policyRows } from './queries.ts';
import { shownSignatures } from './read-program.ts';

/** Every version of a page with where it stands, who signed it and who countersigned it, newest first. */
export function listVersions(context: Context, word: PageWord) {
  requireCapability(context, 'organization.read');
  const { organization, now, ports } = context;
  const { orgId: org } = organization;
  const today = localDateAt(now, organization.timeZone);
  return readTransaction(ports.pool, { org }, async (tx) => {
    const names = await memberNames(tx, org);
    const versions = (await policyRows(tx, org, word)).map((row) => storedVersion(row, organization));
    return versions.toReversed().map((one) => ({
      version: one.version,
      inForceFrom: one.inForceFrom,
      standing: standingOfVersion(word, one, versions, today, organization.fiscal),
      signedOn: one.signedOn,
      isDraft: one.missing.length > 0,
      missing: [...one.missing],
      proposedAt: one.createdAt,
      proposedBy: names.get(one.createdBy) ?? one.createdBy,
      signatures: shownSignatures(one, names),
      countersignatures: one.countersignatures.map((given) => ({
        ...given,
        name: names.get(given.membershipId) ?? 'a former member',
      })),
      body: storedBody(word, one.body),
    }));
  });
}
