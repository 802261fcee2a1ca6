/** What this browser keeps for people without a login: who they are, and the ways back to their registrations. */

export type KeptDeal = { readonly pass: string; readonly number: number; readonly customer: string };
export type KeptRep = { readonly name: string; readonly email: string };

const most = 20;
const dealsName = (slug: string): string => `tandem-own-deals ${slug}`;
const repName = 'tandem-rep';

function read(name: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(name) ?? 'null');
  } catch {
    return null;
  }
}

function keep(name: string, value: unknown): void {
  try {
    localStorage.setItem(name, JSON.stringify(value));
  } catch {
    // A browser that keeps nothing has the way back in the letter.
  }
}

function isDeal(value: unknown): value is KeptDeal {
  return typeof value === 'object' && value !== null && 'pass' in value && 'number' in value;
}

/** The registrations that were begun here, the newest first. */
export function keptDeals(slug: string): readonly KeptDeal[] {
  const kept = read(dealsName(slug));
  return Array.isArray(kept) ? kept.filter(isDeal) : [];
}

/** Keeps the way back to a registration; known already, its name is brought up to date. */
export function keepDeal(slug: string, deal: KeptDeal): void {
  const others = keptDeals(slug).filter(({ pass }) => pass !== deal.pass);
  keep(dealsName(slug), [deal, ...others].slice(0, most));
}

export function keptRep(): KeptRep {
  const kept = read(repName) as Partial<KeptRep> | null;
  return { name: String(kept?.name ?? ''), email: String(kept?.email ?? '') };
}

export function keepRep(rep: KeptRep): void {
  keep(repName, rep);
}
