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
import { useToast } from '../ui/toast.tsx';
import { useWords } from './language.ts';
import { usePortal } from './portal-context.ts';
import { Trouble } from './trouble.tsx';
import type { PortalWords } from './words.ts';

type Deed = TouchAction & keyof PortalWords['credit']['claim']['deeds'];

/** What a partner can tell, in its own words, and what the page calls it. */
const deeds: readonly { action: Deed; role: PartnerRole | null }[] = [
  { action: 'introduction', role: null },
  { action: 'joint_meeting', role: 'joint_seller' },
  { action: 'stakeholder_access', role: 'introducer' },
  { action: 'solution_architecture', role: 'validator' },
  { action: 'objection_handled', role: 'objection_remover' },
  { action: 'deployment_help', role: 'implementer' },
];

/** A partner tells what it did on a deal. It counts once somebody of the company has confirmed it. */
export function ClaimDialog(props: { opportunityId: string; onClose: () => void }): ReactNode {
  const { slug, people, organization } = usePortal();
  const queries = useQueryClient();
  const words = useWords();
  const toast = useToast();
  const texts = words.credit.claim;
  const today = new Intl.DateTimeFormat('sv-SE', {
    timeZone: organization.timeZone,
    dateStyle: 'short',
  }).format();
  const [deed, setDeed] = useState<string>('joint_meeting');
  const [personId, setPersonId] = useState<string | null>(people[0]?.partnerPersonId ?? null);
  const [owner, setOwner] = useState('');
  const [on, setOn] = useState(today);
  const [outcome, setOutcome] = useState('');
  const [links, setLinks] = useState('');
  const chosen = deeds.find(({ action }) => action === deed);
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
      toast.done(texts.done(organization.name));
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
    <Dialog opened onClose={props.onClose} title={texts.title}>
      <form onSubmit={onSubmit}>
        <Stack gap="md">
          {problem === null ? null : <Trouble error={claim.error} />}
          <Select
            label={texts.what}
            data={deeds.map(({ action }) => ({ value: action, label: texts.deeds[action] }))}
            value={deed}
            onChange={(value) => value !== null && setDeed(value)}
            allowDeselect={false}
          />
          <Select
            label={texts.who}
            description={people.length === 0 ? texts.nobody : undefined}
            data={people.map((one) => ({ value: one.partnerPersonId, label: one.name }))}
            value={personId}
            onChange={setPersonId}
            error={fieldError(problem, 'partnerPersonId')}
            required
          />
          {needsOwner ? (
            <TextInput
              label={texts.withWhom(organization.name)}
              value={owner}
              onChange={(event) => setOwner(event.currentTarget.value)}
              error={fieldError(problem, 'internalOwner')}
              maxLength={200}
              required
            />
          ) : null}
          <TextInput
            type="date"
            label={texts.when}
            value={on}
            max={today}
            onChange={(event) => setOn(event.currentTarget.value)}
            error={fieldError(problem, 'occurredAt')}
            required
          />
          <Textarea
            label={texts.outcome}
            description={texts.outcomeSays}
            value={outcome}
            onChange={(event) => setOutcome(event.currentTarget.value)}
            maxLength={2000}
            autosize
          />
          <Textarea
            label={texts.proof}
            description={texts.proofSays}
            value={links}
            onChange={(event) => setLinks(event.currentTarget.value)}
            error={fieldError(problem, 'evidence')}
            autosize
            minRows={2}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={props.onClose}>
              {words.ui.cancel}
            </Button>
            <Button
              type="submit"
              loading={claim.isPending}
              disabled={personId === null || (needsOwner && owner.trim() === '')}
            >
              {texts.act}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
