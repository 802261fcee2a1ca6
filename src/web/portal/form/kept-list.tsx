import { Text, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { paths } from '../../paths.ts';
import { Card } from '../../ui/card.tsx';
import { useWords } from '../language.ts';
import classes from './form.module.css';
import { keptDeals } from './kept-deals.ts';

/** The registrations that were begun on this device without a login; nothing where there are none. */
export function KeptList(props: { slug: string }): ReactNode {
  const { slug } = props;
  const words = useWords();
  const [deals] = useState(() => keptDeals(slug));
  if (deals.length === 0) return null;
  return (
    <Card>
      <Title order={2}>{words.link.here}</Title>
      <Text size="sm" c="dimmed">
        {words.link.hereSays}
      </Text>
      <ul className={classes.kept}>
        {deals.map(({ pass, number, customer }) => (
          <li key={pass}>
            <a href={paths.ownDeal(slug, pass)}>
              {words.deal.number(number)} · {customer === '' ? words.list.unnamed : customer}
            </a>
          </li>
        ))}
      </ul>
    </Card>
  );
}
