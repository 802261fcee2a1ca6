import { Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api } from '../../api.ts';
import { take } from '../../api-client.ts';
import { ConfirmDanger } from '../../ui/confirm-danger.tsx';
import { useFormat } from '../../ui/format.tsx';
import { toastDone, toastProblem } from '../../ui/toast.tsx';
import { useDesk } from '../desk-context.ts';
import type { Import } from './import-data.ts';
import { isAboutDeals, kinds } from './kinds.ts';

/** Asks before a whole import is taken back, and says what goes and what stays. */
export function UndoImport(props: { import: Import | null; onClose: () => void }): ReactNode {
  const { slug } = useDesk();
  const format = useFormat();
  const queries = useQueryClient();
  const one = props.import;
  const undo = useMutation({
    mutationFn: (importId: string) =>
      take(
        api.POST('/api/v1/o/{org}/imports/{importId}/withdraw', {
          params: { path: { org: slug, importId } },
        }),
      ),
    onSuccess: () => toastDone('The import is undone.'),
    onError: toastProblem,
    onSettled: () => queries.invalidateQueries(),
  });
  const created = one?.counts.create ?? 0;
  const updated = one?.counts.update ?? 0;
  const words = one === null ? kinds.opportunities : kinds[one.kind];
  return (
    <ConfirmDanger
      opened={one !== null}
      onClose={props.onClose}
      onConfirm={async () => {
        if (one !== null) await undo.mutateAsync(one.importId).catch(() => undefined);
      }}
      title={`Undo the import of ${one?.fileName ?? ''}?`}
      confirmLabel="Undo the import"
    >
      <Stack gap="xs">
        <Text size="sm">
          {created === 0
            ? ''
            : `${format.count(created)} ${created === 1 ? `${words.one} that only this file brought goes` : `${words.many} that only this file brought go`} away. `}
          {updated === 0
            ? ''
            : `${format.count(updated)} that it changed ${updated === 1 ? 'goes' : 'go'} back to what stood before. `}
          {isAboutDeals(one?.kind ?? 'accounts') ? 'What it said about stages goes too. ' : ''}Every figure is
          worked out anew.
        </Text>
        <Text size="sm">
          An undone import cannot be brought back, but the same file can be imported again.
        </Text>
      </Stack>
    </ConfirmDanger>
  );
}
