import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { creditClasses } from '#core/attribution/credit-class.ts';
import { classWord } from '../../../dispute/case-words.ts';
import { paths } from '../../../paths.ts';
import { Card } from '../../../ui/card.tsx';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { Flow } from '../../../ui/figures/flow.tsx';
import { useFormat } from '../../../ui/format.tsx';
import { useDesk } from '../../desk-context.ts';
import classes from './replay.module.css';
import { aboutWords, type CreditReplay, type ReplayResult } from './replay-data.ts';
import { useMoney } from './use-money.ts';

type Partner = ReplayResult['partners'][number];
type Quarter = ReplayResult['quarters'][number];
type Change = ReplayResult['changes'][number];

/** How many deals change and from what to what; what does it; who gains and loses; the quarters; the cost. */
export function ReplaySums(props: { replay: CreditReplay; result: ReplayResult }): ReactNode {
  const { replay, result } = props;
  const { slug } = useDesk();
  const format = useFormat();
  const money = useMoney();
  const isPast = replay.about === 'then';
  const [before, after] = isPast ? ['Known then', 'Known today'] : ['Today', 'Under this page'];
  const moves = result.flows.filter(({ from, to }) => from !== to);
  const shifted = result.partners.filter((one) => changeOf(one) !== '');
  const cost = result.payAfterMinor - result.payBeforeMinor;
  return (
    <>
      <Card>
        <Title order={2}>
          {result.movedDeals === 0
            ? 'No deal changes'
            : `${format.count(result.movedDeals)} of ${format.count(result.deals)} deals change`}
        </Title>
        <Text size="sm" c="dimmed" mb="md">
          {aboutWords(replay.about, format.day(replay.knownOn))}, against the pages in force, now version{' '}
          {replay.baseVersion}. Deals that were created from {format.day(replay.fromOn)} to{' '}
          {format.day(replay.toOn)} and that a partner acted on.{' '}
          {isPast
            ? 'Each is judged by its own page, once by what was known then and once by what is known today.'
            : 'Each is judged by what is known today; what came after its close counts on neither side.'}
        </Text>
        <Flow
          label="Deals from class to class"
          before={before}
          after={after}
          groups={creditClasses.map((name) => ({ name, label: classWord(name) }))}
          flows={result.flows.map((one) => ({ from: one.from, to: one.to, count: one.deals }))}
          count={format.count}
        />
        {moves.length === 0 ? null : (
          <ul className={classes.moves} aria-label="Deals that move">
            {moves.map((one) => (
              <li key={`${one.from} ${one.to}`}>
                <a href={paths.creditReplay(slug, { replay: replay.id, from: one.from, to: one.to })}>
                  {format.count(one.deals)} {one.deals === 1 ? 'deal' : 'deals'}
                </a>{' '}
                {classWord(one.from)} → {classWord(one.to)}, {money(one.amountMinor)}
              </li>
            ))}
          </ul>
        )}
      </Card>
      <Card>
        <Title order={2}>Cost in incentives</Title>
        <Text size="sm">
          {money(result.payAfterMinor)} instead of {money(result.payBeforeMinor)}
          {cost === 0 ? ', the same.' : cost > 0 ? `, ${money(cost)} more.` : `, ${money(-cost)} less.`}
        </Text>
        <Text size="xs" c="dimmed">
          Won deals only, at the amounts of the page that judges and the commissions of today, as though every
          page were signed. An amount that nobody has chosen pays nothing. Nothing is written or paid by this.
        </Text>
      </Card>
      {result.changes.length === 0 ? null : (
        <Card>
          <Title order={2}>What makes the difference</Title>
          <Text size="sm" c="dimmed" mb="xs">
            How many deals move by one change of the page alone, and how many only together with others.
          </Text>
          <DataTable<Change>
            label="Changes of the page"
            columns={[
              { key: 'change', header: 'Change', cell: (row) => row.sentence },
              {
                key: 'alone',
                header: 'Alone',
                number: true,
                cell: (row) => format.count(row.alone),
              },
              {
                key: 'together',
                header: 'With others',
                number: true,
                cell: (row) => format.count(row.together),
              },
            ]}
            rows={result.changes}
            rowKey={(row) => row.sentence}
            empty={null}
          />
        </Card>
      )}
      {shifted.length === 0 ? null : (
        <Card>
          <Title order={2} mb="xs">
            Who gains and who loses
          </Title>
          <DataTable<Partner>
            label="Partners"
            columns={partnerColumns(format, money)}
            rows={shifted}
            rowKey={(row) => row.partner.id}
            rowHref={(row) => paths.creditReplay(slug, { replay: replay.id, partner: row.partner.id })}
            empty={null}
          />
        </Card>
      )}
      <Card>
        <Title order={2} mb="xs">
          The quarters
        </Title>
        <DataTable<Quarter>
          label="Quarters"
          columns={quarterColumns(format, money, before, after)}
          rows={result.quarters}
          rowKey={(row) => row.start}
          empty={null}
        />
        <Text size="xs" c="dimmed" mt="xs">
          A deal stands in the quarter in which it was created.
        </Text>
      </Card>
    </>
  );
}

type Formats = ReturnType<typeof useFormat>;
type MoneyText = ReturnType<typeof useMoney>;

function partnerColumns(format: Formats, money: MoneyText): Column<Partner>[] {
  const shift = (was: number, is: number, say: (value: number) => string): string =>
    was === is ? say(is) : `${say(was)} → ${say(is)}`;
  return [
    { key: 'partner', header: 'Partner', cell: (row) => row.partner.name },
    ...(['sourced', 'co_sold', 'influenced', 'assisted'] as const).map((name) => ({
      key: name,
      header: classWord(name),
      number: true,
      cell: (row: Partner) => shift(row.before.deals[name] ?? 0, row.after.deals[name] ?? 0, format.count),
    })),
    {
      key: 'amount',
      header: 'Sourced amount',
      number: true,
      cell: (row) => shift(row.before.sourcedMinor, row.after.sourcedMinor, money),
    },
    {
      key: 'pay',
      header: 'Incentives',
      number: true,
      cell: (row) => shift(row.before.payMinor, row.after.payMinor, money),
    },
  ];
}

function changeOf({ before, after }: Partner): string {
  const same =
    before.sourcedMinor === after.sourcedMinor &&
    before.payMinor === after.payMinor &&
    creditClasses.every((name) => before.deals[name] === after.deals[name]);
  return same ? '' : 'changes';
}

function quarterColumns(format: Formats, money: MoneyText, before: string, after: string): Column<Quarter>[] {
  const pair = (say: (side: Quarter['before']) => string) => (row: Quarter) => (
    <>
      {say(row.before)}
      <span className={classes.pair}>{say(row.after)}</span>
    </>
  );
  return [
    {
      key: 'quarter',
      header: 'Quarter',
      cell: (row) => (
        <>
          {row.label}
          <span className={classes.pair}>
            {before}, then {after.toLowerCase()}
          </span>
        </>
      ),
    },
    {
      key: 'sourced',
      header: 'Sourced',
      number: true,
      cell: pair((side) => format.count(side.deals.sourced ?? 0)),
    },
    { key: 'amount', header: 'Sourced amount', number: true, cell: pair((side) => money(side.sourcedMinor)) },
    { key: 'won', header: 'Of that won', number: true, cell: pair((side) => money(side.sourcedWonMinor)) },
    {
      key: 'cosold',
      header: 'Co-sold',
      number: true,
      cell: pair((side) => format.count(side.deals.co_sold ?? 0)),
    },
    {
      key: 'influenced',
      header: 'Influenced',
      number: true,
      cell: pair((side) => format.count(side.deals.influenced ?? 0)),
    },
    { key: 'pay', header: 'Incentives', number: true, cell: pair((side) => money(side.payMinor)) },
  ];
}
