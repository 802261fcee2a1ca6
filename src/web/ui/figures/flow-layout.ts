/** What goes from one group to another, in whole things. */
export type FlowRibbon = { readonly from: string; readonly to: string; readonly count: number };

export type FlowBlock = {
  readonly name: string;
  readonly count: number;
  /** Where it begins and how tall it is, in pixels. */
  readonly at: number;
  readonly size: number;
};

export type FlowLayout = {
  readonly height: number;
  readonly left: readonly FlowBlock[];
  readonly right: readonly FlowBlock[];
  readonly ribbons: readonly (FlowRibbon & {
    readonly y1: number;
    readonly y2: number;
    readonly size: number;
  })[];
};

const plot = 220;
const gap = 8;
/** A block has room for its name, however few it holds. */
const leastSlot = 22;

/**
 * Blocks of both sides in the order of the names, as tall as what they hold, and the ribbons between them. What leaves
 * the blocks of the left is what arrives at those of the right.
 */
export function layOutFlow(ribbons: readonly FlowRibbon[], names: readonly string[]): FlowLayout {
  const all = ribbons.reduce((sum, one) => sum + one.count, 0);
  const scale = all === 0 ? 0 : plot / all;
  const left = blocks(ribbons, 'from', names, scale);
  const right = blocks(ribbons, 'to', names, scale);
  const starts = new Map(left.blocks.map((one) => [one.name, one.at]));
  const ends = new Map(right.blocks.map((one) => [one.name, one.at]));
  const order = ({ from, to }: FlowRibbon) => names.indexOf(from) * names.length + names.indexOf(to);
  return {
    height: Math.max(left.height, right.height),
    left: left.blocks,
    right: right.blocks,
    ribbons: ribbons
      .filter(({ count }) => count > 0)
      .toSorted((a, b) => order(a) - order(b))
      .map((one) => {
        const size = one.count * scale;
        const y1 = starts.get(one.from) ?? 0;
        const y2 = ends.get(one.to) ?? 0;
        starts.set(one.from, y1 + size);
        ends.set(one.to, y2 + size);
        return { ...one, y1, y2, size };
      }),
  };
}

function blocks(
  ribbons: readonly FlowRibbon[],
  side: 'from' | 'to',
  names: readonly string[],
  scale: number,
): { blocks: FlowBlock[]; height: number } {
  let top = 0;
  const list: FlowBlock[] = [];
  for (const name of names) {
    const count = ribbons.filter((one) => one[side] === name).reduce((sum, one) => sum + one.count, 0);
    if (count === 0) continue;
    const size = count * scale;
    const slot = Math.max(leastSlot, size);
    list.push({ name, count, at: top + (slot - size) / 2, size });
    top += slot + gap;
  }
  return { blocks: list, height: Math.max(leastSlot, top - gap) };
}
