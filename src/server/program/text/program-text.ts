import type { PageWord } from '#core/program/page.ts';
import { type Context, requireCapability } from '../../access/context.ts';
import { readTransaction } from '../../database/transaction.ts';
import { loadWritten, type Written } from './load-written.ts';
import { sourceText } from './source-queries.ts';
import { writeText } from './write-text.ts';

/**
 * The whole program as text (YAML), as people wrote it last: of each page the draft, else the version that waits for
 * signatures or its day, else what holds, else the defaults. Comments of the last import stay where they stood.
 */
export function programText(context: Context, only?: PageWord): Promise<{ text: string; as: Written['as'] }> {
  requireCapability(context, 'organization.read');
  const { organization, ports } = context;
  const { orgId: org, currency } = organization;
  return readTransaction(ports.pool, { org }, async (tx) => {
    const { document, as } = await loadWritten(tx, context);
    return { text: writeText(document, { currency, kept: await sourceText(tx, org), only }), as };
  });
}
