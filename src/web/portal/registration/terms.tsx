import { Badge, Group, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { parseCurrencyCode } from '#core/money.ts';
import { Card } from '../../ui/card.tsx';
import { useFormat } from '../../ui/format.tsx';
import { Page } from '../../ui/page.tsx';
import { Loading } from '../../ui/states.tsx';
import { usePortalLanguage, useWords } from '../language.ts';
import { usePortal } from '../portal-context.ts';
import { isNotOpen, NotOpen, Trouble } from '../trouble.tsx';
import { type Terms, termsQuery } from './own-data.ts';
import classes from './registration.module.css';

/** What the signed page promises this partner, and what it asks. */
export function TermsPage(): ReactNode {
  const { slug, organization } = usePortal();
  const { language } = usePortalLanguage();
  const words = useWords();
  const terms = useQuery(termsQuery(slug, language));
  return (
    <Page title={words.terms.title} lead={words.terms.lead(organization.name)} width="narrow">
      {isNotOpen(terms.error) ? (
        <NotOpen />
      ) : terms.error === null ? null : (
        <Trouble error={terms.error} onRetry={() => void terms.refetch()} />
      )}
      {terms.data === undefined && terms.error === null ? (
        <Loading rows={8} label={words.ui.loading} />
      ) : null}
      {terms.data === undefined ? null : <AllTerms terms={terms.data} />}
    </Page>
  );
}

function AllTerms(props: { terms: Terms }): ReactNode {
  const { terms } = props;
  const { deciding, protection } = terms;
  const words = useWords();
  const said = words.terms;
  const amount = useAmount();
  const { days, businessDays } = words;
  const answer = [
    said.decide(businessDays(deciding.decideBusinessDays)),
    said.returned(businessDays(deciding.returnedBusinessDays)),
    said.silence,
    said.ae(businessDays(deciding.aeBusinessDays)),
    said.meeting(days(deciding.firstMeetingDays)),
    said.conflict(deciding.conflictHours),
    deciding.appeals > 0 ? said.appeal : said.noAppeal,
  ];
  const length = [
    said.length(days(terms.length.days)),
    ...terms.otherLengths.map((one) => said.other(amount(one.fromMinor), days(one.days))),
    ...(terms.length.extensionDays === 0
      ? [said.noExtension]
      : [
          said.extension(days(terms.length.extensionDays)),
          said.activity(days(protection.extensionActivityDays)),
        ]),
    said.reminders(days(protection.firstReminderDays), days(protection.lastReminderDays)),
    said.stalled(days(protection.stallDays)),
    said.updates(amount(protection.updatesAbove), days(protection.updateDays)),
    ...(protection.customerMayChoose ? [said.customer] : []),
  ];
  return (
    <>
      <Group gap="xs">
        <Text size="sm" c="dimmed">
          {said.version(terms.version)}
        </Text>
        {terms.isSigned ? null : <Badge color="amber">{said.draft}</Badge>}
      </Group>
      <Sentences title={said.protection} sentences={length} />
      <Sentences title={said.answer} sentences={answer} />
      <Own title={said.means} text={protection.meaning} />
      <Own title={said.direct} text={protection.direct} />
      <Own title={said.two} text={protection.twoPartners} />
      <Tests terms={terms} />
      <Sentences title={said.reasons} lead={said.reasonsSay} sentences={terms.reasons} />
      <Own title={said.consent} text={terms.consent} />
    </>
  );
}

function Sentences(props: { title: string; lead?: string; sentences: readonly string[] }): ReactNode {
  return (
    <Card>
      <Title order={2}>{props.title}</Title>
      {props.lead === undefined ? null : (
        <Text size="sm" c="dimmed">
          {props.lead}
        </Text>
      )}
      <ul className={classes.steps}>
        {props.sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Card>
  );
}

/** A text of the page itself, in the language in which it was signed. */
function Own(props: { title: string; text: string }): ReactNode {
  if (props.text.trim() === '') return null;
  return (
    <Card>
      <Title order={2}>{props.title}</Title>
      <p className={classes.said}>{props.text}</p>
    </Card>
  );
}

function Tests(props: { terms: Terms }): ReactNode {
  const { tests, minimumMinor } = props.terms;
  const words = useWords();
  const said = words.terms;
  const amount = useAmount();
  if (tests.length === 0) return null;
  return (
    <Card>
      <Title order={2}>{said.tests}</Title>
      <Text size="sm" c="dimmed">
        {said.testsSay}
      </Text>
      <ul className={classes.steps}>
        {tests.map(({ test, rejects }) => (
          <li key={test}>
            {nameOf(said.test, test)}: <strong>{rejects ? said.rejects : said.asks}</strong>
          </li>
        ))}
      </ul>
      {minimumMinor === null ? null : (
        <Text size="sm" mt="xs">
          {said.minimum(amount(minimumMinor))}
        </Text>
      )}
    </Card>
  );
}

function nameOf(names: Readonly<Record<string, string>>, test: string): string {
  return names[test] ?? test;
}

/** Amounts of the page are in the organization's currency. */
function useAmount(): (minor: number) => string {
  const { organization } = usePortal();
  const format = useFormat();
  const currency = parseCurrencyCode(organization.currency);
  return (minor) => (currency === null ? String(minor) : format.money({ minor, currency }));
}
