import { Button, Checkbox, Group, Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { type TouchAction, touchActions } from '#core/attribution/facts.ts';
import { defaultRoleTable, type PartnerRole, partnerRoles } from '#core/attribution/policy.ts';
import { api } from '../../api.ts';
import { take } from '../../api-client.ts';
import { evidenceLines } from '../../evidence-lines.ts';
import { fieldError, problemOf } from '../../problem.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { toastDone } from '../../ui/toast.tsx';
import { useDesk } from '../desk-context.ts';
import { ActFields, newAct } from './act-fields.tsx';
import type { Opportunity } from './opportunity-data.ts';
import { instantOn, plainWords } from './opportunity-words.ts';
import { useReadAgain } from './read-again.ts';

/** The stages of a deal as the attribution page counts them. */
const stageOrders = [
  'Before the opportunity',
  'Accepted',
  'Discovery',
  'Validation',
  'Proposal',
  'Contract',
] as const;

/** The stage is taken from the history of the deal, unless one knows better. */
const asHistory = 'history';

/** Records what a partner person did on this deal; it counts once somebody has confirmed it by name. */
export function RecordTouch(props: { deal: Opportunity; onClose: () => void }): ReactNode {
  const { deal } = props;
  const { slug, timeZone, me } = useDesk();
  const readAgain = useReadAgain();
  const [act, setAct] = useState(() => newAct(deal, timeZone));
  const [fields, setFields] = useState({
    role: 'joint_seller' as PartnerRole,
    action: 'joint_meeting' as TouchAction,
    stageOrder: asHistory as string,
    internalOwner: deal.owner ?? me.name,
    outcome: '',
    confirm: true,
  });
  const change = (part: Partial<typeof fields>): void => setFields((before) => ({ ...before, ...part }));
  const record = useMutation({
    mutationFn: async (who: { partnerId: string; partnerPersonId: string }) => {
      return take(
        api.POST('/api/v1/o/{org}/touches', {
          params: { path: { org: slug } },
          body: {
            ...who,
            opportunityId: deal.opportunityId,
            internalOwner: fields.internalOwner.trim(),
            role: fields.role,
            action: fields.action,
            stageOrder: fields.stageOrder === asHistory ? null : Number(fields.stageOrder),
            outcome: fields.outcome.trim() === '' ? null : fields.outcome.trim(),
            evidence: evidenceLines(act.evidence),
            occurredAt: instantOn(act.occurredOn, timeZone, Date.now()),
            confirmed: fields.confirm,
          },
        }),
      );
    },
    onSuccess: ({ remarks }) => {
      toastDone(
        [
          fields.confirm
            ? 'The touch is recorded and confirmed in your name.'
            : 'The touch is recorded. It counts once it is confirmed.',
          ...remarks.map(({ sentence }) => sentence),
        ].join(' '),
      );
      props.onClose();
    },
    onSettled: readAgain,
  });
  const problem = record.error === null ? null : problemOf(record.error);
  const { partnerId, partnerPersonId } = act;
  const ready = partnerId !== null && partnerPersonId !== null && act.occurredOn !== '';
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (partnerId !== null && partnerPersonId !== null) record.mutate({ partnerId, partnerPersonId });
  };
  return (
    <Dialog opened onClose={props.onClose} title="Record a touch" size="lg">
      <form onSubmit={onSubmit}>
        <Stack gap="md">
          {problem === null ? null : <ErrorState error={record.error} />}
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
            <Select
              label="What they did"
              data={touchActions.map((value) => ({ value, label: plainWords(value) }))}
              value={fields.action}
              onChange={(value) => value !== null && change({ action: value })}
              allowDeselect={false}
            />
            <Select
              label="In which role"
              data={partnerRoles.map((value) => ({ value, label: defaultRoleTable[value].label }))}
              value={fields.role}
              onChange={(value) => value !== null && change({ role: value })}
              allowDeselect={false}
            />
            <Select
              label="Stage of the deal then"
              data={[
                { value: asHistory, label: 'As the history says' },
                ...stageOrders.map((label, order) => ({ value: String(order), label: `S${order} ${label}` })),
              ]}
              value={fields.stageOrder}
              onChange={(value) => value !== null && change({ stageOrder: value })}
              allowDeselect={false}
            />
            <TextInput
              label="Our person on it"
              value={fields.internalOwner}
              onChange={(event) => change({ internalOwner: event.currentTarget.value })}
              error={fieldError(problem, 'internalOwner')}
              maxLength={200}
              required
            />
          </SimpleGrid>
          <ActFields
            act={act}
            onChange={(part) => setAct((before) => ({ ...before, ...part }))}
            problem={problem}
            personRequired
          />
          <Textarea
            label="What came of it"
            description="One line. A touch without an outcome does not count."
            value={fields.outcome}
            onChange={(event) => change({ outcome: event.currentTarget.value })}
            error={fieldError(problem, 'outcome')}
            maxLength={2000}
            autosize
            minRows={1}
          />
          <Checkbox
            label={`I confirm it, as ${me.name}`}
            description="A touch counts once a named person has confirmed it."
            checked={fields.confirm}
            onChange={(event) => change({ confirm: event.currentTarget.checked })}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={props.onClose}>
              Cancel
            </Button>
            <Button
              type="submit"
              loading={record.isPending}
              disabled={!ready || fields.internalOwner.trim() === ''}
            >
              Record it
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
