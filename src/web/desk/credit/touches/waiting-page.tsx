import { Button, Group, SegmentedControl, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { paths } from '../../../paths.ts';
import { Card } from '../../../ui/card.tsx';
import { Keys } from '../../../ui/keys.tsx';
import { Page } from '../../../ui/page.tsx';
import { ErrorState, Loading } from '../../../ui/states.tsx';
import { useUrlState } from '../../../ui/url-state.ts';
import { useDesk, useMay } from '../../desk-context.ts';
import { CreditPlaces } from '../credit-places.tsx';
import { ClaimItem } from './claim-item.tsx';
import { useAnswerKeys } from './item.tsx';
import { SuggestionItem } from './suggestion-item.tsx';
import classes from './waiting.module.css';
import { claimsQuery, suggestionsQuery } from './waiting-data.ts';
import { WithdrawalItem } from './withdrawal-item.tsx';

/** So many suggestions are shown until somebody asks for more: they are the likeliest. */
const atFirst = 10;

/** What waits for an answer of the person who looks: claims, second signatures, suggestions on their deals. */
export function WaitingPage(): ReactNode {
  return (
    <Page
      title="Waiting for you"
      lead="Partner credit needs a name of ours under every act. A claim counts once one of us has said yes to it; how long that takes costs the partner nothing."
    >
      <CreditPlaces />
      <WaitingLists />
    </Page>
  );
}

function WaitingLists(): ReactNode {
  const { slug } = useDesk();
  const url = useUrlState();
  const whose = url.get('whose') === 'all' ? 'all' : 'mine';
  const waiting = useQuery(claimsQuery(slug));
  const mayRecord = useMay('touch.record');
  const [showsAll, setShowsAll] = useState(false);
  const suggested = useQuery({ ...suggestionsQuery(slug, whose), enabled: mayRecord });
  useAnswerKeys();
  const failed = waiting.error ?? suggested.error;
  if (failed !== null) {
    const again = () => void Promise.all([waiting.refetch(), suggested.refetch()]);
    return <ErrorState error={failed} onRetry={again} />;
  }
  if (waiting.data === undefined || (mayRecord && suggested.data === undefined)) return <Loading rows={8} />;
  const { claims, isMore, withdrawals } = waiting.data;
  const suggestions = suggested.data?.items ?? [];
  const shown = showsAll ? suggestions : suggestions.slice(0, atFirst);
  const late = claims.filter((one) => one.isLate).length;
  return (
    <>
      {mayRecord ? <KeysHint /> : null}
      <List
        title="Claims to answer"
        count={claims.length}
        more={isMore}
        note={noteOf(mayRecord, late)}
        empty="No claim waits. When a partner writes down what it did, it stands here until one of us says yes or no."
      >
        {claims.map((one) => (
          <li key={one.id}>
            <ClaimItem claim={one} />
          </li>
        ))}
      </List>
      {withdrawals.length === 0 ? null : (
        <List title="Withdrawals that need a second signature" count={withdrawals.length} more={false}>
          {withdrawals.map((one) => (
            <li key={one.id}>
              <WithdrawalItem withdrawal={one} />
            </li>
          ))}
        </List>
      )}
      {mayRecord ? (
        <List
          title={whose === 'mine' ? 'Did this happen on your deals?' : 'Did this happen?'}
          count={suggestions.length}
          more={false}
          aside={
            <SegmentedControl
              size="xs"
              aria-label="Whose deals"
              value={whose}
              onChange={(value) => url.set({ whose: value === 'mine' ? undefined : value })}
              data={[
                { value: 'mine', label: 'Mine' },
                { value: 'all', label: 'All' },
              ]}
            />
          }
          empty={
            <>
              Nothing is suggested. Suggestions come from mails and events of the CRM, from partners that the
              CRM names without an act, and from introductions that nobody followed up.{' '}
              <a href={paths.pipeline(slug)}>Record a touch on a deal</a> yourself.
            </>
          }
        >
          {shown.map((one) => (
            <li key={`${one.deal.id} ${one.key}`}>
              <SuggestionItem suggestion={one} showsDeal />
            </li>
          ))}
          {shown.length === suggestions.length ? null : (
            <li>
              <Button variant="subtle" size="compact-sm" my="xs" onClick={() => setShowsAll(true)}>
                Show {suggestions.length - shown.length} more
              </Button>
            </li>
          )}
        </List>
      ) : null}
    </>
  );
}

function KeysHint(): ReactNode {
  return (
    <Group gap={6} visibleFrom="sm" fz="sm" c="dimmed">
      <Keys keys="j" /> and <Keys keys="k" /> move, <Keys keys="y" /> says yes, <Keys keys="n" /> says no.
    </Group>
  );
}

function List(props: {
  title: string;
  count: number;
  more: boolean;
  note?: string | null;
  aside?: ReactNode;
  empty?: ReactNode;
  children: ReactNode;
}): ReactNode {
  return (
    <Card>
      <section aria-label={props.title}>
        <div className={classes.head}>
          <Title order={2}>
            {props.title}{' '}
            <Text component="span" c="dimmed" inherit>
              {props.count === 0 ? '' : `${props.count}${props.more ? '+' : ''}`}
            </Text>
          </Title>
          {props.aside}
        </div>
        {props.note && props.count > 0 ? <Text size="sm">{props.note}</Text> : null}
        {props.count === 0 ? (
          <Text c="dimmed" mt="xs" maw="44rem">
            {props.empty}
          </Text>
        ) : (
          <ul className={classes.items}>{props.children}</ul>
        )}
      </section>
    </Card>
  );
}

function noteOf(mayRecord: boolean, late: number): string | null {
  const who =
    'They are answered by account executives, partner managers, partner operations and the head of partnerships.';
  if (late === 0) return mayRecord ? null : who;
  const waited =
    late === 1
      ? 'One partner has waited longer than two business days.'
      : `${late} claims of partners have waited longer than two business days.`;
  return mayRecord ? waited : `${waited} ${who}`;
}
