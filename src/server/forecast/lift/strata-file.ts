import { Readable } from 'node:stream';
import type { Exposure } from '#core/forecast/lift/deal.ts';
import { traitWords } from '#core/forecast/lift/words.ts';
import type { Scope } from '#core/scoreboard/figure.ts';
import { type Context, requireCapability } from '../../access/context.ts';
import type { FileBody } from '../../http/route.ts';
import { csvLine } from '../../import/safe-cell.ts';
import { keptLift } from './kept-lift.ts';

/**
 * The strata of a comparison as a file: what each holds on both sides, and what one deal of the other side counts for
 * in it, so that anybody can add them up again. Empty below its head as long as nothing may be compared.
 */
export async function strataFile(
  context: Context,
  input: { asOf?: string | undefined; scope?: Scope | undefined; exposure: Exposure },
): Promise<FileBody> {
  requireCapability(context, 'scoreboard.read');
  const { asOf, value } = await keptLift(context, input);
  const found = (await value).comparisons.find(({ exposure }) => exposure === input.exposure);
  const head = [
    ...(found?.matchedOn ?? []).map((trait) => traitWords[trait]),
    'partner deals',
    'partner deals won',
    'other deals',
    'other deals won',
    'weight of one other deal',
  ];
  const lines = (found?.strata ?? []).map((row) =>
    csvLine([
      ...row.levels,
      ...[row.partner, row.partnerWon, row.direct, row.directWon].map(String),
      row.weight === null ? '' : row.weight.toFixed(6),
    ]),
  );
  return {
    fileName: `lift ${input.exposure} ${asOf}.csv`,
    mediaType: 'text/csv; charset=utf-8',
    content: Readable.from([`\ufeff${csvLine(head)}`, ...lines]),
  };
}
