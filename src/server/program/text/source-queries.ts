import type { OrgId } from '#core/ids.ts';
import type { Tx } from '../../database/transaction.ts';

/** The text that the program was imported from last, comments and all. */
export async function sourceText(tx: Tx, org: OrgId): Promise<string | null> {
  const [row] = await tx.query<{ source_text: string | null }>(
    'select source_text from tandem.program where org_id = $1',
    [org],
  );
  return row?.source_text ?? null;
}

/** Keeps the text beside the clock of the program, whose row is there. */
export async function keepSourceText(tx: Tx, org: OrgId, text: string): Promise<void> {
  await tx.query('update tandem.program set source_text = $2 where org_id = $1', [org, text]);
}
