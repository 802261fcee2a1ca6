import { Button, Group, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { TouchAction } from '#core/attribution/facts.ts';
import type { PartnerRole } from '#core/attribution/policy.ts';
import { api } from '../api.ts';
import { take } from '../api-client.ts';
import { evidenceLines } from '../evidence-lines.ts';
import { fieldError, problemOf } from '../problem.ts';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorState } from '../ui/states.tsx';
import { toastDone } from '../ui/toast.tsx';
import { usePortal } from './portal-context.ts';

/** What a partner can tell, in its own words, and what the page calls it. */
const deeds: readonly { value: string; label: string; role: PartnerRole | null; action: TouchAction }[] = [
  { value: 'introduction', label: 'I introduced you to them', role: null, action: 'introduction' },
  { value: 'joint_meeting', label: 'We met them together', role: 'joint_seller', action: 'joint_meeting' },
  {
    value: 'stakeholder_access',
    label: 'I brought in somebody new',
    role: 'introducer',
    action: 'stakeholder_access',
  },
  {
    value: 'solution_architecture',
    label: 'I settled a technical question',
    role: 'validator',
    action: 'solution_architecture',
  },
  {
    value: 'objection_handled',
    label: 'I took an objection out of the way',
    role: 'objection_remover',
    action: 'objection_handled',
  },
  { value: 'deployment_help', label: 'I helped to deploy', role: 'implementer', action: 'deployment_help' },
];

/** A partner tells what it did on a deal. It counts once somebody of the company has confirmed it. */
export function ClaimDialog(props: { opportunityId: string; onClose: () => void }): ReactNode {
  const { slug, people, organization } = usePortal();
  const queries = useQueryClient();
  const today = new Intl.DateTimeFormat('sv-SE', {
    timeZone: organization.timeZone,
    dateStyle: 'short',
  }).format();
  const [deed, setDeed] = useState('joint_meeting');
  const [personId, setPersonId] = useState<string | null>(people[0]?.partnerPersonId ?? null);
  const [owner, setOwner] = useState('');
  const [on, setOn] = useState(today);
  const [outcome, setOutcome] = useState('');
  const [links, setLinks] = useState('');
  const chosen = deeds.find(({ value }) => value === deed);
  const claim = useMutation({
    mutationFn: async (partnerPersonId: string) => {
      // Noon of the day as the browser knows it; of today, this very moment.
      const occurredAt = on === today ? Date.now() - 60_000 : Date.parse(`${on}T12:00:00`);
      const evidence = evidenceLines(links);
      const shared = { opportunityId: props.opportunityId, partnerPersonId, evidence, occurredAt };
      const params = { path: { org: slug } };
      const said = outcome.trim() === '' ? null : outcome.trim();
      if (chosen === undefined || chosen.role === null) {
        return take(
          api.POST('/api/v1/o/{org}/portal/introductions', { params, body: { ...shared, note: said } }),
        );
      }
      const { role, action } = chosen;
      return take(
        api.POST('/api/v1/o/{org}/portal/touches', {
          params,
          body: { ...shared, role, action, outcome: said, internalOwner: owner.trim() },
        }),
      );
    },
    onSuccess: async () => {
      toastDone(`${organization.name} is told. It counts once they have confirmed it.`);
      await queries.invalidateQueries({ queryKey: ['portal', slug] });
      props.onClose();
    },
  });
  const problem = claim.error === null ? null : problemOf(claim.error);
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (personId !== null) claim.mutate(personId);
  };
  const needsOwner = chosen?.role !== null;
  return (
    <Dialog opened onClose={props.onClose} title="Tell what you did">
      <form onSubmit={onSubmit}>
        <Stack gap="md">
          {problem === null ? null : <ErrorState error={claim.error} />}
          <Select
            label="What"
            data={deeds.map(({ value, label }) => ({ value, label }))}
            value={deed}
            onChange={(value) => value !== null && setDeed(value)}
            allowDeselect={false}
          />
          <Select
            label="Who of you"
            description={
              people.length === 0
                ? 'Nobody of you is known by name yet. Ask your partner manager.'
                : undefined
            }
            data={people.map((one) => ({ value: one.partnerPersonId, label: one.name }))}
            value={personId}
            onChange={setPersonId}
            error={fieldError(problem, 'partnerPersonId')}
            required
          />
          {needsOwner ? (
            <TextInput
              label={`With whom at ${organization.name}`}
              value={owner}
              onChange={(event) => setOwner(event.currentTarget.value)}
              error={fieldError(problem, 'internalOwner')}
              maxLength={200}
              required
            />
          ) : null}
          <TextInput
            type="date"
            label="When"
            value={on}
            max={today}
            onChange={(event) => setOn(event.currentTarget.value)}
            error={fieldError(problem, 'occurredAt')}
            required
          />
          <Textarea
            label="What came of it"
            description="One line. Without it, it does not count."
            value={outcome}
            onChange={(event) => setOutcome(event.currentTarget.value)}
            maxLength={2000}
            autosize
          />
          <Textarea
            label="What proves it"
            description="Links, one per line: a mail, a calendar entry, a document."
            value={links}
            onChange={(event) => setLinks(event.currentTarget.value)}
            error={fieldError(problem, 'evidence')}
            autosize
            minRows={2}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={props.onClose}>
              Cancel
            </Button>
            <Button
              type="submit"
              loading={claim.isPending}
              disabled={personId === null || (needsOwner && owner.trim() === '')}
            >
              Tell them
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
