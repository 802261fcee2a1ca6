import { Readable } from 'node:stream';
import { coarsen } from '#core/forecast/lift/coarsen.ts';
import { casesOf, maturityOf } from '#core/forecast/lift/cohort.ts';
import type { Exposure } from '#core/forecast/lift/deal.ts';
import { liftSettings } from '#core/forecast/lift/settings.ts';
import { traitWords } from '#core/forecast/lift/words.ts';
import { defaultsOf } from '#core/program/settings.ts';
import type { Scope } from '#core/scoreboard/figure.ts';
import { type Context, requireCapability } from '../../access/context.ts';
import { localDateAt } from '../../clock.ts';
import { readTransaction } from '../../database/transaction.ts';
import type { FileBody } from '../../http/route.ts';
import { csvLine } from '../../import/safe-cell.ts';
import { parseAsOf } from '../../scoreboard/scoreboard.ts';
import { loadLiftDeals } from './load-deals.ts';

const settings = defaultsOf(liftSettings);

/**
 * The deals of a comparison as a file: which side each is on, from which day it is watched, what had become of it
 * when it matured, and what was known of it at the start. Whoever doubts a figure can count again.
 */
export async function dealsFile(
  context: Context,
  input: { asOf?: string | undefined; scope?: Scope | undefined; exposure: Exposure },
): Promise<FileBody> {
  requireCapability(context, 'scoreboard.read');
  const { organization, ports } = context;
  const asOf = parseAsOf(input.asOf, localDateAt(context.now, organization.timeZone));
  const { deals, numbers } = await readTransaction(ports.pool, { org: organization.orgId }, (tx) =>
    loadLiftDeals(tx, organization, asOf, input.scope ?? 'proven', settings.attributeDays),
  );
  const maturity = maturityOf(deals, settings);
  const start = input.exposure === 'sourced' ? 'creation' : 'landmark';
  const cases = maturity === null ? [] : casesOf(deals, maturity, input.exposure, start);
  const { fields } = coarsen(cases, settings);
  const head = [
    'opportunity',
    'side',
    'watched from day',
    'closed on day',
    'won by maturity',
    ...fields.map(({ trait }) => traitWords[trait]),
  ];
  function* lines(): Generator<string> {
    yield `\ufeff${csvLine(head)}`;
    for (const [place, { deal, isPartner, from, isWon }] of cases.entries()) {
      yield csvLine([
        String(numbers.get(deal.id) ?? deal.id),
        isPartner ? 'partner' : 'other',
        String(from),
        deal.closedAfter === null ? '' : String(deal.closedAfter),
        isWon ? 'yes' : 'no',
        ...fields.map((field) => field.levels[field.of[place] ?? 0] ?? ''),
      ]);
    }
  }
  return {
    fileName: `lift ${input.exposure} deals ${asOf}.csv`,
    mediaType: 'text/csv; charset=utf-8',
    content: Readable.from(lines()),
  };
}
