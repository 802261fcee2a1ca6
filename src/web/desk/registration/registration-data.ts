import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api.ts';
import { given, take } from '../../api-client.ts';
import type { components, paths } from '../../api-schema.d.ts';
import { toastDone } from '../../ui/toast.tsx';
import { useDesk } from '../desk-context.ts';

export type Registration = components['schemas']['Registration'];
export type RegistrationItem = components['schemas']['RegistrationItem'];
export type Conflict = NonNullable<Registration['conflict']>;

type Decisions = paths['/api/v1/o/{org}/registration-decisions']['post'];
/** The same answer to several, and what became of one. */
export type SameAnswer = Decisions['requestBody']['content']['application/json']['answer'];
export type AnsweredOne = Decisions['responses']['201']['content']['application/json']['items'][number];

type QueueQuery = NonNullable<paths['/api/v1/o/{org}/registrations']['get']['parameters']['query']>;
export type Group = NonNullable<QueueQuery['group']>;

/** A page of the queue: what waits, is protected or is over. */
export function queueQuery(
  org: string,
  list: { group: Group; partner?: string | undefined; cursor?: string | undefined; limit?: number },
) {
  const query: QueueQuery = given(list);
  return queryOptions({
    queryKey: ['registrations', org, query],
    queryFn: () => take(api.GET('/api/v1/o/{org}/registrations', { params: { path: { org }, query } })),
    placeholderData: (before) => before,
  });
}

/** One registration with everything that a decision hangs on. */
export function registrationQuery(org: string, number: number) {
  return queryOptions({
    queryKey: ['registrations', org, 'one', number],
    queryFn: () =>
      take(api.GET('/api/v1/o/{org}/registrations/number/{number}', { params: { path: { org, number } } })),
  });
}

/** The form that the signed page asks of a partner. */
export function formQuery(org: string, partnerId: string) {
  return queryOptions({
    queryKey: ['registrations', org, 'form', partnerId],
    queryFn: () =>
      take(
        api.GET('/api/v1/o/{org}/partners/{partnerId}/registration-form', {
          params: { path: { org, partnerId } },
        }),
      ),
    retry: false,
  });
}

/** The direct-only accounts, with the age of their list. */
export function directOnlyQuery(org: string, cursor: string | undefined) {
  return queryOptions({
    queryKey: ['direct-only', org, cursor],
    queryFn: () =>
      take(
        api.GET('/api/v1/o/{org}/direct-only-accounts', {
          params: { path: { org }, query: given({ cursor }) },
        }),
      ),
    placeholderData: (before) => before,
  });
}

/** Does something with a registration, says so, and reads again whatever may look different now. */
export function useDeed<Answer, Input = void>(
  act: (input: Input) => Promise<Answer>,
  says: (answer: Answer, input: Input) => string,
) {
  const { slug } = useDesk();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: (answer, input) => toastDone(says(answer, input)),
    onSettled: () =>
      Promise.all(
        ['registrations', 'opportunity', 'opportunities', 'partner'].map((word) =>
          queries.invalidateQueries({ queryKey: [word, slug] }),
        ),
      ),
  });
}
