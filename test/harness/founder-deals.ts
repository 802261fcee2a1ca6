import { addDays, type LocalDate } from '#core/calendar.ts';
import { dealHeader, dealMapping, dealStages } from './deal-table.ts';

/**
 * The deals of a company that has sold direct for a while: two thirds of them stood too long in the proposal and half
 * were lost there. Days are counted back from `today`, so that they are the same story on any day.
 */
export function directDeals(today: LocalDate): { readonly deals: string; readonly history: string } {
  const ago = (days: number) => addDays(today, -days);
  const deals = [dealHeader];
  const history = ['Id,Stage,When'];
  for (let at = 0; at < 6; at += 1) {
    const id = `D${at + 1}`;
    const outcome = at % 2 === 0 ? 'Closed Won' : 'Closed Lost';
    const [from, to] = [ago(200 - at), ago(120 - at)];
    deals.push(`${id},Deal ${at + 1},Customer ${at + 1},${outcome},40000,${from},${to},,`);
    const visits = [
      ['Prospecting', from],
      ['Qualified', addDays(from, 10)],
      ['Proposal', addDays(from, 25)],
      [outcome, to],
    ];
    history.push(...visits.map(([stage, on]) => `${id},${stage},${on}`));
  }
  return { deals: `${deals.join('\n')}\n`, history: `${history.join('\n')}\n` };
}

/** A deal with the first customer that came into being today. */
export function introducedDeal(today: LocalDate): string {
  return `${dealHeader}\nT1,Integration,Customer 1,Qualified,50000,${today},,,\n`;
}

/** What says how the stage history of these deals is read. */
export const historyMapping = {
  kind: 'stage-history',
  source: dealMapping.source,
  timeZone: dealMapping.timeZone,
  dateOrder: 'ymd',
  decimal: '.',
  columns: { opportunityId: 'Id', stage: 'Stage', changedAt: 'When' },
  stages: dealStages,
} as const;
