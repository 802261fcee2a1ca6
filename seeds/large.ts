/**
 * A large company, for the benchmarks: deals over five years with their stage histories, partners on some of them,
 * proven credit on a few. It is made of rows, not by doing, and comes out the same each time.
 */
import { addDays, type LocalDate } from '#core/calendar.ts';
import { type CopyValue, copyInstant } from '#server/import/load/copy-text.ts';
import { dayMs, dayOf, deals, idOf, type LargeSize, stages } from './large-deals.ts';
import { chance } from './random.ts';

export const largeSize: LargeSize = { opportunities: 250_000, partners: 5_000, stageChanges: 1_000_000 };

/** One table's rows, in the order in which the tables can be filled. */
export type LargeTable = {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: () => Iterable<readonly CopyValue[]>;
};

const years = 5;
const archetypes = ['reseller', 'msp', 'si', 'isv', 'referral', 'agency'] as const;

/** The tables of a company of that size as it stands on a day; amounts are in minor units of the currency. */
export function largeCompany(size: LargeSize, today: LocalDate, currency: string): LargeTable[] {
  const start = addDays(today, -365 * years);
  const startMs = Date.parse(`${start}T09:00:00Z`);
  const world = { size, today, currency, startMs, accounts: Math.ceil(size.opportunities / 10) };
  const source = idOf('source', 0, startMs);
  return [
    {
      table: 'source',
      columns: ['source_id', 'name', 'created_at'],
      rows: () => [[source, 'the CRM', copyInstant(startMs)]],
    },
    {
      table: 'stage_rule',
      columns: ['source_id', 'name', 'stage_order', 'outcome', 'is_entry'],
      rows: () => [
        ...stages.map((name, order) => [source, name, order, 'open', name === 'Qualified']),
        [source, 'Won', stages.length, 'won', false],
        [source, 'Lost', stages.length, 'lost', false],
      ],
    },
    {
      table: 'account',
      columns: ['account_id', 'number', 'name', 'name_key', 'sort_key'],
      rows: () => named(world.accounts, (index) => idOf('account', index, startMs), 'Account'),
    },
    {
      table: 'partner',
      columns: ['partner_id', 'number', 'name', 'name_key', 'sort_key', 'archetype', 'signed_on'],
      rows: function* () {
        const random = chance(1);
        for (const row of named(size.partners, (index) => idOf('partner', index, startMs), 'Partner'))
          yield [...row, random.pick(archetypes), addDays(start, random.between(0, 365 * years - 1))];
      },
    },
    {
      table: 'opportunity',
      columns: [
        'opportunity_id',
        'number',
        'source_id',
        'record_id',
        'name',
        'sort_key',
        'account_id',
        'outcome',
        'last_known_at',
        'credit_class',
        'credit_partner_id',
      ],
      rows: function* () {
        for (const deal of deals(world)) {
          const { credit } = deal;
          const account = idOf('account', deal.number % world.accounts, startMs);
          yield [
            deal.id,
            deal.number,
            source,
            `R${deal.number}`,
            deal.name,
            deal.name.toLowerCase(),
            account,
            'unknown',
            copyInstant(deal.createdMs),
            credit?.class ?? 'none',
            credit?.partner ?? null,
          ];
        }
      },
    },
    {
      table: 'opportunity_fact',
      columns: [
        'opportunity_id',
        'fact_id',
        'known_at',
        'known_assumed',
        'recorded_at',
        'name',
        'account_id',
        'amount_minor',
        'currency',
        'created_on',
        'expected_close_on',
      ],
      rows: function* () {
        for (const deal of deals(world)) {
          const account = idOf('account', deal.number % world.accounts, startMs);
          const at = copyInstant(deal.createdMs);
          yield [
            deal.id,
            idOf('fact', deal.number, deal.createdMs),
            at,
            true,
            at,
            deal.name,
            account,
            deal.amount,
            currency,
            dayOf(deal.createdMs),
            dayOf(deal.expectedMs),
          ];
        }
      },
    },
    {
      table: 'stage_change',
      columns: [
        'opportunity_id',
        'stage_change_id',
        'stage',
        'changed_at',
        'changed_on',
        'known_at',
        'recorded_at',
        'event_key',
        'sequence',
      ],
      rows: function* () {
        for (const deal of deals(world)) {
          for (const [sequence, { stage, atMs }] of deal.changes.entries()) {
            const at = copyInstant(atMs);
            yield [
              deal.id,
              idOf('change', deal.number * 16 + sequence, atMs),
              stage,
              at,
              dayOf(atMs),
              at,
              at,
              String(sequence),
              sequence,
            ];
          }
        }
      },
    },
    {
      table: 'opportunity_partner',
      columns: [
        'opportunity_id',
        'claim_id',
        'slot',
        'partner_id',
        'role',
        'is_primary',
        'known_at',
        'recorded_at',
      ],
      rows: function* () {
        for (const deal of deals(world)) {
          if (deal.claim === null) continue;
          const at = copyInstant(deal.createdMs);
          yield [
            deal.id,
            idOf('claim', deal.number, deal.createdMs),
            'partner',
            deal.claim.partner,
            deal.claim.role,
            true,
            at,
            at,
          ];
        }
      },
    },
    {
      table: 'credit',
      columns: [
        'opportunity_id',
        'credit_id',
        'class',
        'partner_id',
        'policy_version',
        'reasons',
        'evidence',
        'cause',
        'decided_at',
      ],
      rows: function* () {
        for (const { id, number, createdMs, credit } of deals(world)) {
          if (credit === null) continue;
          const at = Math.min(createdMs + 10 * dayMs, Date.parse(today));
          yield [
            id,
            idOf('credit', number, at),
            credit.class,
            credit.partner,
            1,
            '[]',
            '[]',
            'large data',
            copyInstant(at),
          ];
        }
      },
    },
  ];
}

function* named(
  count: number,
  idAt: (index: number) => string,
  word: string,
): Generator<readonly CopyValue[]> {
  for (let index = 0; index < count; index += 1) {
    const name = `${word} ${String(index + 1).padStart(6, '0')}`;
    yield [idAt(index), index + 1, name, name.toLowerCase(), name.toLowerCase()];
  }
}
