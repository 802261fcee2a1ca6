import { Button, Group, Radio, Stack, Text, TextInput, Title } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { sayCheck } from '#core/blueprint/check-document.ts';
import { defaultDocument, pages } from '#core/blueprint/document.ts';
import { decideStart, earliestInForce } from '#core/blueprint/standing.ts';
import { addDays, addQuarters, type LocalDate, quarterOf } from '#core/calendar.ts';
import type { Check } from '#core/program/check.ts';
import type { PageWord } from '#core/program/page.ts';
import { seatLabel } from '#core/program/seat.ts';
import { paths } from '../../../../paths.ts';
import { fieldError, problemOf } from '../../../../problem.ts';
import { useFormat } from '../../../../ui/format.tsx';
import { SidePanel } from '../../../../ui/side-panel.tsx';
import { ErrorState } from '../../../../ui/states.tsx';
import { toastDone } from '../../../../ui/toast.tsx';
import { useDesk } from '../../../desk-context.ts';
import type { ProgramState } from '../../program-state.ts';
import { sameValue } from '../default-marks.ts';
import { DifferenceList } from './difference-list.tsx';
import classes from './signing.module.css';
import { usePropose } from './signing-data.ts';

export type ProposePanelProps = {
  opened: boolean;
  onClose: () => void;
  word: PageWord;
  state: ProgramState;
  body: unknown;
  /** Saves the draft where something is not saved yet, and answers its revision; null where that failed. */
  ensureSaved: () => Promise<number | null>;
  checks: readonly Check[];
  /** How many fields hold a text that cannot be read; what is proposed would not be what stands in them. */
  unread: number;
  /** Labels of defaults that nobody has changed or kept. */
  unconfirmed: readonly string[];
};

/** Proposes a page: from when it holds, what it changes, what still blocks it, which defaults nobody confirmed. */
export function ProposePanel(props: ProposePanelProps): ReactNode {
  const { word, state } = props;
  const { slug, fiscalYearStartMonth } = useDesk();
  const format = useFormat();
  const propose = usePropose(slug);
  const page = state.pages.find((one) => one.word === word);
  const hasSigned = page?.inForce !== null && page?.inForce?.isDraft === false;
  const fiscal = { yearStartMonth: fiscalYearStartMonth };
  const today = state.today as LocalDate;
  const standsInFrom = (page?.inForce?.inForceFrom ?? null) as LocalDate | null;
  const earliest = earliestInForce(word, hasSigned, today, fiscal, standsInFrom);
  const anyDay = decideStart(word, addDays(earliest, 1), hasSigned, today, fiscal, standsInFrom);
  const wholeQuarters = !anyDay.ok && anyDay.wholeQuarters;
  const first = quarterOf(earliest, fiscal);
  const last = addQuarters(quarterOf(today > earliest ? today : earliest, fiscal), 2, fiscal);
  const quarters = [first];
  for (let next = first; next.start < last.start; ) {
    next = addQuarters(next, 1, fiscal);
    quarters.push(next);
  }
  const [from, setFrom] = useState<string>(earliest);
  const wrongDay = fieldError(propose.error && problemOf(propose.error), 'inForceFrom');
  const blocking = props.checks.filter((check) => check.severity === 'blocking' && !check.holds);
  const before = page?.inForce?.body ?? defaultDocument()[word];
  const than = page?.inForce ? `version ${page.inForce.version}` : 'the method’s defaults';
  // A page that nobody has begun may be proposed with its defaults; what stands already is not proposed again.
  const isNothingNew =
    page?.draft === null && sameValue(props.body, page.proposed?.body ?? page.inForce?.body ?? null);
  const onSubmit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const revision = await props.ensureSaved();
    if (revision === null) return;
    propose.mutate(
      { word, revision, inForceFrom: from },
      {
        onSuccess: ({ version }) => {
          toastDone(`Version ${version} of “${pages[word].title}” waits for its signatures.`);
          props.onClose();
        },
      },
    );
  };
  return (
    <SidePanel opened={props.opened} onClose={props.onClose} title={`Propose “${pages[word].title}”`}>
      <form onSubmit={(event) => void onSubmit(event)}>
        <Stack gap="md">
          {propose.error === null ? null : <ErrorState error={propose.error} />}
          <Text size="sm">
            A proposed version never changes. It is signed by {(page?.seats ?? []).map(seatLabel).join(', ')},
            and holds once all of them have.
          </Text>
          {blocking.length === 0 && props.unread === 0 ? null : (
            <div role="alert" className={classes.blocking}>
              <Text size="sm" fw={600}>
                It cannot be proposed yet
              </Text>
              <ul>
                {props.unread === 0 ? null : (
                  <li>
                    {props.unread === 1 ? 'One field holds' : `${props.unread} fields hold`} a text that
                    cannot be read. Correct it first.
                  </li>
                )}
                {blocking.map((check) => (
                  <li key={`${check.code} ${check.path}`}>{sayCheck(check)}</li>
                ))}
              </ul>
            </div>
          )}
          {wholeQuarters ? (
            <Radio.Group
              label="Holds from"
              description={`A whole quarter is judged by one version. ${
                first.start < quarterOf(today, fiscal).start
                  ? 'Nothing was signed so far, so it may hold for the deals of quarters that are over.'
                  : 'What is over is never judged anew.'
              }`}
              value={from}
              error={wrongDay}
              onChange={setFrom}
            >
              <Stack gap="xs" mt="xs">
                {quarters.map((quarter, index) => (
                  <Radio
                    key={quarter.start}
                    value={quarter.start}
                    label={`${quarter.label}, from ${format.day(quarter.start)}`}
                    data-autofocus={index === 0 || undefined}
                  />
                ))}
              </Stack>
            </Radio.Group>
          ) : (
            <TextInput
              label="Holds from"
              description={`${format.day(earliest)} at the earliest. It never holds for a time that is over.`}
              type="date"
              required
              styles={{ input: { maxWidth: '14rem' } }}
              min={earliest}
              value={from}
              error={wrongDay}
              onChange={(event) => setFrom(event.currentTarget.value)}
              data-autofocus
            />
          )}
          <div>
            <Title order={3}>What it changes against {than}</Title>
            <DifferenceList
              word={word}
              before={before}
              after={props.body}
              nothing={`Nothing: it says the same as ${than}.`}
            />
          </div>
          {word === 'attribution' && page?.draft !== null ? (
            <Text size="sm">
              <a href={paths.creditReplay(slug, { page: 'draft' })}>
                Replay the last four quarters under this page
              </a>
              : which deals change class, who gains and loses, what it costs.
            </Text>
          ) : null}
          {props.unconfirmed.length === 0 ? null : (
            <details className={classes.changes}>
              <summary>{props.unconfirmed.length} defaults that nobody has confirmed</summary>
              <Text size="sm">They are signed with the page as they stand.</Text>
              <ul>
                {props.unconfirmed.map((label) => (
                  <li key={label}>{label}</li>
                ))}
              </ul>
            </details>
          )}
          {isNothingNew ? (
            <Text size="sm">This text stands already. Change something first, then propose it.</Text>
          ) : null}
          <Group justify="flex-end">
            <Button variant="default" onClick={props.onClose}>
              Not yet
            </Button>
            <Button
              type="submit"
              loading={propose.isPending}
              disabled={blocking.length > 0 || props.unread > 0 || isNothingNew}
            >
              Propose
            </Button>
          </Group>
        </Stack>
      </form>
    </SidePanel>
  );
}
