import { Button, Group, MultiSelect, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useMemo, useState } from 'react';
import { countries } from '#core/registration/countries.ts';
import { api } from '../../api.ts';
import { take } from '../../api-client.ts';
import { fieldError, problemOf } from '../../problem.ts';
import { Card } from '../../ui/card.tsx';
import { ConfirmDanger } from '../../ui/confirm-danger.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useFormat } from '../../ui/format.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { toastDone, toastProblem } from '../../ui/toast.tsx';
import { useDesk, useMay } from '../desk-context.ts';
import classes from './partner.module.css';
import type { Partner } from './partner-data.ts';

type Change = { isSuspended?: boolean; countries?: string[] | null; certifiedOn?: string | null };

function useChangeStanding(partnerId: string) {
  const { slug } = useDesk();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Change) =>
      take(
        api.PATCH('/api/v1/o/{org}/partners/{partnerId}/standing', {
          params: { path: { org: slug, partnerId } },
          body,
        }),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: ['partner', slug] }),
  });
}

/** DR-1: whether the partner may register, for which countries, and since when it is certified. */
export function PartnerStanding(props: { partner: Partner }): ReactNode {
  const { partnerId, name, suspendedAt, countries: own, certifiedOn } = props.partner;
  const format = useFormat();
  const mayChange = useMay('partner.change');
  const [asked, setAsked] = useState<'suspend' | 'territory' | null>(null);
  const change = useChangeStanding(partnerId);
  const isSuspended = suspendedAt !== null;
  const regions = new Intl.DisplayNames(format.language, { type: 'region' });
  return (
    <Card>
      <Title order={2}>Registering deals</Title>
      <dl className={classes.facts}>
        <dt>Standing</dt>
        <dd>{isSuspended ? `Suspended since ${format.instant(suspendedAt)}` : 'May register'}</dd>
        <dt>Territory</dt>
        <dd>{own === null ? 'Everywhere' : own.map((code) => regions.of(code) ?? code).join(', ')}</dd>
        <dt>Certified</dt>
        <dd>{certifiedOn === null ? 'Vouched for by its signature' : format.day(certifiedOn)}</dd>
      </dl>
      {isSuspended ? (
        <Text size="sm" c="dimmed" mt="xs">
          Nothing new is taken in. What it registered before is honoured.
        </Text>
      ) : null}
      {mayChange ? (
        <Group gap="xs" mt="sm">
          <Button variant="default" size="xs" onClick={() => setAsked('territory')}>
            Change territory
          </Button>
          {isSuspended ? (
            <Button
              variant="default"
              size="xs"
              loading={change.isPending}
              onClick={() =>
                change.mutate(
                  { isSuspended: false },
                  { onSuccess: () => toastDone(`${name} may register again.`), onError: toastProblem },
                )
              }
            >
              Let it register again
            </Button>
          ) : (
            <Button variant="default" size="xs" onClick={() => setAsked('suspend')}>
              Suspend
            </Button>
          )}
        </Group>
      ) : null}
      <ConfirmDanger
        opened={asked === 'suspend'}
        onClose={() => setAsked(null)}
        onConfirm={() =>
          change
            .mutateAsync({ isSuspended: true })
            .then(() => toastDone(`${name} is suspended.`), toastProblem)
        }
        title={`Suspend ${name}`}
        confirmLabel="Suspend it"
      >
        It registers no new deals; its drafts are kept. What waits is decided, and what is protected stays
        protected. You can let it register again at any time.
      </ConfirmDanger>
      {asked === 'territory' ? <Territory partner={props.partner} onClose={() => setAsked(null)} /> : null}
    </Card>
  );
}

function Territory(props: { partner: Partner; onClose: () => void }): ReactNode {
  const { partner, onClose } = props;
  const format = useFormat();
  const [chosen, setChosen] = useState(partner.countries ?? []);
  const [certifiedOn, setCertifiedOn] = useState(partner.certifiedOn ?? '');
  const change = useChangeStanding(partner.partnerId);
  const problem = change.error === null ? null : problemOf(change.error);
  const data = useMemo(() => {
    const names = new Intl.DisplayNames(format.language, { type: 'region' });
    return [...countries]
      .map((code) => ({ value: code, label: names.of(code) ?? code }))
      .toSorted((a, b) => a.label.localeCompare(b.label));
  }, [format.language]);
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    change.mutate(
      {
        countries: chosen.length === 0 ? null : chosen,
        certifiedOn: certifiedOn === '' ? null : certifiedOn,
      },
      {
        onSuccess: () => {
          toastDone('Saved.');
          onClose();
        },
      },
    );
  };
  return (
    <Dialog opened onClose={onClose} title={`Territory of ${partner.name}`}>
      <form onSubmit={onSubmit}>
        <Stack gap="md">
          {change.error === null ? null : <ErrorState error={change.error} />}
          <MultiSelect
            label="Countries of its agreement"
            description="None: everywhere. An account outside them is shown to the person who decides."
            data={data}
            value={chosen}
            onChange={setChosen}
            error={fieldError(problem, 'countries')}
            searchable
            clearable
            data-autofocus
          />
          <TextInput
            label="Certified on"
            description="Empty: whoever signed the partner vouches for it."
            type="date"
            value={certifiedOn}
            onChange={(event) => setCertifiedOn(event.currentTarget.value)}
            error={fieldError(problem, 'certifiedOn')}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={change.isPending}>
              Save
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
