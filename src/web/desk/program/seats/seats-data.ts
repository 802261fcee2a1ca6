import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type InterimAs, type Seat, seatLabel } from '#core/program/seat.ts';
import { api } from '../../../api.ts';
import { take } from '../../../api-client.ts';
import { toastProblem, toastUndo } from '../../../ui/toast.tsx';

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

/** Somebody in a seat. */
export type SeatHolding = {
  readonly seat: Seat;
  readonly membershipId: string;
  readonly name: string;
  readonly interim: InterimAs | null;
};

/** Ends a holder's time in a seat and offers to take that back; the seat is a gap until somebody else holds it. */
export function useEndSeat(org: string) {
  const queries = useQueryClient();
  const assign = useAssignSeat(org);
  return useMutation({
    mutationFn: ({ seat, membershipId }: SeatHolding) =>
      take(
        api.DELETE('/api/v1/o/{org}/program/seats/{seat}/holders/{membershipId}', {
          params: { path: { org, seat, membershipId } },
        }),
      ),
    onError: toastProblem,
    // Here and not where it is called: the line of the holder is gone by the time that the answer has been shown.
    onSuccess: async (_, ended) => {
      await queries.invalidateQueries();
      toastUndo(`${ended.name} no longer holds the seat ${seatLabel(ended.seat)}.`, () =>
        assign.mutate(ended, { onError: toastProblem }),
      );
    },
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
