import { Button, Group, Stack, Text, Textarea, Title } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, type ReactNode, useState } from 'react';
import { paths } from '../../../paths.ts';
import { Proofs } from '../../../proofs.tsx';
import { Card } from '../../../ui/card.tsx';
import { useFormat } from '../../../ui/format.tsx';
import { useShortcut } from '../../../ui/shortcuts.tsx';
import { ErrorState } from '../../../ui/states.tsx';
import { useDesk, useMay } from '../../desk-context.ts';
import classes from './audit.module.css';
import { type AuditItem, useFind } from './audit-data.ts';

/** One deal of the sample: the verdict that was drawn, the tests, the evidence, and what Finance finds. */
export function SampleItem(props: { item: AuditItem; month: string; onFound: () => void }): ReactNode {
  const { item } = props;
  const { slug } = useDesk();
  const format = useFormat();
  const mayWork = useMay('audit_sample.work');
  return (
    <Card>
      <Stack gap="md">
        <div>
          <Title order={2}>
            <a href={paths.opportunity(slug, item.opportunityId)}>
              #{item.number} {item.name}
            </a>
          </Title>
          <p className={classes.small}>
            {item.account === null ? '' : `${item.account} · `}decided {format.instant(item.decidedAt)} by
            version {item.policyVersion} of the page
            {item.lockOn === null ? '' : ` · lock ${format.day(item.lockOn)}`}
          </p>
        </div>
        <p className={classes.verdict}>{item.sentence}</p>
        {item.finding === null ? null : (
          <Text size="sm" className={item.finding.finding === 'error' ? classes.error : undefined}>
            {item.finding.finding === 'error' ? 'Error' : 'Sound'}, by {item.finding.by},{' '}
            {format.instant(item.finding.at)}
            {item.finding.note === null ? '' : `: ${item.finding.note}`}
          </Text>
        )}
        {mayWork ? <FindingForm item={item} month={props.month} onFound={props.onFound} /> : null}
        <Evidence item={item} />
        <section aria-label="Tests">
          <Title order={3}>Tests</Title>
          <ul className={classes.tests}>
            {testsOf(item).map(({ key, reason }) => (
              <li key={key}>
                <span className={reason.holds ? undefined : classes.quiet}>
                  {reason.holds ? '✓ yes' : '✗ no'}
                </span>
                <span>
                  {format.sentence(reason.fact)}
                  <span className={classes.small}> {reason.clause}</span>
                </span>
              </li>
            ))}
          </ul>
        </section>
      </Stack>
    </Card>
  );
}

/** The same test may have been run on several acts, and say the same of each. */
function testsOf({ reasons }: AuditItem) {
  return reasons.map((reason, place) => ({ key: `${place} ${reason.code}`, reason }));
}

function Evidence(props: { item: AuditItem }): ReactNode {
  const { slug } = useDesk();
  const format = useFormat();
  return (
    <section aria-label="Evidence">
      <Title order={3}>Evidence</Title>
      {props.item.evidence.length === 0 ? (
        <Text size="sm" c="dimmed">
          No act of this partner stood on the deal when it was decided: a ruling gave the credit.
        </Text>
      ) : (
        <ul className={classes.acts}>
          {props.item.evidence.map((act) => (
            <li key={act.id}>
              <p>
                {plain(act.what)}
                {act.person === null ? '' : ` by ${act.person}`}, {format.day(act.occurredOn)}
                {act.earned ? '' : <span className={classes.quiet}> · the verdict does not name it</span>}
              </p>
              {act.outcome === null ? null : <p className={classes.small}>{act.outcome}</p>}
              <p className={classes.small}>recorded {format.day(act.recordedOn)}</p>
              <Proofs
                evidence={act.links}
                mailHref={(mail) => paths.opportunity(slug, props.item.opportunityId, { mail })}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Sound or an error. An error asks what is wrong; both go on to the next deal that nobody has looked at. */
function FindingForm(props: { item: AuditItem; month: string; onFound: () => void }): ReactNode {
  const find = useFind(props.month);
  const [isError, setIsError] = useState(false);
  const [note, setNote] = useState('');
  const write = (finding: 'sound' | 'error'): void => {
    const given = finding === 'error' ? note.trim() : null;
    find.mutate(
      { findingDealId: props.item.opportunityId, finding, note: given },
      { onSuccess: props.onFound },
    );
  };
  useShortcut('s', 'Sound', 'Sample', () => write('sound'));
  useShortcut('e', 'An error', 'Sample', () => setIsError(true));
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (note.trim() !== '') write('error');
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') setIsError(false);
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey) && note.trim() !== '') write('error');
  };
  return (
    <form onSubmit={onSubmit} aria-label="Finding">
      <Stack gap="xs">
        {find.error === null ? null : <ErrorState error={find.error} />}
        {isError ? (
          <Textarea
            label="What is wrong"
            description="A sentence: what the evidence does not show. Ctrl and Enter write it."
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
            onKeyDown={onKeyDown}
            maxLength={2000}
            autosize
            minRows={2}
            autoFocus
          />
        ) : null}
        <Group gap="xs">
          {isError ? (
            <>
              <Button type="submit" size="xs" loading={find.isPending} disabled={note.trim() === ''}>
                Write the error
              </Button>
              <Button size="xs" variant="default" onClick={() => setIsError(false)}>
                Cancel
              </Button>
            </>
          ) : (
            <>
              <Button size="xs" loading={find.isPending} onClick={() => write('sound')}>
                Sound
              </Button>
              <Button size="xs" variant="default" onClick={() => setIsError(true)}>
                An error
              </Button>
            </>
          )}
        </Group>
      </Stack>
    </form>
  );
}

function plain(word: string): string {
  const words = word.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
