import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { addDays } from '#core/calendar.ts';
import { portalSay } from '#core/registration/portal-words.ts';
import { api } from '../../api.ts';
import { take } from '../../api-client.ts';
import { problemOf } from '../../problem.ts';
import { FormFields } from '../../registration/form-fields.tsx';
import { problemAt } from '../../registration/problem-at.ts';
import { type Typed, typedAgain } from '../../registration/typed.ts';
import { todayIn } from '../../today.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { useDesk } from '../desk-context.ts';
import { DealSelect } from './deal-select.tsx';
import { PartnerReads } from './partner-reads.tsx';
import { type Registration, useDeed } from './registration-data.ts';
import { seatWords } from './registration-words.ts';

/** Who the customer is cannot be changed: who came first hangs on it. */
const fixed = new Set(['legalName', 'domain', 'country', 'consent']);

/** Says yes: as it was sent or with changes, and on which deal of the CRM, if it has one. */
export function AcceptDialog(props: { registration: Registration; onClose: () => void }): ReactNode {
  const { registration, onClose } = props;
  const { slug, timeZone, currency } = useDesk();
  const [opportunityId, setOpportunityId] = useState<string | null>(null);
  const [changed, setChanged] = useState<Typed | null>(null);
  const at = registration.route.findIndex(({ isNext }) => isNext);
  const later = registration.route[at + 1];
  const accept = useDeed(
    () =>
      take(
        api.POST('/api/v1/o/{org}/registrations/{registrationId}/acceptance', {
          params: { path: { org: slug, registrationId: registration.registrationId } },
          body: { changed: changed === null ? null : { ...changed }, opportunityId },
        }),
      ),
    ({ state, conflict }) =>
      conflict
        ? 'Another registration got the account first. A conflict case was opened.'
        : state === 'submitted'
          ? 'Your yes is recorded.'
          : 'It is accepted and protected.',
  );
  const problem = accept.error === null ? null : problemOf(accept.error);
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    accept.mutate(undefined, { onSuccess: onClose });
  };
  const lastDay = addDays(todayIn(timeZone), registration.protection.days - 1);
  return (
    <Dialog opened onClose={onClose} title={`Accept ${registration.customer}`} size="lg">
      <form onSubmit={onSubmit} noValidate>
        <Stack gap="md">
          {accept.error === null ? null : <ErrorState error={accept.error} />}
          {later === undefined ? (
            <PartnerReads>
              {portalSay('en', 'event.accept')} {portalSay('en', 'next.protected', { lastDay })}
            </PartnerReads>
          ) : (
            <>
              <Text size="sm">
                This is step {at + 1} of {registration.route.length}. After your yes the{' '}
                {seatWords[later.filledBy]} decides
                {later.people.length === 0 ? '' : `: ${later.people.join(', ')}`}.
              </Text>
              <PartnerReads>{portalSay('en', 'event.approve')}</PartnerReads>
            </>
          )}
          {later === undefined ? (
            <>
              <DealSelect
                label="The deal in the CRM"
                description="If there is one already. Otherwise a new one is opened, and you link it later."
                value={opportunityId}
                onChange={setOpportunityId}
                first={registration.customer}
              />
              <Checkbox
                label="Accept with changes"
                checked={changed !== null}
                onChange={(event) =>
                  setChanged(
                    event.currentTarget.checked
                      ? typedAgain(registration.form, registration.submission)
                      : null,
                  )
                }
              />
              {changed === null ? null : (
                <FormFields
                  form={registration.form}
                  typed={changed}
                  onChange={setChanged}
                  errorAt={(path) => problemAt(problem, path) ?? problemAt(problem, `changed.${path}`)}
                  language="en"
                  currency={currency}
                  isFixed={(path) => fixed.has(path)}
                />
              )}
            </>
          ) : null}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={accept.isPending} data-autofocus>
              {later === undefined ? 'Accept it' : 'Say yes'}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
