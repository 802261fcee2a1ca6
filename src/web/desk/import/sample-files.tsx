import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Card } from '../../ui/card.tsx';
import classes from './import.module.css';

const files: readonly { name: string; how: string; gives: string }[] = [
  {
    name: 'Salesforce: a report of opportunities',
    how: 'Reports, New Report, Opportunities; add Opportunity ID, Lead Source and your partner field; Export, Details Only, CSV or Excel.',
    gives: 'Pipeline, wins and which deals came with a partner. This one file is enough to begin.',
  },
  {
    name: 'HubSpot: the deals',
    how: 'CRM, Deals, Export; choose “All properties”, CSV. The “Date entered …” columns are read as stage history.',
    gives: 'Pipeline and wins, and since when each deal has been in each stage.',
  },
  {
    name: 'Stage history',
    how: 'Salesforce: a report of the type Opportunity History, or the object OpportunityHistory from Data Export.',
    gives: 'On which day each deal became pipeline, and so the waterfall and the cycle times.',
  },
  {
    name: 'Partners, accounts, partners on opportunities',
    how: 'Any table with a name in each row. Salesforce’s OpportunityPartner links deals to partners.',
    gives: 'Partner names as you write them, their archetype and since when they are signed.',
  },
  {
    name: 'Touches: what partners did on deals',
    how: 'Any table with deal, partner, person, your own person, role, action and date in each row; better with outcome, evidence, who confirmed it, and when it was written down.',
    gives: 'Credit by the attribution page. Import it after the deals and the partners.',
  },
];

/** Which exports help, where to find them, and what each gives. */
export function SampleFiles(): ReactNode {
  return (
    <Card>
      <Stack gap="xs">
        <Title order={2}>Which file?</Title>
        <Text size="sm" c="dimmed">
          Any table of deals will do: one row a deal, with an ID and a stage. These are known by heart.
          Several at once are put in the right order.
        </Text>
        <ul className={classes.rows}>
          {files.map(({ name, how, gives }) => (
            <li key={name} className={classes.problem}>
              <Text size="sm" fw={600}>
                {name}
              </Text>
              <Text size="sm">{gives}</Text>
              <Text size="sm" c="dimmed">
                {how}
              </Text>
            </li>
          ))}
        </ul>
      </Stack>
    </Card>
  );
}
