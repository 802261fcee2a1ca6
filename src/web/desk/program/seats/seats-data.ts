import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { InterimAs, Seat } from '#core/program/seat.ts';
import { api } from '../../../api.ts';
import { take } from '../../../api-client.ts';

/** Gives a seat to a member; where one person answers for it, the former holder's time ends. */
export function useAssignSeat(org: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (given: { seat: Seat; membershipId: string; interim: InterimAs | null }) =>
      take(
        api.POST('/api/v1/o/{org}/program/seats/{seat}/holders', {
          params: { path: { org, seat: given.seat } },
          body: { membershipId: given.membershipId, interim: given.interim },
        }),
      ),
    onSuccess: () => queries.invalidateQueries(),
  });
}

/** Ends a holder's time in a seat; the seat is then a gap until somebody else holds it. */
export function useEndSeat(org: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (given: { seat: Seat; membershipId: string }) =>
      take(
        api.DELETE('/api/v1/o/{org}/program/seats/{seat}/holders/{membershipId}', {
          params: { path: { org, ...given } },
        }),
      ),
    onSuccess: () => queries.invalidateQueries(),
  });
}

/** Passes everything that one person holds to a successor, in one act. */
export function useHandOver(org: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: { fromMembershipId: string; toMembershipId: string }) =>
      take(api.POST('/api/v1/o/{org}/program/succession', { params: { path: { org } }, body })),
    onSuccess: () => queries.invalidateQueries(),
  });
}
