import { Select, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { fieldError, type Problem } from '../../problem.ts';
import { todayIn, useDesk } from '../desk-context.ts';
import { partnerQuery } from '../partner/partner-data.ts';
import { PartnerSelect } from '../partner/partner-select.tsx';
import type { Opportunity } from './opportunity-data.ts';

/** What every act of a partner person has: who, when, and what proves it. */
export type Act = {
  readonly partnerId: string | null;
  readonly partnerPersonId: string | null;
  /** YYYY-MM-DD */
  readonly occurredOn: string;
  /** Links, one per line. */
  readonly evidence: string;
};

/** A new act on a deal: the partner it is credited or claimed to, today. */
export function newAct(deal: Opportunity, timeZone: string): Act {
  return {
    partnerId: deal.credit.partner?.partnerId ?? deal.claim?.partner?.partnerId ?? null,
    partnerPersonId: null,
    occurredOn: todayIn(timeZone),
    evidence: '',
  };
}

/** The fields of an act. The person is asked for once the partner is chosen. */
export function ActFields(props: {
  act: Act;
  onChange: (change: Partial<Act>) => void;
  problem: Problem | null;
  personRequired: boolean;
}): ReactNode {
  const { act, problem, onChange } = props;
  const { slug, timeZone } = useDesk();
  const partner = useQuery({ ...partnerQuery(slug, act.partnerId ?? ''), enabled: act.partnerId !== null });
  // Who had left by then cannot have done it; what they did before stays theirs to name.
  const people = (partner.data?.people ?? []).filter(
    ({ leftOn }) => leftOn === null || act.occurredOn <= leftOn,
  );
  return (
    <>
      <PartnerSelect
        label="Partner"
        value={act.partnerId}
        onChange={(partnerId) => onChange({ partnerId, partnerPersonId: null })}
        error={fieldError(problem, 'partnerId')}
        required
      />
      <Select
        label="Person at the partner"
        description={
          act.partnerId !== null && partner.data !== undefined && people.length === 0
            ? 'Nobody at this partner is known by name. Add the person on the partner’s page first.'
            : undefined
        }
        data={people.map(({ partnerPersonId, name }) => ({ value: partnerPersonId, label: name }))}
        value={act.partnerPersonId}
        onChange={(partnerPersonId) => onChange({ partnerPersonId })}
        error={fieldError(problem, 'partnerPersonId')}
        disabled={act.partnerId === null}
        required={props.personRequired}
        searchable
        clearable={!props.personRequired}
      />
      <TextInput
        type="date"
        label="When it happened"
        value={act.occurredOn}
        max={todayIn(timeZone)}
        onChange={(event) => onChange({ occurredOn: event.currentTarget.value })}
        error={fieldError(problem, 'occurredAt')}
        required
      />
      <Textarea
        label="Evidence"
        description="Links to what proves it, one per line: a mail, a calendar entry, a recording."
        value={act.evidence}
        onChange={(event) => onChange({ evidence: event.currentTarget.value })}
        error={fieldError(problem, 'evidence')}
        autosize
        minRows={2}
      />
    </>
  );
}
