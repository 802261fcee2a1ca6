import { Badge, Button, Group, Select, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { CreditClass } from '#core/attribution/credit-class.ts';
import { api } from '../../api.ts';
import { take } from '../../api-client.ts';
import { classChoices } from '../../dispute/case-words.ts';
import { paths } from '../../paths.ts';
import { useFormat } from '../../ui/format.tsx';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';
import { toastDone } from '../../ui/toast.tsx';
import { useDesk, useMay } from '../desk-context.ts';
import { PartnerSelect } from '../partner/partner-select.tsx';
import classes from './opportunity.module.css';
import type { Credit } from './opportunity-data.ts';
import { useReadAgain } from './read-again.ts';

/** The cases about this credit, each with the way to it. One may be open at a time. */
export function Disputes(props: { credit: Credit }): ReactNode {
  const { disputes, opportunity, disputableUntil, isDisputable } = props.credit;
  const { slug } = useDesk();
  const format = useFormat();
  const mayOpen = useMay('dispute.open');
  const [isOpening, setOpening] = useState(false);
  const isDisputed = disputes.some(({ closedAt }) => closedAt === null);
  if (disputes.length === 0 && !mayOpen) return null;
  return (
    <section aria-label="Disputes">
      <Group justify="space-between">
        <Title order={3}>Disputes</Title>
        {isDisputed || !mayOpen || !isDisputable ? null : (
          <Button size="compact-sm" variant="default" onClick={() => setOpening(true)}>
            Dispute this credit
          </Button>
        )}
      </Group>
      {isDisputed || disputableUntil === null ? null : (
        <Text size="sm" c="dimmed">
          {isDisputable
            ? `It can be disputed until ${format.day(disputableUntil)}.`
            : `The time to dispute it was over on ${format.day(disputableUntil)}.`}
        </Text>
      )}
      {disputes.length === 0 ? (
        <Text size="sm" c="dimmed">
          Nobody disputes this credit.
        </Text>
      ) : (
        <ul className={classes.evidence}>
          {disputes.map((dispute) => (
            <li key={dispute.id}>
              <p>
                {dispute.closedAt === null ? <Badge color="amber">open</Badge> : <Badge>closed</Badge>}{' '}
                <a href={paths.dispute(slug, String(dispute.number))}>Dispute {dispute.number}</a>:{' '}
                {dispute.claim}
              </p>
              {dispute.outcome === null ? null : <p>Outcome: {dispute.outcome}</p>}
              <p className={classes.small}>
                opened {format.instant(dispute.openedAt)}
                {dispute.closedAt === null ? '' : `, closed ${format.instant(dispute.closedAt)}`}
              </p>
            </li>
          ))}
        </ul>
      )}
      {isOpening ? <OpenDialog opportunityId={opportunity.id} onClose={() => setOpening(false)} /> : null}
    </section>
  );
}

function OpenDialog(props: { opportunityId: string; onClose: () => void }): ReactNode {
  const { slug } = useDesk();
  const readAgain = useReadAgain();
  const [claimedClass, setClaimedClass] = useState<CreditClass>('none');
  const [partnerId, setPartnerId] = useState<string | null>(null);
  const open = useMutation({
    mutationFn: (claim: string) =>
      take(
        api.POST('/api/v1/o/{org}/disputes', {
          params: { path: { org: slug } },
          body: {
            opportunityId: props.opportunityId,
            claim,
            claimedClass,
            partnerId: claimedClass === 'none' ? null : partnerId,
            links: [],
          },
        }),
      ),
    onSuccess: ({ number }) => {
      toastDone(`Dispute ${number} is open.`);
      props.onClose();
    },
    onSettled: readAgain,
  });
  return (
    <ReasonDialog
      title="Dispute this credit"
      says="The credit stands until a panel has ruled; its commission waits. Both sides can read what you write."
      label="What is claimed, and why"
      act="Open the dispute"
      maxLength={4000}
      ready={claimedClass === 'none' || partnerId !== null}
      error={open.error}
      isPending={open.isPending}
      onSubmit={(claim) => open.mutate(claim)}
      onClose={props.onClose}
    >
      <Select
        label="It should be"
        data={[...classChoices]}
        value={claimedClass}
        onChange={(value) => value !== null && setClaimedClass(value as CreditClass)}
        allowDeselect={false}
      />
      {claimedClass === 'none' ? null : (
        <PartnerSelect label="Partner" value={partnerId} onChange={setPartnerId} error={null} required />
      )}
    </ReasonDialog>
  );
}
