import { Badge, Button, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { api, type KeyCapability } from '../../api.ts';
import { take } from '../../api-client.ts';
import { ConfirmDanger } from '../../ui/confirm-danger.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { useFormat } from '../../ui/format.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { toastDone, toastProblem } from '../../ui/toast.tsx';
import { useDesk } from '../desk-context.ts';
import { keyRights } from './key-rights.ts';
import { MakeApiKey } from './make-api-key.tsx';

function readKeys(slug: string) {
  return take(api.GET('/api/v1/o/{org}/api-keys', { params: { path: { org: slug } } }));
}

type ApiKey = Awaited<ReturnType<typeof readKeys>>['items'][number];

const rightsOf = (key: ApiKey): string =>
  key.capabilities.map((one) => keyRights[one as KeyCapability] ?? one).join(', ');

/** Settings: the keys by which other programs call the API. */
export function ApiKeys(): ReactNode {
  const { slug } = useDesk();
  const format = useFormat();
  const queries = useQueryClient();
  const keys = useQuery({ queryKey: ['api-keys', slug], queryFn: () => readKeys(slug) });
  const [making, setMaking] = useState(false);
  const [revoking, setRevoking] = useState<ApiKey | null>(null);
  const revoke = useMutation({
    mutationFn: (apiKeyId: string) =>
      take(api.DELETE('/api/v1/o/{org}/api-keys/{apiKeyId}', { params: { path: { org: slug, apiKeyId } } })),
    onSuccess: () => toastDone('The key opens nothing any more.'),
    onError: toastProblem,
    onSettled: () => queries.invalidateQueries({ queryKey: ['api-keys', slug] }),
  });
  return (
    <Page
      title="API keys"
      lead="Other programs of yours do by a key what people do on these pages: the form on your web site registers a deal, your warehouse reads the scoreboard."
      actions={<Button onClick={() => setMaking(true)}>Make a key</Button>}
    >
      <DataTable
        label="API keys"
        rows={keys.data?.items}
        error={keys.error}
        onRetry={() => void keys.refetch()}
        rowKey={(key) => key.apiKeyId}
        empty={
          <EmptyState title="No program has a key yet">
            Make one for each program, so that you can revoke one without stopping the others.
          </EmptyState>
        }
        columns={[
          {
            key: 'name',
            header: 'Name',
            cell: (key) => (
              <>
                {key.name}
                <Text size="xs" c="dimmed">
                  ends in {key.hint}
                </Text>
              </>
            ),
          },
          { key: 'rights', header: 'May', cell: rightsOf },
          {
            key: 'made',
            header: 'Made',
            wideOnly: true,
            cell: (key) => `${format.instant(key.madeAt)}${key.madeBy === null ? '' : `, ${key.madeBy}`}`,
          },
          {
            key: 'used',
            header: 'Last used',
            cell: (key) => (key.lastUsedAt === null ? 'never' : format.instant(key.lastUsedAt)),
          },
          { key: 'state', header: 'State', short: true, cell: (key) => <State of={key} /> },
          {
            key: 'actions',
            header: 'Actions',
            cell: (key) =>
              key.state === 'revoked' ? null : (
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={`Revoke ${key.name}`}
                  onClick={() => setRevoking(key)}
                >
                  Revoke
                </Button>
              ),
          },
        ]}
      />
      {making ? <MakeApiKey onClose={() => setMaking(false)} /> : null}
      <ConfirmDanger
        opened={revoking !== null}
        onClose={() => setRevoking(null)}
        onConfirm={async () => {
          if (revoking !== null) await revoke.mutateAsync(revoking.apiKeyId).catch(() => undefined);
        }}
        title="Revoke the key?"
        confirmLabel="Revoke the key"
      >
        Every program that uses {revoking?.name} is refused from its next call on. A revoked key cannot be
        brought back.
      </ConfirmDanger>
    </Page>
  );
}

function State({ of }: { of: ApiKey }): ReactNode {
  const format = useFormat();
  if (of.state === 'revoked') return <Badge color="gray">Revoked</Badge>;
  if (of.state === 'over') return <Badge color="amber">Over</Badge>;
  return of.endsOn === null ? 'works' : `until ${format.day(of.endsOn)}`;
}
