import type { FigureRow, FigureRows } from '#core/scoreboard/payload.ts';
import type { TestPerson } from '#test/harness/app.ts';

type Node = Record<string, unknown>;
/** A figure as it stands somewhere in the scoreboard: where, and what is said of it there. */
export type Found = { readonly at: string; readonly key: string; readonly node: Node };

/** Every figure of a payload, wherever it stands. */
export function figuresIn(value: unknown, at = ''): Found[] {
  if (value === null || typeof value !== 'object') return [];
  const node = value as Node;
  const own = typeof node.figure === 'string' ? [{ at, key: node.figure, node }] : [];
  return [...own, ...Object.entries(node).flatMap(([name, inner]) => figuresIn(inner, `${at}.${name}`))];
}

export type Opened = Omit<FigureRows, 'items' | 'nextCursor'> & { readonly items: readonly FigureRow[] };

/** All pages of rows behind a figure. Throws when a page refuses or comes twice. */
export async function openFigure(who: TestPerson, org: string, key: string, asOf: string): Promise<Opened> {
  const items: FigureRow[] = [];
  const seen = new Set<string>();
  let cursor: string | null = null;
  for (;;) {
    const query = { figure: key, asOf, limit: '200', ...(cursor === null ? {} : { cursor }) };
    const { status, body } = await who.call('GET', `/o/${org}/scoreboard/rows`, { query });
    if (status !== 200) throw new Error(`${key} as of ${asOf} does not open: ${JSON.stringify(body)}`);
    const page = body as FigureRows;
    items.push(...page.items);
    if (page.nextCursor === null) return { ...page, items };
    if (seen.has(page.nextCursor)) throw new Error(`${key} has a page without end`);
    seen.add(page.nextCursor);
    cursor = page.nextCursor;
  }
}

/**
 * The numbers of a payload that are computed from a figure and are not its sum: what changed since Monday, and what
 * is forecast from it. The answer sentence may tell these, and nothing else, beside sums.
 */
export function derivedFrom(found: readonly Found[], key: string): Set<unknown> {
  return new Set(
    found
      .filter((one) => one.key === key && !one.at.startsWith('.answer'))
      .flatMap(({ node }) => [
        Math.abs((node.sinceLastMonday as { amountMinor?: number } | null)?.amountMinor ?? Number.NaN),
        ...[node.lowMinor, node.likelyMinor, node.highMinor],
      ]),
  );
}

/** What does not agree between a figure and the rows that were opened behind it; empty if all does. */
export function disagreements({ at, node }: Found, opened: Opened): string[] {
  const known = opened.items.flatMap(({ contribution }) => contribution ?? []);
  const count = opened.items.length;
  const sum = count > 0 && known.length === 0 ? null : known.reduce((total, each) => total + each, 0);
  const claims: [what: string, said: unknown, is: unknown][] = [
    ['total of the rows', opened.total, sum],
    ['number of the rows', opened.rows, count],
    ['rows without an amount', opened.rowsWithoutAmount, count - known.length],
    [
      'rows once each',
      new Set(opened.items.map(({ opportunityId }) => opportunityId)).size,
      idsOf(opened, at),
    ],
  ];
  const say = (name: string, is: unknown) => {
    if (node[name] !== undefined) claims.push([name, node[name], is]);
  };
  if (node.quarters !== undefined) {
    const quarters = node.quarters as { amountMinor: number | null; deals: number }[];
    if (node.likelyMinor !== undefined) {
      const ofQuarters = quarters.reduce((total, { amountMinor }) => total + (amountMinor ?? 0), 0);
      claims.push(['sum of its quarters', ofQuarters, sum ?? 0]);
      claims.push(['deals of its quarters', quarters.reduce((total, { deals }) => total + deals, 0), count]);
    }
  }
  // A bar of the waterfall is what it adds to a line: nothing known adds nothing.
  say('amountMinor', node.bar === undefined ? sum : (sum ?? 0));
  if (node.deals !== null) say('deals', count);
  say('dealsWithoutAmount', count - known.length);
  say('n', count);
  say('won', sum);
  if (node.days !== undefined) claims.push(['median', node.days, median(known)]);
  return claims.flatMap(([what, said, is]) =>
    said === is ? [] : [`${at}: ${what}: said ${said}, is ${is}`],
  );
}

/** A basis of several quarters may count a deal once in each; any other figure counts it once. */
function idsOf(opened: Opened, at: string): number {
  return at.endsWith('forecastSourcedPipelineNextQuarter')
    ? new Set(opened.items.map(({ opportunityId }) => opportunityId)).size
    : opened.items.length;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}
