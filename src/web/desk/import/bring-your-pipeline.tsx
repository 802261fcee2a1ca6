import { SimpleGrid, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { paths } from '../../paths.ts';
import { Page } from '../../ui/page.tsx';
import { useDesk, useMay } from '../desk-context.ts';
import { DemoCompany } from './demo-company.tsx';
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
