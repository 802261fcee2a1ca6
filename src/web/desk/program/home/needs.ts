import { pages } from '#core/blueprint/document.ts';
import { listed } from '#core/gates/phrase.ts';
import { seatLabel } from '#core/program/seat.ts';
import { paths } from '../../../paths.ts';
import {
  type PageStateEntry,
  type ProgramState,
  signableBy,
  unchosenOf,
  type Watch,
} from '../program-state.ts';

/** Something that waits for the person who looks. Without an address it is the kickoff, which is set on this page. */
type Need = { readonly key: string; readonly says: string; readonly href: string | null };

/** Who looks: the organization, and what they may do in it. */
type Looker = { readonly slug: string; readonly mayEdit: boolean; readonly maySeat: boolean };

/** The page to work on next: the first, in the order that works, that is not signed. */
export function nextPage(state: ProgramState): PageStateEntry | undefined {
  return state.pages.find((page) => page.inForce === null || page.inForce.isDraft);
}

/**
 * What waits for this person, in the order in which it helps: the clock, the seats, the page that is next, what the
 * gate that is next misses, and signatures on pages further on.
 */
export function needsOf(state: ProgramState, watch: Watch | undefined, who: Looker): readonly Need[] {
  const next = nextPage(state);
  const nextAt = next === undefined ? -1 : state.pages.indexOf(next);
  const signatures = state.pages.map((page) => toSign(page, state, who));
  return [
    toSetTheClock(state, who),
    toSeat(watch, who),
    ...signatures.slice(0, nextAt + 1),
    next === undefined ? null : toWrite(next, state, who),
    ...toSupply(state, watch, who, next),
    ...signatures.slice(nextAt + 1),
  ].filter((need) => need !== null);
}

function toSetTheClock(state: ProgramState, who: Looker): Need | null {
  if (state.kickoffOn !== null || !who.mayEdit) return null;
  return { key: 'clock', says: 'Set the kickoff, the day from which the weeks count.', href: null };
}

function toSeat(watch: Watch | undefined, who: Looker): Need | null {
  const open = openSeats(watch);
  if (open.length === 0 || !who.maySeat) return null;
  const says = `Name who answers as ${listed(open)}, for good or in the interim.`;
  return { key: 'seats', says, href: paths.programSeats(who.slug) };
}

/** The names of the seats that have to be held today and are not. */
export function openSeats(watch: Watch | undefined): readonly string[] {
  return (watch?.properties.owned.rows ?? []).filter((row) => row.state === 'gap').map((row) => row.label);
}

function toSign(page: PageStateEntry, state: ProgramState, who: Looker): Need | null {
  const mine = signableBy(page, state);
  if (mine.length === 0) return null;
  return {
    key: `sign ${page.word}`,
    says: `Sign “${pages[page.word].title}” as ${listed(mine.map(seatLabel))}.`,
    href: paths.programPage(who.slug, page.word),
  };
}

function toWrite(page: PageStateEntry, state: ProgramState, who: Looker): Need | null {
  const { title, minutes } = pages[page.word];
  const need = (says: string): Need => ({
    key: `write ${page.word}`,
    says,
    href: paths.programPage(who.slug, page.word),
  });
  if (!who.mayEdit) return null;
  if (page.draft !== null) return need(`Go on with “${title}”, and propose it when its checks are met.`);
  if (page.proposed === null) return need(`Write “${title}”. It takes about ${minutes} minutes.`);
  if (unchosenOf(page).length > 0)
    return need(`Choose what “${title}” leaves open. Nobody can sign it before.`);
  const others = page.proposed.missing.filter((seat) => !state.me.signsFor.includes(seat));
  return others.length === 0 ? null : need(`Have “${title}” signed by ${listed(others.map(seatLabel))}.`);
}

/** What the first closed gate misses and one of their seats can supply, unless a line above says it already. */
function toSupply(
  state: ProgramState,
  watch: Watch | undefined,
  who: Looker,
  next: PageStateEntry | undefined,
): Need[] {
  const gate = watch?.gates.find((one) => one.state === 'closed');
  const said = new Set<string>([
    ...(next === undefined ? [] : [next.word]),
    ...(who.maySeat ? ['seats'] : []),
  ]);
  return (gate?.conditions ?? [])
    .filter((one) => one.state === 'unmet' && !said.has(one.place))
    .filter((one) => one.who.some((seat) => state.me.signsFor.includes(seat)))
    .map((one) => ({
      key: `${gate?.key} ${one.code}`,
      says: `${gate?.name}: ${one.says}`,
      href: paths.programPlace(who.slug, one.place),
    }));
}
