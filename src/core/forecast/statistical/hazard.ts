/**
 * Multi-state hazards in days (2.2): from a stage and a time in it, with which probability a deal stays, moves to
 * another stage, is won or lost by the end of the next day. The same table holds hazards by age alone, as one stage.
 *
 * Handbook: docs/handbook/statistical-forecast.md
 */

/** Dense arrays, by stage, then bucket of days in the stage, then target. */
export type Hazards = {
  readonly stages: number;
  /** Where the buckets of days in a stage begin, from 0. The last one is open. */
  readonly edges: readonly number[];
  /** Bucket of each number of days; from the last entry on it stays the same. */
  readonly bucketOf: Uint8Array;
  /** Probabilities of a day: targets 0 to stages−1, then won, then lost; what is left to one is staying. */
  readonly chance: Float64Array;
  /** Where a deal is at the end of the day on which it begins: a stage, won, lost. Sums to one. */
  readonly entry: Float64Array;
  /** How many wins, weighted, stand behind the chances of deals in a stage. */
  readonly winsBehind: Float64Array;
  /** Phase of the quarter (month 0, 1, 2) on winning and losing; all one where it does not count. */
  readonly winPhase: readonly number[];
  readonly lossPhase: readonly number[];
};

export type Phases = (day: number) => number;

/** Probabilities of having won by the end of the last day of a horizon. */
export type WinBy = {
  /** By stage, then days in it (saturating), for a deal that is open at the end of today. */
  readonly open: Float64Array;
  readonly daysKept: number;
  /** For a deal that begins k+1 days from today. */
  readonly arriving: Float64Array;
};

/** Index of the cell of a stage and a number of days in it. */
export function cellOf(by: WinBy, stage: number, daysIn: number): number {
  return stage * by.daysKept + Math.min(daysIn, by.daysKept - 1);
}

/** The bucket of each number of days, up to the first day of the last bucket. */
export function bucketsOf(edges: readonly number[]): Uint8Array {
  const last = edges.at(-1) ?? 0;
  const buckets = new Uint8Array(last + 1);
  for (let day = 0; day <= last; day += 1) buckets[day] = edges.findLastIndex((edge) => edge <= day);
  return buckets;
}

/**
 * The exact recursion, from the last day of the horizon back to today:
 * V(s,d) = P(won) + P(stay)·V'(s,d+1) + Σ P(s→s')·V'(s',0), with V' of the following day.
 */
export function winBy(hazards: Hazards, today: number, horizon: number, phaseOf: Phases): WinBy {
  const { stages, bucketOf, chance, entry, edges, winPhase, lossPhase } = hazards;
  const daysKept = bucketOf.length;
  const targets = stages + 2;
  const arriving = new Float64Array(horizon);
  let next = new Float64Array(stages * daysKept);
  let now = new Float64Array(stages * daysKept);
  for (let ahead = horizon; ahead >= 1; ahead -= 1) {
    // `next` holds the values at the end of day today+ahead; a deal that begins then is there already.
    let begun = entry[stages] as number;
    for (let s = 0; s < stages; s += 1) begun += (entry[s] as number) * (next[s * daysKept] as number);
    arriving[ahead - 1] = begun;
    const phase = phaseOf(today + ahead);
    const [onWin, onLoss] = [winPhase[phase] ?? 1, lossPhase[phase] ?? 1];
    for (let s = 0; s < stages; s += 1) {
      for (let b = 0; b < edges.length; b += 1) {
        const row = (s * edges.length + b) * targets;
        let moved = 0;
        let leaving = 0;
        for (let to = 0; to < stages; to += 1) {
          const p = chance[row + to] as number;
          leaving += p;
          moved += p * (next[to * daysKept] as number);
        }
        const won = Math.min(1, (chance[row + stages] as number) * onWin);
        const lost = Math.min(1 - won, (chance[row + stages + 1] as number) * onLoss);
        // The phase may ask for more than there is: moves give way to ends.
        const room = leaving === 0 ? 0 : Math.min(1, (1 - won - lost) / leaving);
        const stay = Math.max(0, 1 - won - lost - leaving * room);
        const until = b + 1 < edges.length ? (edges[b + 1] as number) : daysKept;
        for (let d = edges[b] as number; d < until; d += 1) {
          const same = next[s * daysKept + Math.min(d + 1, daysKept - 1)] as number;
          now[s * daysKept + d] = won + room * moved + stay * same;
        }
      }
    }
    [next, now] = [now, next];
  }
  return { open: next, daysKept, arriving };
}
