import { Badge, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { parseCurrencyCode } from '#core/money.ts';
import { portalFormat } from '#core/registration/portal-format.ts';
import { paths } from '../../paths.ts';
import { LinkCard } from '../../ui/card.tsx';
import { useFormat } from '../../ui/format.tsx';
import { usePortalLanguage, useWords } from '../language.ts';
import { usePortal } from '../portal-context.ts';
import type { OwnItem } from './own-data.ts';
import classes from './registration.module.css';

const colors: Readonly<Record<string, string>> = {
  accepted: 'teal',
  converted: 'teal',
  won: 'teal',
  returned: 'amber',
  rejected: 'red',
};

/** The state in a word; the colour repeats it for those who see it. */
export function StateBadge(props: { item: Pick<OwnItem, 'state' | 'stateWords'> }): ReactNode {
  return <Badge color={colors[props.item.state] ?? 'gray'}>{props.item.stateWords}</Badge>;
}

/** The timer of a registration: until when it is answered, or how long it is protected; null where none runs. */
export function useTimer(): (item: OwnItem) => string | null {
  const { language } = usePortalLanguage();
  const words = useWords();
  const { day } = portalFormat(language);
  return (item) => {
    if (item.dueOn !== null) return words.list.dueOn(day(item.dueOn));
    if (item.protectedUntil === null || item.daysLeft === null) return null;
    return words.list.left(words.days(item.daysLeft), day(item.protectedUntil));
  };
}

/** Registrations as cards, each a link to its own page. */
export function RegistrationCards(props: { items: readonly OwnItem[]; label: string }): ReactNode {
  return (
    <ul className={classes.cards} aria-label={props.label}>
      {props.items.map((item) => (
        <li key={item.registrationId}>
          <RegistrationCard item={item} />
        </li>
      ))}
    </ul>
  );
}

function RegistrationCard(props: { item: OwnItem }): ReactNode {
  const { item } = props;
  const { slug } = usePortal();
  const words = useWords();
  const format = useFormat();
  const timer = useTimer()(item);
  const currency = parseCurrencyCode(item.value?.currency ?? '');
  const value =
    item.value === null || currency === null ? null : format.money({ minor: item.value.minor, currency });
  // A draft opens where it was left; everything else opens where it stands.
  const href =
    item.state === 'draft'
      ? paths.portalRegister(slug, String(item.number))
      : paths.portalRegistration(slug, String(item.number));
  const todo = item.state === 'draft' ? words.list.finish : item.needsMe ? item.next[0] : undefined;
  return (
    <LinkCard href={href}>
      <Group justify="space-between" gap="xs" align="flex-start" wrap="nowrap">
        <div className={classes.grow}>
          <Text fw={600} className={classes.name}>
            {item.customer === '' ? words.list.unnamed : item.customer}
          </Text>
          <Text size="sm" c="dimmed">
            {[words.deal.number(item.number), value, item.rep].filter(Boolean).join(' · ')}
          </Text>
        </div>
        <StateBadge item={item} />
      </Group>
      {timer === null && item.stage === null ? null : (
        <Text size="sm" mt={6}>
          {timer === null ? null : <strong>{timer}</strong>}
          {timer === null || item.stage === null ? '' : ' · '}
          {item.stage}
        </Text>
      )}
      {todo === undefined ? null : (
        <Text size="sm" mt={4}>
          {todo}
        </Text>
      )}
    </LinkCard>
  );
}
