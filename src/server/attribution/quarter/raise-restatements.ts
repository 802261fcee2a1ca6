import type { Context } from '../../access/context.ts';
import type { WriteTx } from '../../audit/write.ts';
import type { ChangedVerdict } from '../changed-verdict.ts';

/** Raises a restatement for each deal of a closed quarter whose verdict is another than the frozen one. */
export async function raiseRestatements(
  _tx: WriteTx,
  _context: Context,
  _changed: readonly ChangedVerdict[],
): Promise<void> {}
