import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import {
  type CrmField,
  type CrmFieldNames,
  crmFieldFacts,
  crmFields,
  crmSystemNames,
  defaultCrmNames,
} from '#core/attribution/crm-fields.ts';
import { crmNameFaults } from '#core/attribution/crm-names.ts';
import { api } from '../../api.ts';
import { take } from '../../api-client.ts';
import { Card } from '../../ui/card.tsx';
import { useFormat } from '../../ui/format.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { toastDone } from '../../ui/toast.tsx';
import { useDesk } from '../desk-context.ts';
import classes from './crm.module.css';
import type { CrmMap } from './crm-data.ts';

/** The names of the fields of one CRM. What is left empty is not carried. */
export function MapForm(props: { map: CrmMap }): ReactNode {
  const { map } = props;
  const { system } = map;
  const { slug } = useDesk();
  const queries = useQueryClient();
  const format = useFormat();
  const [source, setSource] = useState(map.source);
  const [names, setNames] = useState<CrmFieldNames>(map.names);
  const faults = new Map(crmNameFaults(system, names).map((fault) => [fault.field, fault]));
  const isProposed = crmFields.every((field) => names[field] === defaultCrmNames[system][field]);
  const save = useMutation({
    mutationFn: () =>
      take(
        api.PUT('/api/v1/o/{org}/crm/fields', {
          params: { path: { org: slug } },
          body: { system, source: source.trim(), names },
        }),
      ),
    onSuccess: async () => {
      toastDone('Saved.');
      await queries.invalidateQueries({ queryKey: ['crm', slug] });
    },
  });
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    save.mutate();
  };
  const change = (field: CrmField, text: string): void =>
    setNames({ ...names, [field]: text.trim() === '' ? null : text.trim() });
  return (
    <Card>
      <form onSubmit={onSubmit}>
        <Stack gap="md">
          <div>
            <Title order={2}>Fields of the {system === 'salesforce' ? 'opportunity' : 'deal'}</Title>
            <Text size="sm" c="dimmed">
              {map.setAt === null
                ? 'Nobody has changed these names; they are the proposed ones.'
                : `Last saved ${format.instant(map.setAt)} by ${map.setBy ?? 'somebody'}.`}
            </Text>
          </div>
          {save.error === null ? null : <ErrorState error={save.error} />}
          <TextInput
            label="Source of the deals"
            description={`Deals that were imported under this name are those of ${crmSystemNames[system]}.`}
            value={source}
            onChange={(event) => setSource(event.currentTarget.value)}
            maxLength={100}
            required
          />
          <div className={classes.fields}>
            {crmFields.map((field) => {
              const { label, says } = crmFieldFacts[field];
              const fault = faults.get(field);
              return (
                <div key={field} className={classes.field}>
                  <div>
                    <Text fw={600} component="label" htmlFor={`crm-${field}`}>
                      {label}
                    </Text>
                    <Text size="sm" c="dimmed" id={`crm-${field}-says`}>
                      {says}
                    </Text>
                  </div>
                  <TextInput
                    id={`crm-${field}`}
                    aria-describedby={`crm-${field}-says`}
                    value={names[field] ?? ''}
                    placeholder="Not carried"
                    onChange={(event) => change(field, event.currentTarget.value)}
                    error={fault === undefined ? null : `Expected ${fault.expected}. ${fault.repair}`}
                    autoCapitalize="none"
                    autoCorrect="off"
                    spellCheck={false}
                  />
                </div>
              );
            })}
          </div>
          <Group justify="space-between">
            <Button variant="subtle" disabled={isProposed} onClick={() => setNames(defaultCrmNames[system])}>
              Take the proposed names
            </Button>
            <Button type="submit" loading={save.isPending} disabled={faults.size > 0 || source.trim() === ''}>
              Save
            </Button>
          </Group>
        </Stack>
      </form>
    </Card>
  );
}
