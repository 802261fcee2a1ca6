import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { RulingText } from '../../../dispute/case-view.tsx';
import { paths } from '../../../paths.ts';
import { Card } from '../../../ui/card.tsx';
import { Page } from '../../../ui/page.tsx';
import { EmptyState, ErrorState, Loading } from '../../../ui/states.tsx';
import { useDesk } from '../../desk-context.ts';
import { CreditPlaces } from '../credit-places.tsx';
import { precedentsQuery } from './dispute-data.ts';

/** What panels have ruled before, found by its words. */
export function PrecedentsPage(): ReactNode {
  const { slug } = useDesk();
  const [typed, setTyped] = useState('');
  const [wanted] = useDebouncedValue(typed, 250);
  const found = useQuery(precedentsQuery(slug, wanted));
  const items = found.data?.items ?? [];
  return (
    <Page
      title="Past rulings"
      up={{ label: 'Disputes', href: paths.disputes(slug) }}
      lead="What a panel ruled once, the next one follows, or says why it does not."
      width="narrow"
    >
      <CreditPlaces />
      <TextInput
        label="Words of the question or the reason"
        type="search"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {found.error === null ? null : <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending ? <Loading rows={3} label="Loading rulings" /> : null}
      {found.data !== undefined && items.length === 0 ? (
        <EmptyState title={wanted.trim() === '' ? 'Nothing has been ruled yet' : 'No ruling has these words'}>
          A ruling stands here once its panel has signed it.
        </EmptyState>
      ) : null}
      {items.map((ruling) => (
        <Card key={ruling.id}>
          <a href={paths.opportunity(slug, ruling.opportunityId)}>
            #{ruling.dealNumber} {ruling.deal}
          </a>
          <RulingText ruling={ruling} />
        </Card>
      ))}
    </Page>
  );
}
