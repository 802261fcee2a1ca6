import type { TableField } from '#core/program/field.ts';
import { type Unplaced, valueDifference } from './differences-of-value.ts';
import { notAnswered, type ValueFormat, valueText } from './value-text.ts';

type Row = Readonly<Record<string, unknown>>;
/** Which row before became which row after. */
type Pair = { readonly before: number; readonly after: number };

/**
 * The differences of a table. Rows that are equal belong together wherever they stand; of the others, those that
 * begin with the same words, then those that share at least half of their cells, the nearest first. What is left was
 * removed or added. The same rows in another order are one difference.
 */
export function tableDifferences(
  table: TableField,
  before: readonly Row[],
  after: readonly Row[],
  format: ValueFormat,
): Unplaced[] {
  const names = Object.keys(table.columns);
  const pairs = matchedRows(before, after, names);
  const rowText = (row: Row | undefined): string =>
    Object.entries(table.columns)
      .map(([name, column]) => valueText(column, row?.[name], format))
      .filter((text) => text !== notAnswered)
      .join(' – ') || `an empty ${table.row}`;

  const changed = pairs.flatMap((pair) => {
    const [from, to] = [before[pair.before], after[pair.after]];
    return Object.entries(table.columns).flatMap(([name, column]) =>
      valueDifference(
        column,
        from?.[name],
        to?.[name],
        format,
        `${table.label}: ${table.row} ${pair.after + 1}, ${column.label}`,
      ),
    );
  });
  const removed = before.flatMap((row, index): Unplaced[] =>
    pairs.some((pair) => pair.before === index)
      ? []
      : [
          {
            label: `${table.label}: ${table.row} removed`,
            before: rowText(row),
            after: null,
            kind: 'removed',
          },
        ],
  );
  const added = after.flatMap((row, index): Unplaced[] =>
    pairs.some((pair) => pair.after === index)
      ? []
      : [{ label: `${table.label}: ${table.row} added`, before: null, after: rowText(row), kind: 'added' }],
  );
  const inOrder = pairs.every((pair, index) => index === 0 || pair.before > (pairs[index - 1]?.before ?? -1));
  const moved: Unplaced[] = inOrder
    ? []
    : [
        {
          label: `${table.label}: order`,
          before: pairs
            .map((pair) => pair.before + 1)
            .toSorted((a, b) => a - b)
            .join(', '),
          after: pairs.map((pair) => pair.before + 1).join(', '),
          kind: 'changed',
        },
      ];
  return [...changed, ...removed, ...added, ...moved];
}

/** Which row of a table became which, as above; in the order of the rows after. */
export function matchedRows(before: readonly Row[], after: readonly Row[], names: readonly string[]): Pair[] {
  const pairs: Pair[] = [];
  const isFree = (side: keyof Pair, index: number) => !pairs.some((pair) => pair[side] === index);
  const likeness = (from: Row, to: Row) => names.filter((name) => from[name] === to[name]).length;
  const [first = ''] = names;
  const sameBeginning = (from: Row, to: Row) =>
    from[first] === to[first] && from[first] !== '' && from[first] !== null;
  const rounds: ((from: Row, to: Row) => boolean)[] = [
    (from, to) => likeness(from, to) === names.length,
    (from, to) => names.length > 2 && sameBeginning(from, to) && likeness(from, to) * 2 >= names.length,
    (from, to) => likeness(from, to) * 2 >= names.length,
    sameBeginning,
  ];
  for (const belongs of rounds) {
    for (const [index, row] of before.entries()) {
      if (!isFree('before', index)) continue;
      const candidates = [...after.entries()]
        .filter(([at, other]) => isFree('after', at) && belongs(row, other))
        .map(([at]) => at)
        .toSorted((a, b) => Math.abs(a - index) - Math.abs(b - index));
      const [nearest] = candidates;
      if (nearest !== undefined) pairs.push({ before: index, after: nearest });
    }
  }
  return pairs.toSorted((a, b) => a.after - b.after);
}
