export type WaterfallBar = {
  readonly key: string;
  readonly label: string;
  /** A total stands on the floor; a change floats from where the one before it ended. */
  readonly kind: 'total' | 'change';
  readonly value: number;
  readonly href?: string | undefined;
  /** Said after the value by screen readers: "14 deals". */
  readonly detail?: string | undefined;
};

export type PlacedBar = WaterfallBar & {
  /** Lower and upper edge, and where the running level ends, as fractions of the plot from its floor. */
  readonly from: number;
  readonly to: number;
  readonly level: number;
};

export type WaterfallLayout = {
  readonly bars: readonly PlacedBar[];
  /** True if the floor of the plot is above zero, which the drawing must say. */
  readonly cut: boolean;
  /** True if every total equals what the changes before it lead to. */
  readonly balanced: boolean;
};

/**
 * Places the bars of a waterfall between the floor (0) and the top (1). When the changes are small beside the totals
 * the floor is raised so that they can be seen, and `cut` says so. A total that the changes do not lead to makes
 * the whole `balanced: false`: the caller shows that as a fault, it is never drawn away.
 */
export function layOutWaterfall(bars: readonly WaterfallBar[]): WaterfallLayout {
  let running: number | null = null;
  let balanced = true;
  const spans = bars.map((bar) => {
    const before: number = running ?? 0;
    if (bar.kind === 'total') {
      if (running !== null && running !== bar.value) balanced = false;
      running = bar.value;
      return { low: Math.min(0, bar.value), high: Math.max(0, bar.value), end: bar.value };
    }
    const end = before + bar.value;
    running = end;
    return { low: Math.min(before, end), high: Math.max(before, end), end };
  });
  const top = Math.max(0, ...spans.map((span) => span.high));
  const lowestLevel = Math.min(
    ...spans.map((span, index) => (bars[index]?.kind === 'total' ? span.end : span.low)),
  );
  const swing = top - lowestLevel;
  const cut = lowestLevel > 0 && swing < top * 0.4;
  const floor = cut ? Math.max(0, lowestLevel - Math.max(swing * 0.8, top * 0.02)) : Math.min(0, lowestLevel);
  const height = top - floor || 1;
  const place = (value: number): number => Math.max(0, Math.min(1, (value - floor) / height));
  return {
    bars: bars.map((bar, index) => {
      const span = spans[index] ?? { low: 0, high: 0, end: 0 };
      return { ...bar, from: place(span.low), to: place(span.high), level: place(span.end) };
    }),
    cut,
    balanced,
  };
}
