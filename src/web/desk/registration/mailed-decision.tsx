import { Button, Group, NativeSelect, Stack, Text, Textarea, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useState } from 'react';
import { parseCurrencyCode } from '#core/money.ts';
import { portalSay } from '#core/registration/portal-words.ts';
import { api } from '../../api.ts';
import { take } from '../../api-client.ts';
import type { operations } from '../../api-schema.d.ts';
import { EntryFrame } from '../../entry/entry-frame.tsx';
import { useSecretToken } from '../../entry/secret-token.ts';
import { paths } from '../../paths.ts';
import { problemOf } from '../../problem.ts';
import { Card } from '../../ui/card.tsx';
import { LocaleProvider, useFormat } from '../../ui/format.tsx';
import { EmptyState, ErrorState, Loading } from '../../ui/states.tsx';
import { useUrlState } from '../../ui/url-state.ts';
import { PartnerReads } from './partner-reads.tsx';
import classes from './registration.module.css';

type Act = 'accept' | 'reject' | 'ask';
const titles: Readonly<Record<Act, string>> = { accept: 'Accept', reject: 'Reject', ask: 'Ask' };
const done: Readonly<Record<Act, string>> = {
  accept: 'Your yes is recorded',
  reject: 'It is rejected',
  ask: 'The question is with the partner',
};
const isAct = (value: string | undefined): value is Act => Object.hasOwn(titles, value ?? '');

/** Where a letter to somebody who decides leads. It shows what will happen; only the button does it, and once. */
export function MailedDecisionPage(): ReactNode {
  return (
    <LocaleProvider language={navigator.language} timeZone="UTC">
      <MailedDecision />
    </LocaleProvider>
  );
}

function MailedDecision(): ReactNode {
  const { org: slug = '' } = useParams({ strict: false }) as { org?: string };
  const token = useSecretToken();
  const wanted = useUrlState().get('do');
  const [act, setAct] = useState<Act>(isAct(wanted) ? wanted : 'accept');
  const path = { org: slug };
  const shown = useQuery({
    queryKey: ['mailed-decision', slug, token],
    queryFn: () =>
      take(api.POST('/api/v1/o/{org}/mailed-decision/preview', { params: { path }, body: { token } })),
    enabled: token.length >= 20,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const decide = useMutation({
    mutationFn: (decision: Decision) =>
      take(api.POST('/api/v1/o/{org}/mailed-decision', { params: { path }, body: { token, decision } })),
  });
  if (token.length < 20 || (shown.error !== null && problemOf(shown.error).status === 404)) {
    return (
      <EntryFrame title="This link decides nothing">
        <EmptyState
          title="It was used, or is over"
          action={{ label: 'Open Tandem', href: paths.registrations(slug) }}
        >
          A link of a letter works once, for the person to whom it was sent, until the answer is due. Decide
          in Tandem instead.
        </EmptyState>
      </EntryFrame>
    );
  }
  if (shown.error !== null) {
    return (
      <EntryFrame title="This link cannot be opened now">
        <ErrorState error={shown.error} onRetry={() => void shown.refetch()} />
      </EntryFrame>
    );
  }
  if (shown.data === undefined) {
    return (
      <EntryFrame title="A registration to decide">
        <Loading rows={6} label="Loading the registration" />
      </EntryFrame>
    );
  }
  const one = shown.data;
  const href = paths.registration(slug, String(one.number));
  const decided = decide.isSuccess ? act : one.usedFor;
  if (decided !== null) {
    const { title, says } = outcomeOf(decided, one, decide.data);
    return (
      <EntryFrame title={title}>
        <EmptyState
          title={`Registration ${one.number}, ${one.customer}`}
          action={{ label: 'Open it in Tandem', href }}
        >
          {says} The link is spent.
        </EmptyState>
      </EntryFrame>
    );
  }
  return (
    <EntryFrame
      title={`Registration ${one.number}, ${one.customer}`}
      lead={`By ${one.partner}. You decide as ${one.me}; nothing happens before you press the button.`}
      wide
    >
      <Facts one={one} />
      {one.whyNot !== null ? (
        <EmptyState title="It cannot be decided here" action={{ label: 'Open it in Tandem', href }}>
          {one.whyNot}
        </EmptyState>
      ) : (
        <Card>
          <Stack gap="md">
            <Group gap="xs" role="group" aria-label="Your answer">
              {(Object.keys(titles) as Act[]).map((kind) => (
                <Button
                  key={kind}
                  variant={kind === act ? 'light' : 'default'}
                  aria-pressed={kind === act}
                  onClick={() => setAct(kind)}
                >
                  {titles[kind]}
                </Button>
              ))}
            </Group>
            {decide.error === null ? null : <ErrorState error={decide.error} />}
            <Answer
              key={act}
              act={act}
              one={one}
              isPending={decide.isPending}
              onDecide={(decision) => decide.mutate(decision)}
            />
          </Stack>
        </Card>
      )}
    </EntryFrame>
  );
}

type Shown = operations['previewMailedDecision']['responses'][200]['content']['application/json'];
type Decided = operations['commitMailedDecision']['responses'][200]['content']['application/json'];
type Decision = operations['commitMailedDecision']['requestBody']['content']['application/json']['decision'];

/** What has happened by the button; `decided` is undefined where the letter was answered before. */
function outcomeOf(act: Act, one: Shown, decided: Decided | undefined): { title: string; says: string } {
  if (decided === undefined) return { title: done[act], says: 'It was answered by this letter before.' };
  if (decided.conflict) {
    return {
      title: 'Another registration has the account',
      says: 'A case was opened; those who rule on conflicts are told.',
    };
  }
  switch (act) {
    case 'accept':
      return decided.state === 'submitted'
        ? { title: done.accept, says: `${one.next ?? 'Somebody else'} decides next.` }
        : {
            title: 'It is accepted',
            says: `The account is protected for ${one.partner} for ${one.days} days, a deal is opened, and the partner is told.`,
          };
    case 'reject':
      return { title: done.reject, says: 'The partner is told, with the reason, and may appeal.' };
    case 'ask':
      return { title: done.ask, says: 'The time to decide stands still until it answers.' };
  }
}

/** What was sent, as far as a decision by letter needs it, and what the checks say against it. */
function Facts(props: { one: Shown }): ReactNode {
  const { one } = props;
  const format = useFormat();
  const currency = parseCurrencyCode(one.value?.currency ?? '');
  const value =
    one.value === null || currency === null ? null : format.money({ minor: one.value.minor, currency });
  const rows = [
    ['Customer', [one.customer, one.domain, one.country].filter(Boolean).join(' · ')],
    ['Value a year', value],
    ['What for', one.useCase],
    ['How they know them', one.evidence],
    ['Answer due', one.dueOn === null ? null : format.day(one.dueOn)],
  ].filter((row): row is [string, string] => row[1] !== null && row[1] !== '');
  return (
    <Card>
      <dl className={classes.mailed}>
        {rows.map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <Title order={2} mt="sm">
        Checks
      </Title>
      {one.concerns.length === 0 ? (
        <Text size="sm">All pass.</Text>
      ) : (
        <ul className={classes.concerns}>
          {one.concerns.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </Card>
  );
}

/** The answer with what it does, and its one button. */
function Answer(props: {
  act: Act;
  one: Shown;
  isPending: boolean;
  onDecide: (decision: Decision) => void;
}): ReactNode {
  const { act, one, isPending, onDecide } = props;
  const [reason, setReason] = useState('');
  const [words, setWords] = useState('');
  const said = words.trim();
  const isReady = act === 'accept' || (act === 'reject' ? reason !== '' : said !== '');
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (!isReady) return;
    if (act === 'accept') onDecide({ act });
    else if (act === 'reject') onDecide({ act, reason, words: said });
    else onDecide({ act, asks: said });
  };
  return (
    <form onSubmit={onSubmit}>
      <Stack gap="md">
        {act === 'accept' ? (
          <Text size="sm">
            {one.next === null
              ? `The account is protected for ${one.partner} for ${one.days} days from today, a deal is opened, and the partner is told.`
              : `Your yes is recorded. ${one.next} decides next; nothing is protected before that.`}
          </Text>
        ) : null}
        {act === 'reject' ? (
          <NativeSelect
            label="Reason"
            description="The list of the signed registration page."
            required
            data={[{ value: '', label: 'Choose a reason' }, ...one.reasons]}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        ) : null}
        {act === 'accept' ? null : (
          <Textarea
            label={act === 'ask' ? 'Your question' : 'Your words'}
            description={
              act === 'ask'
                ? 'The time to decide stands still until the partner answers.'
                : 'What would have to be different. Never name another partner.'
            }
            required={act === 'ask'}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
            maxLength={2000}
            autosize
            minRows={3}
          />
        )}
        {act === 'accept' ? null : (
          <PartnerReads>
            {portalSay('en', act === 'ask' ? 'event.return' : 'event.reject')}
            {reason === '' || act === 'ask' ? '' : ` ${reason}.`}
            {said === '' ? '' : ` “${said}”`}
          </PartnerReads>
        )}
        <Group>
          <Button
            type="submit"
            size="md"
            {...(act === 'reject' ? { color: 'red' } : {})}
            loading={isPending}
            disabled={!isReady}
          >
            {act === 'accept' ? 'Accept it' : act === 'reject' ? 'Reject it' : 'Ask it'}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
