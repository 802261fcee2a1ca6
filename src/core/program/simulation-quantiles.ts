/** Where a spread of results lies: a tenth of them is below P10, half below P50. */
export type Quantiles = {
  readonly p10: number;
  readonly p20: number;
  readonly p50: number;
  readonly p80: number;
  readonly p90: number;
};

const shares = [0.1, 0.2, 0.5, 0.8, 0.9] as const;

/**
 * The quantiles of the numbers, by the nearest rank: each is a number that was there. Null of none, or if one of them
 * is no number. Reorders the column. Infinity counts as larger than any number.
 */
export function quantilesOf(column: Float64Array): Quantiles | null {
  if (column.length === 0 || holdsUnknown(column)) return null;
  const picked: number[] = [];
  let from = 0;
  for (const share of shares) {
    const rank = Math.max(0, Math.ceil(share * column.length) - 1);
    picked.push(select(column, from, column.length - 1, rank));
    from = rank;
  }
  const [p10 = 0, p20 = 0, p50 = 0, p80 = 0, p90 = 0] = picked;
  return { p10, p20, p50, p80, p90 };
}

/** Whether one of the numbers is none. */
export function holdsUnknown(column: Float64Array): boolean {
  for (let index = 0; index < column.length; index++) if (Number.isNaN(column[index])) return true;
  return false;
}

/**
 * The number that would stand at `rank` if the part from `left` to `right` were sorted. Halves are set apart around a
 * middle one until the rank is alone, which is several times quicker than to sort. Everything before the rank is left no larger, and
 * everything after it no smaller.
 */
function select(column: Float64Array, from: number, to: number, rank: number): number {
  let left = from;
  let right = to;
  while (left < right) {
    const pivot = middleOfThree(
      column[left] as number,
      column[(left + right) >>> 1] as number,
      column[right] as number,
    );
    let low = left;
    let high = right;
    while (low <= high) {
      while ((column[low] as number) < pivot) low++;
      while ((column[high] as number) > pivot) high--;
      if (low <= high) {
        const kept = column[low] as number;
        column[low] = column[high] as number;
        column[high] = kept;
        low++;
        high--;
      }
    }
    if (rank <= high) right = high;
    else if (rank >= low) left = low;
    else break;
  }
  return column[rank] as number;
}

function middleOfThree(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}
