import { classWords } from '#core/attribution/class-words.ts';
import { type Context, requireCapability } from '../../access/context.ts';
import { csvLine } from '../../import/safe-cell.ts';
import { listMovedDeals, readReplay } from './replays.ts';

const head = ['Deal', 'Name', 'Created', 'Won', 'Amount in minor units', 'Currency'];
const sides = ['Before', 'Co-sold before', 'Partner before', 'After', 'Co-sold after', 'Partner after'];

/** The deals that change, one per line, for a spreadsheet. What is counted and not listed is said in the last line. */
export async function replayFile(context: Context, replayId: string): Promise<string[]> {
  requireCapability(context, 'replay.run');
  const { result } = await readReplay(context, replayId);
  const lines = [csvLine([...head, ...sides, 'Changes of the page', 'Why'])];
  let cursor: number | null | undefined;
  do {
    const page = await listMovedDeals(context, replayId, { cursor: cursor ?? undefined, limit: 2000 });
    for (const { before, after, ...deal } of page.items) {
      lines.push(
        csvLine([
          String(deal.number),
          deal.name,
          deal.createdOn,
          deal.isWon ? 'yes' : 'no',
          String(deal.amountMinor ?? ''),
          context.organization.currency,
          ...[before, after].flatMap((one) => [
            classWords[one.class],
            one.coSold ? 'yes' : 'no',
            one.partner?.name ?? '',
          ]),
          deal.changes.join('; '),
          deal.reasons.join(' '),
        ]),
      );
    }
    cursor = page.nextCursor;
  } while (cursor !== null);
  const more = (result?.movedDeals ?? 0) - (lines.length - 1);
  if (more > 0) lines.push(csvLine([`${more} more deals change; they are counted and not listed.`]));
  return lines;
}
