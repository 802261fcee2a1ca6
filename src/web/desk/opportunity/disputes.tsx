import { Badge, Button, Group, Stack, Text, Textarea, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { api } from '../../api.ts';
import { take } from '../../api-client.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useFormat } from '../../ui/format.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { toastDone } from '../../ui/toast.tsx';
import { useDesk, useMay } from '../desk-context.ts';
import classes from './opportunity.module.css';
import type { Credit } from './opportunity-data.ts';
import { useReadAgain } from './read-again.ts';

/** Who says that the credit is wrong, and how it ended. One dispute may be open at a time. */
export function Disputes(props: { credit: Credit }): ReactNode {
  const { disputes, opportunity } = props.credit;
  const { slug } = useDesk();
  const format = useFormat();
  const mayOpen = useMay('dispute.open');
  const mayClose = useMay('ruling.write');
  const [asking, setAsking] = useState<'open' | 'close' | null>(null);
  const open = disputes.find(({ closedAt }) => closedAt === null);
  const opening = useMutation({
    mutationFn: (claim: string) =>
      take(
        api.POST('/api/v1/o/{org}/disputes', {
          params: { path: { org: slug } },
          body: { opportunityId: opportunity.id, claim },
        }),
      ),
  });
  const closing = useMutation({
    mutationFn: (outcome: string) =>
      take(
        api.POST('/api/v1/o/{org}/disputes/{disputeId}/closing', {
          params: { path: { org: slug, disputeId: open?.id ?? '' } },
          body: { outcome },
        }),
      ),
  });
  if (disputes.length === 0 && !mayOpen) return null;
  return (
    <section aria-label="Disputes">
      <Group justify="space-between">
        <Title order={3}>Disputes</Title>
        {open === undefined && mayOpen ? (
          <Button size="compact-sm" variant="default" onClick={() => setAsking('open')}>
            Flag as disputed
          </Button>
        ) : null}
        {open !== undefined && mayClose ? (
          <Button size="compact-sm" variant="default" onClick={() => setAsking('close')}>
            Close the dispute
          </Button>
        ) : null}
      </Group>
      {disputes.length === 0 ? (
        <Text size="sm" c="dimmed">
          Nobody disputes this credit.
        </Text>
      ) : (
        <ul className={classes.evidence}>
          {disputes.map((dispute) => (
            <li key={dispute.id}>
              <p>
                {dispute.closedAt === null ? <Badge color="amber">open</Badge> : <Badge>closed</Badge>}{' '}
                {dispute.claim}
              </p>
              {dispute.outcome === null ? null : <p>Outcome: {dispute.outcome}</p>}
              <p className={classes.small}>
                opened {format.instant(dispute.openedAt)}
                {dispute.closedAt === null ? '' : `, closed ${format.instant(dispute.closedAt)}`}
              </p>
            </li>
          ))}
        </ul>
      )}
      {asking === 'open' ? (
        <SayDialog
          title="Flag this credit as disputed"
          label="What is claimed instead, and why"
          hint="The credit stays as it is until the dispute is closed; its commission waits."
          act="Open the dispute"
          done="The dispute is open."
          mutation={opening}
          onClose={() => setAsking(null)}
        />
      ) : null}
      {asking === 'close' ? (
        <SayDialog
          title="Close the dispute"
          label="How it was settled"
          hint="Both sides can read it. A closed dispute stays in the history."
          act="Close it"
          done="The dispute is closed."
          mutation={closing}
          onClose={() => setAsking(null)}
        />
      ) : null}
    </section>
  );
}

type Saying = {
  readonly error: Error | null;
  readonly isPending: boolean;
  readonly mutateAsync: (text: string) => Promise<unknown>;
};

function SayDialog(props: {
  title: string;
  label: string;
  hint: string;
  act: string;
  done: string;
  mutation: Saying;
  onClose: () => void;
}): ReactNode {
  const readAgain = useReadAgain();
  const [text, setText] = useState('');
  const { mutation } = props;
  const onSubmit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const done = await mutation.mutateAsync(text).then(
      () => true,
      () => false,
    );
    await readAgain();
    if (!done) return;
    toastDone(props.done);
    props.onClose();
  };
  return (
    <Dialog opened onClose={props.onClose} title={props.title}>
      <form onSubmit={(event) => void onSubmit(event)}>
        <Stack gap="md">
          {mutation.error === null ? null : <ErrorState error={mutation.error} />}
          <Textarea
            label={props.label}
            description={props.hint}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            maxLength={4000}
            autosize
            minRows={3}
            required
            data-autofocus
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={props.onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={mutation.isPending} disabled={text.trim() === ''}>
              {props.act}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
