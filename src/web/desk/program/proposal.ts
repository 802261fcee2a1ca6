import { addQuarters, type FiscalCalendar, type LocalDate, type Quarter, quarterOf } from '#core/calendar.ts';
import type { CurrencyCode } from '#core/money.ts';
import type { scoreboardSettings } from '#core/program/settings.ts';
import type { components } from '../../api-schema.d.ts';
import { settingValues, targetsOf } from './policy-values.ts';
import { readAmount, writeAmount } from './target-amount.ts';

/** The definitions as the API takes them. */
export type Definitions = components['schemas']['ScoreboardDefinitionsInput'];

type NumberName = Exclude<keyof typeof scoreboardSettings, 'shareFloors'>;

/** The numbers of a proposal besides targets and floors, with the least and the most that the API takes. */
export const proposalNumbers: readonly { readonly name: NumberName; least: number; most: number }[] = [
  { name: 'entryStage', least: 0, most: 20 },
  { name: 'flatPoints', least: 0, most: 100 },
  { name: 'flatQuarters', least: 1, most: 1000 },
  { name: 'rateMinimumDeals', least: 1, most: 1000 },
  { name: 'missedOpeningsAlert', least: 1, most: 1000 },
  { name: 'freshDays', least: 1, most: 1000 },
  { name: 'activeRepDays', least: 1, most: 1000 },
  { name: 'checkinFreshDays', least: 1, most: 1000 },
];

/** A proposal as it is typed: each field under the name that the API gives it. */
export type Proposal = Readonly<Record<string, string>>;

const floorNames = ['shareFloors.0', 'shareFloors.1', 'shareFloors.2'] as const;

/** The definitions of a version, ready to be changed. */
export function proposalOf(body: unknown, currency: CurrencyCode, language: string): Proposal {
  const values = settingValues('scoreboard', body);
  const targets = targetsOf(body);
  const floors = values.get('shareFloors') as readonly number[];
  const texts: Record<string, string> = {
    'targets.sourcedPipelineMinor': writeAmount(targets.sourcedPipelineMinor, currency, language),
    'targets.sourcedClosedWonMinor': writeAmount(targets.sourcedClosedWonMinor, currency, language),
  };
  floorNames.forEach((name, year) => {
    texts[name] = String(Number(((floors[year] ?? 0) * 100).toFixed(2)));
  });
  for (const { name } of proposalNumbers) texts[name] = String(values.get(name));
  return texts;
}

/** What a proposal says, or which of its fields cannot be read and what each one takes. */
export type ReadProposal =
  | { readonly ok: true; readonly definitions: Definitions }
  | { readonly ok: false; readonly wrong: Readonly<Record<string, string>> };

/** Reads a typed proposal. An empty target means that there is none. */
export function readProposal(typed: Proposal, currency: CurrencyCode, language: string): ReadProposal {
  const wrong: Record<string, string> = {};
  const amount = (name: string): number | null => {
    const text = typed[name]?.trim() ?? '';
    const minor = text === '' ? null : readAmount(text, currency, language);
    if (text !== '' && minor === null) wrong[name] = `An amount in ${currency}, or nothing for no target.`;
    return minor;
  };
  const number = (name: string, least: number, most: number, isWhole: boolean): number => {
    const text = typed[name]?.trim().replace(',', '.') ?? '';
    const value = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
    if (!(value >= least && value <= most) || (isWhole && !Number.isInteger(value))) {
      wrong[name] = `A ${isWhole ? 'whole ' : ''}number from ${least} to ${most}.`;
    }
    return value;
  };
  const targets = {
    sourcedPipelineMinor: amount('targets.sourcedPipelineMinor'),
    sourcedClosedWonMinor: amount('targets.sourcedClosedWonMinor'),
  };
  const shareFloors = floorNames.map((name) => Number((number(name, 0, 100, false) / 100).toFixed(4)));
  const numbers = Object.fromEntries(
    proposalNumbers.map(({ name, least, most }) => [name, number(name, least, most, name !== 'flatPoints')]),
  ) as Record<NumberName, number>;
  if (Object.keys(wrong).length > 0) return { ok: false, wrong };
  return { ok: true, definitions: { ...numbers, shareFloors, targets } };
}

/** The quarters from which new definitions can count: this one and the next. */
export function quarterChoices(today: LocalDate, fiscal: FiscalCalendar): readonly [Quarter, Quarter] {
  const quarter = quarterOf(today, fiscal);
  return [quarter, addQuarters(quarter, 1, fiscal)];
}
