/** Every primitive of src/web/ui in its states, on one page. Only the gallery test builds it. */
import { Anchor, Badge, Button, Group, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core';
import { createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { CurrencyCode } from '#core/money.ts';
import { ApiProblem } from '#web/problem.ts';
import { Card } from '#web/ui/card.tsx';
import { ConfirmDanger } from '#web/ui/confirm-danger.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { BulletGraph } from '#web/ui/figures/bullet-graph.tsx';
import { IntervalDot } from '#web/ui/figures/interval-dot.tsx';
import { SmallMultiple } from '#web/ui/figures/small-multiple.tsx';
import { Sparkline } from '#web/ui/figures/sparkline.tsx';
import { Waterfall } from '#web/ui/figures/waterfall.tsx';
import { FileDrop } from '#web/ui/file-drop.tsx';
import { useFormat } from '#web/ui/format.tsx';
import { Page } from '#web/ui/page.tsx';
import { Pager } from '#web/ui/pager.tsx';
import { UiProvider } from '#web/ui/provider.tsx';
import { Shell } from '#web/ui/shell.tsx';
import { EmptyState, ErrorState } from '#web/ui/states.tsx';
import { toastUndo } from '#web/ui/toast.tsx';
import { Tools } from '#web/ui/tools.tsx';
import { parseSearch, stringifySearch } from '#web/ui/url-state.ts';
import { Delta, MoneyText, RelativeTime, Unknown } from '#web/ui/values.tsx';
import { WhyPopover } from '#web/ui/why-popover.tsx';
import { WizardSteps } from '#web/ui/wizard.tsx';

const eur = (thousands: number) => ({ minor: thousands * 100_000, currency: 'EUR' as CurrencyCode });
const weeks = Array.from({ length: 13 }, (_, index) => ({
  label: `Week ${index + 1}`,
  value: 3200 + index * 60 + Math.round(Math.sin(index * 1.7) * 220),
}));

function Figures(): ReactNode {
  const format = useFormat();
  const compact = (value: number): string => format.moneyCompact(eur(value));
  return (
    <SimpleGrid cols={{ base: 1, md: 3 }}>
      {[
        { title: 'Sourced pipeline this quarter', value: 4213, target: 5000, change: 310 },
        { title: 'Sourced closed-won last quarter', value: 1180, target: 1000, change: 0 },
        { title: 'Forecast sourced pipeline next quarter', value: 5100, target: 5600, change: -240 },
      ].map((item, index) => (
        <Card key={item.title}>
          <Group justify="space-between" wrap="nowrap" align="flex-start">
            <Title order={2} fz="sm" c="dimmed" fw={500}>
              {item.title}
            </Title>
            <WhyPopover
              figure={item.title}
              definition="New pipeline counted on the day a deal first reaches the entry stage."
              policyVersion="Attribution model 3"
              freshness="Facts up to today, 08:00"
              rowsHref="/o/acme/pipeline"
            />
          </Group>
          <Text fz="1.75rem" fw={640} lh={1.2}>
            <Anchor href="/o/acme/pipeline" c="inherit" inherit>
              <MoneyText value={eur(item.value)} compact />
            </Anchor>
          </Text>
          <Delta
            change={item.change}
            text={format.moneyChange(eur(item.change))}
            since="since Monday"
            exception={item.change < 0}
          />
          <BulletGraph
            label={item.title}
            value={item.value}
            target={item.target}
            ranges={[
              { upTo: item.target * 0.6, label: 'below floor' },
              { upTo: item.target * 0.9, label: 'near plan' },
              { upTo: item.target * 1.2, label: 'on plan' },
            ]}
            interval={index === 2 ? { low: 4300, high: 6000 } : undefined}
            format={compact}
          />
          <Sparkline label={`${item.title}, 13 weeks`} points={weeks} format={compact} />
        </Card>
      ))}
      <Card style={{ gridColumn: '1 / -1' }}>
        <Title order={2}>What moved since last Monday</Title>
        <Waterfall
          label="Pipeline since last Monday"
          format={compact}
          formatChange={(value) => format.moneyChange(eur(value))}
          bars={[
            {
              key: 'start',
              label: 'Start',
              kind: 'total',
              value: 4100,
              href: '/o/acme/pipeline?at=start',
              detail: '61 deals',
            },
            {
              key: 'created',
              label: 'Created',
              kind: 'change',
              value: 420,
              href: '/o/acme/pipeline?moved=created',
              detail: '6 deals',
            },
            {
              key: 'pulled',
              label: 'Pulled in',
              kind: 'change',
              value: 90,
              href: '/o/acme/pipeline?moved=pulled',
            },
            { key: 'up', label: 'Up', kind: 'change', value: 130, href: '/o/acme/pipeline?moved=up' },
            { key: 'down', label: 'Down', kind: 'change', value: -77, href: '/o/acme/pipeline?moved=down' },
            {
              key: 'pushed',
              label: 'Pushed',
              kind: 'change',
              value: -150,
              href: '/o/acme/pipeline?moved=pushed',
            },
            { key: 'lost', label: 'Lost', kind: 'change', value: -180, href: '/o/acme/pipeline?moved=lost' },
            { key: 'won', label: 'Won', kind: 'change', value: -120, href: '/o/acme/pipeline?moved=won' },
            {
              key: 'end',
              label: 'End',
              kind: 'total',
              value: 4213,
              href: '/o/acme/pipeline?at=end',
              detail: '64 deals',
            },
          ]}
        />
      </Card>
      <Card>
        <Title order={2}>Win rate</Title>
        <IntervalDot
          label="Win rate, partner and direct"
          domain={[0, 1]}
          format={(value) => format.share(value)}
          rows={[
            { label: 'Partner', estimate: { value: 0.34, low: 0.24, high: 0.45, n: 74 } },
            { label: 'Direct', estimate: { value: 0.22, low: 0.19, high: 0.25, n: 812 } },
            { label: 'Co-sold', estimate: null, reason: 'n = 7, shown from 20' },
          ]}
        />
      </Card>
      <Card>
        <Title order={2}>Capability by archetype</Title>
        <SmallMultiple
          label="Certified partners"
          format={(value) => format.count(value)}
          items={[
            {
              label: 'Reseller',
              value: 12,
              points: weeks.map((week, index) => ({ label: week.label, value: index })),
            },
            {
              label: 'MSP',
              value: 4,
              points: weeks.map((week, index) => ({ label: week.label, value: index / 3 })),
            },
            { label: 'SI', value: null, points: [], waitsFor: 'the first certification' },
          ]}
        />
      </Card>
      <Card>
        <Title order={2}>Marks</Title>
        <Group gap="xs">
          <Badge color="teal">Sourced</Badge>
          <Badge>Co-sold</Badge>
          <Badge color="amber">Opening balance</Badge>
          <Badge color="red">Disputed</Badge>
        </Group>
        <Text size="sm" mt="xs">
          Unknown <Unknown why="No close date was imported" />, seen{' '}
          <RelativeTime at={Date.now() - 7_400_000} />
        </Text>
      </Card>
    </SimpleGrid>
  );
}

type Deal = {
  id: string;
  name: string;
  account: string;
  stage: string;
  amount: number | null;
  closes: string;
};
const deals: Deal[] = Array.from({ length: 14 }, (_, index) => ({
  id: String(index),
  name: `Deal ${index + 1} for renewal and expansion`,
  account: ['Northwind', 'Contoso', 'Fabrikam'][index % 3] ?? '',
  stage: ['Qualified', 'Proposal', 'Negotiation'][index % 3] ?? '',
  amount: index === 3 ? null : 40 + index * 13,
  closes: `2026-12-${String(index + 10)}`,
}));

function Tables(): ReactNode {
  const format = useFormat();
  const [sort, setSort] = useState<string | undefined>('-amount');
  return (
    <Stack>
      <DataTable
        label="Deals"
        rows={deals}
        rowKey={(deal) => deal.id}
        rowHref={(deal) => `/o/acme/pipeline/${deal.id}`}
        sort={sort}
        onSort={setSort}
        empty={null}
        columns={[
          { key: 'name', header: 'Deal', cell: (deal) => deal.name, sort: 'name', foot: 'Sum' },
          { key: 'account', header: 'Account', cell: (deal) => deal.account },
          { key: 'stage', header: 'Stage', cell: (deal) => deal.stage },
          { key: 'closes', header: 'Closes', cell: (deal) => format.day(deal.closes), wideOnly: true },
          {
            key: 'amount',
            header: 'Amount',
            number: true,
            sort: 'amount',
            cell: (deal) => <MoneyText value={deal.amount === null ? null : eur(deal.amount)} />,
            foot: format.money(eur(1690)),
          },
        ]}
      />
      <Pager shown={14} total={61} nextCursor="abc" />
    </Stack>
  );
}

function States(): ReactNode {
  const [asking, setAsking] = useState(false);
  return (
    <Stack>
      <WizardSteps
        label="Import"
        current="map"
        onBack={() => undefined}
        steps={[
          { key: 'file', label: 'File' },
          { key: 'map', label: 'Columns' },
          { key: 'check', label: 'Check' },
          { key: 'done', label: 'Done' },
        ]}
      />
      <FileDrop
        label="Drop your export here, or choose a file"
        hint="CSV or XLSX, up to 200 MB"
        accept=".csv"
        onFiles={() => undefined}
      />
      <Group>
        <Button>Commit 4,812 rows</Button>
        <Button variant="default">Back</Button>
        <Button variant="light">Preview</Button>
        <Button color="red" variant="light" onClick={() => setAsking(true)}>
          Remove member
        </Button>
        <Button
          variant="default"
          onClick={() => toastUndo('Three deals moved to Proposal.', () => undefined)}
        >
          Show a message
        </Button>
        <Button disabled>Not yet</Button>
      </Group>
      <TextInput
        label="Name"
        description="As people say it"
        placeholder="Acme"
        error="A name is needed."
        maw={320}
      />
      <ErrorState
        onRetry={() => undefined}
        error={
          new ApiProblem({
            type: 'urn:tandem:problem:invalid-input',
            title: 'The input is not valid',
            status: 422,
            detail: 'Two rows need a repair.',
            errors: [
              {
                path: 'row 12, Close Date',
                expected: 'a date',
                found: '31/02/2026',
                repair: 'Correct the day.',
              },
              { path: 'row 40, Amount', expected: 'a number', found: 'TBD', repair: 'Leave it empty.' },
            ],
          })
        }
      />
      <EmptyState
        title="No deals yet"
        action={{ label: 'Import your export', href: '/o/acme/import' }}
        secondary={<Button variant="default">Load the demo company</Button>}
      >
        Deals come from your CRM's export. Drop the file in once; the mapping is remembered.
      </EmptyState>
      <ConfirmDanger
        opened={asking}
        onClose={() => setAsking(false)}
        onConfirm={() => undefined}
        title="Remove Kim from Acme?"
        confirmLabel="Remove Kim"
      >
        Kim loses access at once. Their past acts stay in the audit.
      </ConfirmDanger>
    </Stack>
  );
}

function Gallery(): ReactNode {
  return (
    <Tools
      commands={[{ id: 'go', label: 'Go to the scoreboard', group: 'Go', keys: 'g s', run: () => undefined }]}
    >
      {(openPalette) => (
        <Shell
          place="Acme"
          homeHref="/o/acme"
          links={[
            { label: 'Scoreboard', href: '/' },
            { label: 'Pipeline', href: '/o/acme/pipeline' },
            { label: 'Partners', href: '/o/acme/partners' },
            { label: 'Import', href: '/o/acme/import', group: 'Data' },
            { label: 'Settings', href: '/o/acme/settings', group: 'Data' },
          ]}
          account={null}
          onSearch={openPalette}
        >
          <Page
            title="Scoreboard"
            lead="Partner-sourced pipeline €4.21M, 84 % of plan, up €310K on last Monday; next quarter forecast €5.1M ± 15 %."
            actions={<Button variant="default">As of today</Button>}
          >
            <Figures />
            <Tables />
            <States />
          </Page>
        </Shell>
      )}
    </Tools>
  );
}

const router = createRouter({
  routeTree: createRootRoute({ component: Gallery, notFoundComponent: Gallery }),
  parseSearch,
  stringifySearch,
});
const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <UiProvider locale={{ language: 'en-GB', timeZone: 'UTC' }}>
      <RouterProvider router={router} />
    </UiProvider>,
  );
}
