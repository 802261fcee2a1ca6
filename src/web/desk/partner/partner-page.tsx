import { Button, Group, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { paths } from '../../paths.ts';
import { Card } from '../../ui/card.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { useFormat } from '../../ui/format.tsx';
import { Page } from '../../ui/page.tsx';
import { ErrorState, Loading } from '../../ui/states.tsx';
import { MoneyText, Unknown } from '../../ui/values.tsx';
import { useDesk, useMay } from '../desk-context.ts';
import { SlackChannel } from '../notice/slack-channel.tsx';
import { CreditBadge } from '../opportunity/credit-badge.tsx';
import { countQuery, opportunitiesQuery } from '../opportunity/opportunity-data.ts';
import { countText, moneyOf, stageText } from '../opportunity/opportunity-words.ts';
import { EditPartner } from './edit-partner.tsx';
import classes from './partner.module.css';
import { archetypeLabel, journeyStageLabel, type Partner, partnerQuery } from './partner-data.ts';
import { PartnerLink } from './partner-link.tsx';
import { PartnerPeople } from './partner-people.tsx';
import { PartnerPortal } from './partner-portal.tsx';
import { PartnerRegistrations } from './partner-registrations.tsx';
import { PartnerStanding } from './partner-standing.tsx';

const dealsShown = 20;

/** One partner: what is known of it, its people, and the deals that it has a part in. */
export function PartnerPage(): ReactNode {
  const { slug } = useDesk();
  const { partner: id = '' } = useParams({ strict: false }) as { partner?: string };
  const partner = useQuery(partnerQuery(slug, id));
  const mayChange = useMay('partner.change');
  const mayRecord = useMay('registration.record');
  const [editing, setEditing] = useState(false);
  const up = { label: 'Partners', href: paths.partners(slug) };
  if (partner.error !== null) {
    return (
      <Page title="This partner cannot be shown" up={up} width="narrow">
        <ErrorState error={partner.error} onRetry={() => void partner.refetch()} />
      </Page>
    );
  }
  if (partner.data === undefined) return <Loading rows={8} label="Loading the partner" />;
  return (
    <Page
      title={partner.data.name}
      up={up}
      lead={`#${partner.data.number} · ${archetypeLabel(partner.data.archetype)}`}
      actions={
        mayChange ? (
          <Button variant="default" onClick={() => setEditing(true)}>
            Change
          </Button>
        ) : null
      }
    >
      <div className={classes.columns}>
        <div className={classes.main}>
          <PartnerRegistrations partner={partner.data} />
          <PartnerDeals partner={partner.data} />
        </div>
        <aside className={classes.aside} aria-label="About the partner">
          <PartnerFacts partner={partner.data} />
          <PartnerStanding partner={partner.data} />
          {mayRecord ? <PartnerLink partner={partner.data} /> : null}
          <PartnerPortal partner={partner.data} />
          <PartnerPeople partner={partner.data} />
          {mayChange ? <SlackChannel partnerId={partner.data.partnerId} /> : null}
        </aside>
      </div>
      {editing ? <EditPartner partner={partner.data} onClose={() => setEditing(false)} /> : null}
    </Page>
  );
}

function PartnerFacts(props: { partner: Partner }): ReactNode {
  const { domain, country, archetype, signedOn, openingStage } = props.partner;
  const format = useFormat();
  return (
    <Card>
      <Title order={2}>Facts</Title>
      <dl className={classes.facts}>
        <dt>Archetype</dt>
        <dd>{archetype === null ? <Unknown /> : archetypeLabel(archetype)}</dd>
        <dt>Signed</dt>
        <dd>{signedOn === null ? <Unknown why="No date of signature" /> : format.day(signedOn)}</dd>
        {openingStage === null ? null : (
          <>
            <dt>Stage on arrival</dt>
            <dd>{journeyStageLabel(openingStage)}</dd>
          </>
        )}
        <dt>Web address</dt>
        <dd>{domain ?? <Unknown />}</dd>
        <dt>Country</dt>
        <dd>{country ?? <Unknown />}</dd>
      </dl>
      {signedOn === null ? (
        <Text size="sm" c="dimmed" mt="xs">
          Without a date of signature this partner does not start the program’s clock.
        </Text>
      ) : null}
    </Card>
  );
}

function PartnerDeals(props: { partner: Partner }): ReactNode {
  const { slug } = useDesk();
  const format = useFormat();
  const filter = { partnerId: props.partner.partnerId };
  const list = useQuery(opportunitiesQuery(slug, { filter, sort: '-created', cursor: undefined }));
  const count = useQuery(countQuery(slug, filter));
  const rows = list.data?.items.slice(0, dealsShown);
  return (
    <>
      <Group justify="space-between" align="baseline">
        <Title order={2}>
          Deals{' '}
          <Text span c="dimmed" fw={400} size="sm">
            {count.data === undefined ? '' : countText(count.data, format.count)}
          </Text>
        </Title>
        <a href={paths.pipeline(slug, filter)}>All in the pipeline</a>
      </Group>
      <DataTable
        label={`Deals of ${props.partner.name}`}
        rows={rows}
        error={list.error}
        onRetry={() => void list.refetch()}
        rowKey={(row) => row.opportunityId}
        rowHref={(row) => paths.opportunity(slug, row.opportunityId)}
        columns={[
          { key: 'name', header: 'Deal', cell: (row) => row.name },
          {
            key: 'stage',
            header: 'Stage',
            short: true,
            wideOnly: true,
            cell: (row) => stageText(row.stage, row.outcome),
          },
          {
            key: 'amount',
            header: 'Amount',
            number: true,
            cell: (row) => <MoneyText value={moneyOf(row.amountMinor, row.currency)} />,
          },
          {
            key: 'credit',
            header: 'Credit',
            short: true,
            wideOnly: true,
            cell: (row) => (
              <CreditBadge
                credit={{ ...row.credit, partner: null }}
                claim={row.claim === null ? null : { ...row.claim, partner: null }}
              />
            ),
          },
          {
            key: 'created',
            header: 'Created',
            short: true,
            wideOnly: true,
            cell: (row) => (row.createdOn === null ? <Unknown /> : format.day(row.createdOn)),
          },
        ]}
        empty={
          <Text size="sm" c="dimmed">
            No deal names this partner yet. Record an introduction or a touch on a deal, or import partner
            roles.
          </Text>
        }
      />
    </>
  );
}
