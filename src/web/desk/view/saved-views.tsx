import { ActionIcon, Button, Checkbox, Group, Menu, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useState } from 'react';
import { api } from '../../api.ts';
import { take } from '../../api-client.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ChevronIcon } from '../../ui/icons.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { toastDone, toastProblem, toastUndo } from '../../ui/toast.tsx';
import { stringifySearch, useUrlState } from '../../ui/url-state.ts';
import { useDesk, useMay } from '../desk-context.ts';

type ViewPage = 'opportunities' | 'partners';
type View = { viewId: string; name: string; query: string; shared: boolean; isMine: boolean };

/** The part of an address that a view keeps: filters and order, not the place within the list. */
export function viewQuery(all: Readonly<Record<string, string>>): string {
  const { cursor: _, ...kept } = all;
  return stringifySearch(kept).replace(/^\?/, '');
}

/** Saved views of a list: apply one, save this one, share it, take one away. */
export function SavedViews(props: { page: ViewPage; path: string }): ReactNode {
  const { slug } = useDesk();
  const maySave = useMay('view.save');
  const url = useUrlState();
  const router = useRouter();
  const [saving, setSaving] = useState(false);
  const views = useQuery({
    queryKey: ['views', slug, props.page],
    queryFn: () =>
      take(
        api.GET('/api/v1/o/{org}/views', {
          params: { path: { org: slug }, query: { page: props.page } },
        }),
      ),
  });
  const current = viewQuery(url.all);
  const items = views.data?.items ?? [];
  const applied = items.find((view) => view.query === current);
  const remove = useRemoveView(props.page);
  return (
    <>
      <Menu position="bottom-end" width={280}>
        <Menu.Target>
          <Button variant="default" rightSection={<ChevronIcon size={12} to="down" />}>
            {applied === undefined ? 'Views' : applied.name}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {items.length === 0 ? <Menu.Label>No saved views yet</Menu.Label> : null}
          {items.map((view) => (
            <Group key={view.viewId} gap={4} wrap="nowrap">
              <Menu.Item
                onClick={() =>
                  router.history.push(`${props.path}${view.query === '' ? '' : `?${view.query}`}`)
                }
              >
                {view.name}
                <Text span size="xs" c="dimmed">
                  {view.shared ? ' shared' : ' mine'}
                </Text>
              </Menu.Item>
              {view.isMine && maySave ? (
                <ActionIcon aria-label={`Remove the view ${view.name}`} onClick={() => remove.mutate(view)}>
                  ×
                </ActionIcon>
              ) : null}
            </Group>
          ))}
          {maySave ? (
            <>
              <Menu.Divider />
              <Menu.Item onClick={() => setSaving(true)}>Save this view</Menu.Item>
            </>
          ) : null}
        </Menu.Dropdown>
      </Menu>
      {saving ? <SaveView page={props.page} query={current} onClose={() => setSaving(false)} /> : null}
    </>
  );
}

function useRemoveView(page: ViewPage) {
  const { slug } = useDesk();
  const queries = useQueryClient();
  const readAgain = () => queries.invalidateQueries({ queryKey: ['views', slug, page] });
  const putBack = useSaveView(page);
  return useMutation({
    mutationFn: (view: View) =>
      take(
        api.DELETE('/api/v1/o/{org}/views/{viewId}', {
          params: { path: { org: slug, viewId: view.viewId } },
        }),
      ),
    onSuccess: (_, view) =>
      toastUndo(`The view ${view.name} is removed.`, () => putBack.mutate(view, { onError: toastProblem })),
    onError: toastProblem,
    onSettled: readAgain,
  });
}

function useSaveView(page: ViewPage) {
  const { slug } = useDesk();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ name, query, shared }: Pick<View, 'name' | 'query' | 'shared'>) =>
      take(
        api.POST('/api/v1/o/{org}/views', {
          params: { path: { org: slug } },
          body: { page, name, query, shared },
        }),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: ['views', slug, page] }),
  });
}

function SaveView(props: { page: ViewPage; query: string; onClose: () => void }): ReactNode {
  const save = useSaveView(props.page);
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    save.mutate(
      { name, query: props.query, shared },
      {
        onSuccess: () => {
          toastDone(shared ? `${name} is saved for everybody.` : `${name} is saved.`);
          props.onClose();
        },
      },
    );
  };
  return (
    <Dialog opened onClose={props.onClose} title="Save this view">
      <form onSubmit={onSubmit}>
        <Stack gap="md">
          {save.error === null ? null : <ErrorState error={save.error} />}
          <TextInput
            label="Name"
            description="It keeps the filters and the order as they are now."
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            maxLength={100}
            required
            data-autofocus
          />
          <Checkbox
            label="Share it with everybody in the organization"
            checked={shared}
            onChange={(event) => setShared(event.currentTarget.checked)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={props.onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={save.isPending} disabled={name.trim() === ''}>
              Save
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
