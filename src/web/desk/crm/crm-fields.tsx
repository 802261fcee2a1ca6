import { Alert, Button, SegmentedControl, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { type CrmSystem, crmSystemNames, crmSystems } from '#core/attribution/crm-fields.ts';
import { paths } from '../../paths.ts';
import { Page } from '../../ui/page.tsx';
import { ErrorState, Loading } from '../../ui/states.tsx';
import { useUrlState } from '../../ui/url-state.ts';
import { useDesk } from '../desk-context.ts';
import { crmMapsQuery } from './crm-data.ts';
import { CrmFilesCard } from './crm-files-card.tsx';
import { MapForm } from './map-form.tsx';

/** Settings: which field of the CRM carries what of the credit, and the files that bring it there. */
export function CrmFields(): ReactNode {
  const { slug } = useDesk();
  const url = useUrlState();
  const system: CrmSystem = crmSystems.find((one) => one === url.get('system')) ?? 'salesforce';
  const maps = useQuery(crmMapsQuery(slug));
  const map = maps.data?.items.find((one) => one.system === system);
  return (
    <Page
      title="CRM fields"
      width="narrow"
      lead="Tandem decides who gets the credit of a deal; your CRM carries it, so that everybody reads it on the opportunity. Say here which field carries what, then take the files over."
      actions={
        <Button component="a" href={paths.crmChecks(slug)} variant="default">
          Check the CRM
        </Button>
      }
    >
      <SegmentedControl
        aria-label="The CRM"
        value={system}
        onChange={(value) => url.set({ system: value }, true)}
        data={crmSystems.map((one) => ({ value: one, label: crmSystemNames[one] }))}
      />
      {maps.error === null ? null : <ErrorState error={maps.error} onRetry={() => void maps.refetch()} />}
      {maps.isPending ? <Loading rows={8} label="Loading the fields" /> : null}
      {map === undefined ? null : (
        <>
          <MapForm key={`${system} ${map.setAt ?? 0}`} map={map} />
          <CrmFilesCard system={system} source={map.source} />
        </>
      )}
      <Alert variant="light" color="gray" title="Nothing is sent from here">
        <Text size="sm">
          Tandem writes files, and a person loads them. What arrived is proven by the next export of your CRM,
          not by a promise.
        </Text>
      </Alert>
    </Page>
  );
}
