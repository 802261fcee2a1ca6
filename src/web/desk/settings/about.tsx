import { Code, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { license, version } from '../../../../package.json';
import { Card } from '../../ui/card.tsx';
import { Page } from '../../ui/page.tsx';

/** The pages of the handbook that explain what stands on the screens. */
const handbook = [
  { file: 'docs/handbook/scoreboard.md', about: 'every figure of the scoreboard' },
  { file: 'docs/handbook/attribution.md', about: 'who gets the credit of a deal, and on which evidence' },
  { file: 'docs/handbook/program.md', about: 'the seats and the numbers that people sign' },
  { file: 'docs/handbook/opportunity.md', about: 'what a deal is and when it becomes pipeline' },
  { file: 'docs/handbook/forecast.md', about: 'how the forecast is made and how wrong it was' },
  { file: 'docs/handbook/import-formats.md', about: 'which files are understood, and their quirks' },
  { file: 'docs/handbook/money-and-time.md', about: 'amounts, rates, dates and fiscal quarters' },
  { file: 'docs/handbook/access.md', about: 'members, roles and what each may do' },
  { file: 'docs/handbook/audit.md', about: 'who did what, and how it is proven' },
] as const;

/** What runs here: version, licence, where the source and the handbook are. */
export function About(): ReactNode {
  return (
    <Page title="About Tandem" width="narrow" lead={`Version ${version}`}>
      <Card>
        <Stack gap="xs">
          <Title order={2}>Licence and source</Title>
          <Text size="sm">
            Free software under {license}; ask whoever runs this installation for its source. Whoever changes
            Tandem and lets you use it over a network owes you the source of exactly that version.
          </Text>
        </Stack>
      </Card>
      <Card>
        <Stack gap="xs">
          <Title order={2}>Handbook</Title>
          <Text size="sm">The source has one page per word, each with the file that holds its rule.</Text>
          <ul>
            {handbook.map(({ file, about }) => (
              <li key={file}>
                <Text size="sm">
                  <Code>{file}</Code> · {about}
                </Text>
              </li>
            ))}
          </ul>
        </Stack>
      </Card>
    </Page>
  );
}
