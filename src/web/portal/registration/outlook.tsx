import { Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { portalFormat } from '#core/registration/portal-format.ts';
import { portalSay } from '#core/registration/portal-words.ts';
import type { Typed } from '../../registration/typed.ts';
import { Card } from '../../ui/card.tsx';
import { usePortalLanguage, useWords } from '../language.ts';
import { type FormKind, type OutlookFacts, useFormPorts } from './form-ports.ts';
import classes from './registration.module.css';

/**
 * What will happen with what is typed, told before it is sent: who decides, by when, and what a yes is worth. Where it
 * answers a question the time to decide has run before, so no day is promised anew.
 */
export function OutlookCard(props: { typed: Typed; kind: FormKind }): ReactNode {
  const ports = useFormPorts();
  const { language } = usePortalLanguage();
  const words = useWords();
  const [facts] = useDebouncedValue(JSON.stringify(factsOf(props.typed)), 400);
  const outlook = useQuery({
    queryKey: [...ports.key, 'outlook', facts],
    queryFn: () => ports.outlook(JSON.parse(facts) as OutlookFacts),
    placeholderData: keepPreviousData,
  }).data;
  if (outlook === undefined) return null;
  const who = outlook.seats
    .map((seat) => portalSay(language, `seat.${seat}`))
    .join(`, ${words.form.andThen} `);
  const day = portalFormat(language).day(outlook.dueOn);
  const isAnswer = props.kind === 'answer';
  const decided = outlook.seats.length === 1 ? words.form.nextDecided : words.form.nextTwo;
  return (
    <Card>
      <Title order={2}>{words.form.next}</Title>
      <ol className={classes.steps}>
        <li>{isAnswer ? words.form.nextRunsOn : words.form.nextNumber}</li>
        <li>{isAnswer ? words.form.nextReason : decided(who, day)}</li>
        <li>
          {outlook.days === null
            ? words.form.nextProtectedOpen
            : words.form.nextProtected(words.days(outlook.days))}
        </li>
      </ol>
      {ports.termsHref === null ? null : <a href={ports.termsHref}>{words.form.terms}</a>}
    </Card>
  );
}

/** Of what is typed, what the route depends on; left out while it cannot be read. */
function factsOf(typed: Typed): OutlookFacts {
  const { amountMinor, currency } = (typed.value ?? {}) as { amountMinor?: unknown; currency?: unknown };
  const isAmount = typeof amountMinor === 'number' && typeof currency === 'string';
  const country = typeof typed.country === 'string' && typed.country.length === 2 ? typed.country : undefined;
  return {
    amountMinor: isAmount ? amountMinor : undefined,
    currency: isAmount ? currency : undefined,
    country,
  };
}
