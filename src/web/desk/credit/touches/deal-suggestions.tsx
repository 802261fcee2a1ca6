import { Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Card } from '../../../ui/card.tsx';
import { useDesk, useMay } from '../../desk-context.ts';
import { SuggestionItem } from './suggestion-item.tsx';
import classes from './waiting.module.css';
import { dealSuggestionsQuery } from './waiting-data.ts';

/** What could be confirmed on one deal. Nothing is shown where there is nothing, or to who may not record. */
export function DealSuggestions(props: { opportunityId: string }): ReactNode {
  const { slug } = useDesk();
  const mayRecord = useMay('touch.record');
  const found = useQuery({ ...dealSuggestionsQuery(slug, props.opportunityId), enabled: mayRecord });
  const items = found.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Card>
      <section aria-label="Suggested touches">
        <Title order={2}>Did this happen?</Title>
        <ul className={classes.items}>
          {items.map((one) => (
            <li key={one.key}>
              <SuggestionItem suggestion={one} showsDeal={false} />
            </li>
          ))}
        </ul>
      </section>
    </Card>
  );
}
