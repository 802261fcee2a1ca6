import { Button, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api } from '../../api.ts';
import { take } from '../../api-client.ts';
import { paths } from '../../paths.ts';
import { Card } from '../../ui/card.tsx';
import { Page } from '../../ui/page.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { useDesk, useMay } from '../desk-context.ts';
import { demoQuery } from './import-data.ts';
import { SampleFiles } from './sample-files.tsx';
import { UploadPanel } from './upload-panel.tsx';

/** The first page of a new organization: one's own export, or a company that is there to try things on. */
export function BringYourPipeline(): ReactNode {
  const { slug } = useDesk();
  const mayRun = useMay('import.run');
  const mayDemo = useMay('demo.change');
  return (
    <Page
      title="Bring your pipeline"
      lead="The export that you already have is enough: from it comes the scoreboard of what partners bring."
    >
      <SimpleGrid cols={{ base: 1, md: mayDemo ? 2 : 1 }} spacing="md">
        <Stack gap="sm">
          <Title order={2}>Your own deals</Title>
          {mayRun ? (
            <UploadPanel label="Drop your CRM export here, or choose it" />
          ) : (
            <Text>An administrator, the Head of Partnerships or partner ops can import files.</Text>
          )}
          <Text size="sm" c="dimmed">
            About three minutes. You see what each row would become before anything changes, and a whole
            import can be undone.
          </Text>
        </Stack>
        {mayDemo ? <DemoCompany /> : null}
      </SimpleGrid>
      <SampleFiles />
      <Text size="sm">
        <a href={paths.scoreboard(slug)}>Look at the empty scoreboard first</a>
      </Text>
    </Page>
  );
}

function DemoCompany(): ReactNode {
  const { slug } = useDesk();
  const queries = useQueryClient();
  const demo = useQuery(demoQuery(slug));
  const load = useMutation({
    mutationFn: () => take(api.POST('/api/v1/o/{org}/demo', { params: { path: { org: slug } } })),
    onSuccess: () => queries.setQueryData(demoQuery(slug).queryKey, { state: 'loading', org: '' }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['demo', slug] }),
  });
  const state = demo.data?.state;
  return (
    <Stack gap="sm">
      <Title order={2}>A company to try things on</Title>
      <Card>
        <Stack gap="sm" align="flex-start">
          <Text size="sm">
            A software company with two years of deals, twelve partners of one archetype, then a second one, a
            disputed credit and partners that went quiet. It is an organization of its own: it never mixes
            with yours, and goes away in one click.
          </Text>
          {demo.error === null ? null : <ErrorState error={demo.error} onRetry={() => void demo.refetch()} />}
          {load.error === null ? null : <ErrorState error={load.error} onRetry={() => load.mutate()} />}
          {state === 'ready' ? (
            <Button component="a" variant="default" href={paths.scoreboard(demo.data?.org ?? '')}>
              Open the demo company
            </Button>
          ) : (
            <Button
              variant="default"
              loading={load.isPending || state === 'loading'}
              onClick={() => load.mutate()}
            >
              Load the demo company
            </Button>
          )}
          {state === 'loading' ? (
            <Text size="sm" c="dimmed" role="status">
              It is being made; about half a minute. You can go on meanwhile.
            </Text>
          ) : null}
        </Stack>
      </Card>
    </Stack>
  );
}
