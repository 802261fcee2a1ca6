import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { portalFormat } from '#core/registration/portal-format.ts';
import type { RegistrationForm } from '../../registration/typed.ts';
import { Card } from '../../ui/card.tsx';
import { CheckIcon } from '../../ui/icons.tsx';
import { useUrlState } from '../../ui/url-state.ts';
import { usePortalLanguage, useWords } from '../language.ts';
import { Answers } from './answers.tsx';
import { MoveDialog, moves, type PartnerMove } from './move-dialog.tsx';
import type { OwnRegistration } from './own-data.ts';
import classes from './registration.module.css';
import { StateBadge } from './registration-card.tsx';
import { useToldAtOnce } from './told.ts';

/** One registration as its partner sees it, in the portal or by a secret link. */
export function RegistrationView(props: {
  one: OwnRegistration;
  form: RegistrationForm | undefined;
  /** Does a move with what was said; null: the reader only looks on. */
  act: ((move: PartnerMove, said: string) => Promise<unknown>) | null;
  /** Where the draft or the answer is written. */
  writeHref: string;
  /** What to say beside the question; nothing where it is left out. */
  note?: string | undefined;
}): ReactNode {
  const { one, act } = props;
  const words = useWords();
  const [open, setOpen] = useState<PartnerMove | null>(null);
  const possible = moves.filter((move) => one.moves.includes(move));
  const isDraft = one.state === 'draft';
  return (
    <>
      <Sent one={one} />
      <Standing one={one} note={props.note} />
      {act === null ? null : (
        <Group gap="xs">
          {isDraft || one.state === 'returned' ? (
            <Button component="a" href={props.writeHref}>
              {isDraft ? words.deal.goOn : words.deal.answer}
            </Button>
          ) : null}
          {possible.map((move) => (
            <Button key={move} variant="default" onClick={() => setOpen(move)}>
              {words.deal[move].button}
            </Button>
          ))}
        </Group>
      )}
      {act === null || one.noExtension === null ? null : (
        <Text size="sm" c="dimmed">
          {one.noExtension}
        </Text>
      )}
      <Timeline one={one} />
      <Answers one={one} form={props.form} />
      {open === null || act === null ? null : (
        <MoveDialog move={open} act={(said) => act(open, said)} onClose={() => setOpen(null)} />
      )}
    </>
  );
}

/** What stands below the name of a registration. */
export function useLead(): (one: OwnRegistration) => string {
  const words = useWords();
  return (one) =>
    [words.deal.number(one.number), one.rep === null ? null : words.deal.by(one.rep)]
      .filter((part) => part !== null)
      .join(' · ');
}

/** Right after it was sent: the number, and what the server told at once. */
function Sent(props: { one: OwnRegistration }): ReactNode {
  const { number, state } = props.one;
  const words = useWords();
  const told = useToldAtOnce(number);
  const sent = useUrlState().get('sent');
  if (sent === undefined || state === 'rejected') return null;
  return (
    <Card>
      <div role="status">
        <Group gap="xs" wrap="nowrap" align="flex-start">
          <span className={classes.done}>
            <CheckIcon size={20} />
          </span>
          <Title order={2}>{sent === 'answer' ? words.deal.answered : words.deal.sent(number)}</Title>
        </Group>
        {told.map((note) => (
          <Text key={note} size="sm" mt={4}>
            {note}
          </Text>
        ))}
      </div>
    </Card>
  );
}

/** The state, its timers, what happens next, and what somebody asks or says no to. */
function Standing(props: { one: OwnRegistration; note: string | undefined }): ReactNode {
  const { one } = props;
  const { language } = usePortalLanguage();
  const words = useWords();
  const { day } = portalFormat(language);
  const timers = [
    one.dueOn === null ? null : ([words.deal.answerBy, day(one.dueOn)] as const),
    one.protectedUntil === null ? null : ([words.deal.yoursUntil, day(one.protectedUntil)] as const),
    one.daysLeft === null ? null : ([words.deal.left, words.days(one.daysLeft)] as const),
    one.stage === null ? null : ([words.deal.stage, one.stage] as const),
  ].filter((timer) => timer !== null);
  return (
    <Card>
      <Group justify="space-between" gap="xs" align="flex-start">
        <Title order={2}>{words.deal.next}</Title>
        <StateBadge item={one} />
      </Group>
      <Stack gap={4} mt={6}>
        {one.next.length === 0 && one.state !== 'draft' ? (
          <Text size="sm">{words.deal.nothingNext}</Text>
        ) : null}
        {one.next.map((sentence) => (
          <Text key={sentence} size="sm">
            {sentence}
          </Text>
        ))}
      </Stack>
      {timers.length === 0 ? null : (
        <dl className={classes.timers}>
          {timers.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {one.question === null ? null : <Quoted title={words.deal.question} said={[one.question]} />}
      {one.question === null || props.note === undefined ? null : (
        <Text size="sm" mt="xs">
          {props.note}
        </Text>
      )}
      {one.rejection === null ? null : (
        <Quoted title={words.deal.reason} said={[one.rejection.reason, one.rejection.words]} />
      )}
    </Card>
  );
}

function Quoted(props: { title: string; said: readonly string[] }): ReactNode {
  return (
    <>
      <Title order={3} mt="md">
        {props.title}
      </Title>
      <p className={classes.said}>{props.said.filter((part) => part !== '').join('\n')}</p>
    </>
  );
}

function Timeline(props: { one: OwnRegistration }): ReactNode {
  const { language } = usePortalLanguage();
  const words = useWords();
  const { day } = portalFormat(language);
  const events = props.one.timeline.toReversed().map((event, at) => ({ key: `${at} ${event.at}`, event }));
  return (
    <Card>
      <Title order={2}>{words.deal.timeline}</Title>
      {events.length === 0 ? (
        <Text size="sm" c="dimmed">
          {words.deal.nothingYet}
        </Text>
      ) : (
        <ol className={classes.timeline}>
          {events.map(({ key, event }) => (
            <li key={key}>
              <time dateTime={event.on}>{day(event.on)}</time>
              <div>
                {event.words}
                {event.said === null ? null : <p className={classes.said}>{event.said}</p>}
              </div>
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}
