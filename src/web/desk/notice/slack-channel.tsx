import { Button, Checkbox, Group, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { groupsOf, type NoticeGroup, noticeGroups } from '#core/notice/kinds.ts';
import { api } from '../../api.ts';
import { take } from '../../api-client.ts';
import { fieldError, problemOf } from '../../problem.ts';
import { Card } from '../../ui/card.tsx';
import { ConfirmDanger } from '../../ui/confirm-danger.tsx';
import { useFormat } from '../../ui/format.tsx';
import { ErrorState, Loading } from '../../ui/states.tsx';
import { toastDone, toastProblem } from '../../ui/toast.tsx';
import { useDesk } from '../desk-context.ts';

type Channel = { host: string; groups: NoticeGroup[]; setAt: number };
type Wish = { address?: string; groups: NoticeGroup[] };

/** The calls for the channel of the program (no partner) or of a partner. */
function callsFor(slug: string, partnerId: string | null) {
  if (partnerId === null) {
    const params = { path: { org: slug } };
    return {
      read: () => take(api.GET('/api/v1/o/{org}/slack-channel', { params })),
      set: (body: Wish) => take(api.PUT('/api/v1/o/{org}/slack-channel', { params, body })),
      remove: () => take(api.DELETE('/api/v1/o/{org}/slack-channel', { params })),
      test: () => take(api.POST('/api/v1/o/{org}/slack-channel/test', { params })),
    };
  }
  const params = { path: { org: slug, partnerId } };
  return {
    read: () => take(api.GET('/api/v1/o/{org}/partners/{partnerId}/slack-channel', { params })),
    set: (body: Wish) =>
      take(api.PUT('/api/v1/o/{org}/partners/{partnerId}/slack-channel', { params, body })),
    remove: () => take(api.DELETE('/api/v1/o/{org}/partners/{partnerId}/slack-channel', { params })),
    test: () => take(api.POST('/api/v1/o/{org}/partners/{partnerId}/slack-channel/test', { params })),
  };
}

/** The Slack channel of the program or of a partner: where posts go, about what, a test, and the way to end it. */
export function SlackChannel(props: { partnerId: string | null }): ReactNode {
  const { partnerId } = props;
  const { slug } = useDesk();
  const queryKey = ['slack-channel', slug, partnerId ?? ''];
  const channel = useQuery({ queryKey, queryFn: callsFor(slug, partnerId).read });
  const [editing, setEditing] = useState(false);
  return (
    <Card>
      <Title order={2}>Slack</Title>
      {channel.error === null ? null : (
        <ErrorState error={channel.error} onRetry={() => void channel.refetch()} />
      )}
      {channel.isPending ? <Loading rows={2} /> : null}
      {channel.data === undefined ? null : editing ? (
        <ChannelForm
          partnerId={partnerId}
          channel={channel.data.channel}
          queryKey={queryKey}
          onClose={() => setEditing(false)}
        />
      ) : channel.data.channel === null ? (
        <Stack gap="xs" align="flex-start" mt="xs">
          <Text size="sm" c="dimmed">
            {partnerId === null
              ? 'No channel yet. The program’s channel hears what people on the desk are told.'
              : 'No channel yet. A partner’s channel hears what its own people are told, and nothing else: they may sit in it.'}
          </Text>
          <Button size="compact-sm" variant="default" onClick={() => setEditing(true)}>
            Add a channel
          </Button>
        </Stack>
      ) : (
        <ChannelView
          partnerId={partnerId}
          channel={channel.data.channel}
          queryKey={queryKey}
          onEdit={() => setEditing(true)}
        />
      )}
    </Card>
  );
}

type PartProps = { partnerId: string | null; queryKey: readonly string[] };

function ChannelView(props: PartProps & { channel: Channel; onEdit: () => void }): ReactNode {
  const { slug } = useDesk();
  const format = useFormat();
  const queries = useQueryClient();
  const calls = callsFor(slug, props.partnerId);
  const [ending, setEnding] = useState(false);
  const test = useMutation({ mutationFn: calls.test, onError: toastProblem });
  const { host, groups, setAt } = props.channel;
  const remove = async (): Promise<void> => {
    await calls.remove().catch(toastProblem);
    await queries.invalidateQueries({ queryKey: [...props.queryKey] });
  };
  return (
    <Stack gap="xs" mt="xs">
      <Text size="sm">
        Posts go to a webhook at {host}, set {format.instant(setAt)}. It hears:{' '}
        {groups.map((group) => noticeGroups[group].label.toLowerCase()).join(', ')}.
      </Text>
      {test.data === undefined ? null : (
        <Text size="sm" role="status" {...(test.data.arrived ? {} : { c: 'var(--mantine-color-error)' })}>
          {test.data.arrived ? 'The test arrived: ' : 'The test did not arrive: '}
          {test.data.answer}
        </Text>
      )}
      <Group gap="xs">
        <Button size="compact-sm" variant="default" loading={test.isPending} onClick={() => test.mutate()}>
          Send a test message
        </Button>
        <Button size="compact-sm" variant="default" onClick={props.onEdit}>
          Change
        </Button>
        <Button size="compact-sm" variant="default" color="red" onClick={() => setEnding(true)}>
          Remove
        </Button>
      </Group>
      <ConfirmDanger
        opened={ending}
        onClose={() => setEnding(false)}
        onConfirm={remove}
        title="Remove this channel?"
        confirmLabel="Remove the channel"
      >
        Nothing is posted there any more, and its address is forgotten. To post again, somebody has to copy it
        from Slack anew.
      </ConfirmDanger>
    </Stack>
  );
}

function ChannelForm(props: PartProps & { channel: Channel | null; onClose: () => void }): ReactNode {
  const { slug } = useDesk();
  const queries = useQueryClient();
  const offered = groupsOf(props.partnerId === null ? 'desk' : 'portal');
  const [address, setAddress] = useState('');
  const [groups, setGroups] = useState<NoticeGroup[]>(props.channel?.groups ?? [...offered]);
  const save = useMutation({
    mutationFn: () => callsFor(slug, props.partnerId).set({ ...(address === '' ? {} : { address }), groups }),
    onSuccess: async () => {
      toastDone('Saved. Send a test message to see whether it arrives.');
      await queries.invalidateQueries({ queryKey: [...props.queryKey] });
      props.onClose();
    },
  });
  const problem = save.error === null ? null : problemOf(save.error);
  // What is wrong with the address stands at the address.
  const wrong = fieldError(problem, 'address') ?? null;
  const isNew = props.channel === null;
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form onSubmit={onSubmit}>
      <Stack gap="sm" mt="xs">
        {problem === null || wrong !== null ? null : <ErrorState error={save.error} />}
        <PasswordInput
          label="Address of the incoming webhook"
          description={
            isNew
              ? 'From your Slack app, under Incoming Webhooks. It is kept sealed and never shown again.'
              : 'Leave it empty to keep the one that is there.'
          }
          placeholder="https://hooks.slack.com/services/…"
          value={address}
          onChange={(event) => setAddress(event.currentTarget.value.trim())}
          error={wrong}
          autoComplete="off"
          required={isNew}
        />
        <Checkbox.Group
          label="What is posted"
          value={groups}
          onChange={(value) => setGroups(offered.filter((group) => value.includes(group)))}
        >
          <Stack gap={6} mt="xs">
            {offered.map((group) => (
              <Checkbox
                key={group}
                value={group}
                label={noticeGroups[group].label}
                description={noticeGroups[group].about}
              />
            ))}
          </Stack>
        </Checkbox.Group>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={props.onClose}>
            Cancel
          </Button>
          <Button
            type="submit"
            loading={save.isPending}
            disabled={groups.length === 0 || (isNew && address === '')}
          >
            Save
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
