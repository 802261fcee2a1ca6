import type { OrgId } from '#core/ids.ts';
import { companyNameKey, sortKey } from '#core/opportunity/account-name.ts';
import type { Tx } from '../../database/transaction.ts';
import { keepBlocks } from '../../ecosystem/keep-blocks.ts';
import {
  applyCompanies,
  type CompanyState,
  type CompanyWord,
  companyFacts,
  selectCompanies,
  withdrawCompanies,
} from './queries.ts';

const chunk = 5000;

/**
 * Writes what the live facts of accounts or partners say over their rows: of those staged as touched, or of an
 * import that was just withdrawn. A company of which no fact lives and that no live deal names is withdrawn.
 */
export async function projectCompanies(
  tx: Tx,
  org: OrgId,
  word: CompanyWord,
  importId: string | null,
): Promise<void> {
  const ids = await selectCompanies(tx, org, word, importId);
  for (let from = 0; from < ids.length; from += chunk) {
    const some = ids.slice(from, from + chunk);
    const said = await companyFacts(tx, org, word, some);
    await applyCompanies(tx, org, word, said.map(stateOf));
    if (importId !== null) await withdrawCompanies(tx, org, word, some);
    if (word === 'account') await keepBlocks(tx, org, some);
  }
}

function stateOf({ id, body }: { id: string; body: Record<string, string> }): CompanyState {
  const name = body.name ?? '';
  return {
    id,
    name,
    name_key: companyNameKey(name),
    sort_key: sortKey(name),
    domain: body.domain ?? null,
    country: body.country ?? null,
    industry: body.industry ?? null,
    archetype: body.archetype ?? null,
    signed_on: body.signedOn ?? null,
    opening_stage: body.openingStage ?? null,
    print: body.print ?? null,
  };
}
