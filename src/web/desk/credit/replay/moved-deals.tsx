import { Group, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { creditClasses } from '#core/attribution/credit-class.ts';
import { classWord } from '../../../dispute/case-words.ts';
import { paths } from '../../../paths.ts';
import { Card } from '../../../ui/card.tsx';
import { useFormat } from '../../../ui/format.tsx';
import { Pager } from '../../../ui/pager.tsx';
import { ErrorState, Loading } from '../../../ui/states.tsx';
import { useUrlState } from '../../../ui/url-state.ts';
import { Unknown } from '../../../ui/values.tsx';
import { useDesk } from '../../desk-context.ts';
import classes from './replay.module.css';
import { type CreditClass, type CreditReplay, type MovedDeal, movedQuery } from './replay-data.ts';
import { useMoney } from './use-money.ts';

/** The deals that change, each with the sentence why; narrowed by what was pressed above. */
export function MovedDeals(props: { replay: CreditReplay; total: number }): ReactNode {
  const { id } = props.replay;
  const { slug } = useDesk();
  const url = useUrlState();
  const filter = {
    from: classOf(url.get('from')),
    to: classOf(url.get('to')),
    partner: url.get('partner'),
  };
  const cursor = Number(url.get('cursor') ?? 0);
  const deals = useQuery(movedQuery(slug, id, { ...filter, cursor: cursor > 0 ? cursor : undefined }));
  const isNarrowed = Object.values(filter).some((one) => one !== undefined);
  const partner = props.replay.result?.partners.find((one) => one.partner.id === filter.partner)?.partner;
  return (
    <Card>
      <Group justify="space-between">
        <Title order={2}>The deals that change</Title>
        <a href={`/api/v1/o/${encodeURIComponent(slug)}/credit/replays/${id}/deals.csv`} download>
          All of them as a file (CSV)
        </a>
      </Group>
      {isNarrowed ? (
        <Text size="sm">
          Only{' '}
          {[
            filter.from === undefined ? '' : `from ${classWord(filter.from)}`,
            filter.to === undefined ? '' : `to ${classWord(filter.to)}`,
            partner === undefined ? '' : `with ${partner.name}`,
          ]
            .filter((one) => one !== '')
            .join(' ')}
          . <a href={paths.creditReplay(slug, { replay: id })}>Show all</a>
        </Text>
      ) : null}
      {deals.error === null ? null : <ErrorState error={deals.error} onRetry={() => void deals.refetch()} />}
      {deals.data === undefined && deals.error === null ? (
        <Loading rows={6} label="Loading the deals that change" />
      ) : null}
      {deals.data === undefined ? null : (
        <>
          <ul className={classes.list}>
            {deals.data.items.map((one) => (
              <MovedItem key={one.opportunityId} deal={one} />
            ))}
          </ul>
          <Pager
            shown={deals.data.items.length}
            total={isNarrowed ? null : props.total}
            nextCursor={deals.data.nextCursor === null ? null : String(deals.data.nextCursor)}
          />
        </>
      )}
    </Card>
  );
}

function MovedItem(props: { deal: MovedDeal }): ReactNode {
  const { deal } = props;
  const { slug } = useDesk();
  const format = useFormat();
  const money = useMoney();
  const [first, ...more] = deal.reasons;
  return (
    <li>
      <a href={paths.opportunity(slug, deal.opportunityId)}>
        #{deal.number} {deal.name}
      </a>
      <div>
        {verdict(deal.before)} → <strong>{verdict(deal.after)}</strong>
        {deal.changes.map((change) => (
          <span key={change} className={classes.change}>
            {change}
          </span>
        ))}
        {first === undefined ? null : <span className={classes.why}>{format.sentence(first)}</span>}
        {more.length === 0 ? null : (
          <details className={classes.why}>
            <summary>
              {more.length === 1 ? 'One test more' : `${more.length} tests more`} that came out otherwise
            </summary>
            {more.map((reason) => (
              <p key={reason}>{format.sentence(reason)}</p>
            ))}
          </details>
        )}
      </div>
      <span className={classes.number}>
        {deal.amountMinor === null ? (
          <Unknown why="The amount of this deal is not known in our currency." />
        ) : (
          money(deal.amountMinor)
        )}
      </span>
    </li>
  );
}

function verdict(one: MovedDeal['before']): string {
  const partner = one.partner === null ? '' : `, ${one.partner.name}`;
  return `${classWord(one.class)}${one.coSold && one.class !== 'co_sold' ? ' and co-sold' : ''}${partner}`;
}

function classOf(text: string | undefined): CreditClass | undefined {
  return creditClasses.find((one) => one === text);
}
