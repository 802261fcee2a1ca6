import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, type Role } from '../../api.ts';
import { take } from '../../api-client.ts';

/** The people of an organization and its open invitations. */
export function membersQuery(org: string) {
  return queryOptions({
    queryKey: ['members', org],
    queryFn: () => take(api.GET('/api/v1/o/{org}/members', { params: { path: { org } } })),
  });
}

export type MemberChange = {
  membershipId: string;
  roles?: Role[];
  accessEndsOn?: string | null;
  suspended?: boolean;
};

/** Changes a member; the list is read again afterwards. */
export function useChangeMember(org: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ membershipId, ...body }: MemberChange) =>
      take(
        api.PATCH('/api/v1/o/{org}/members/{membershipId}', {
          params: { path: { org, membershipId } },
          body,
        }),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: ['members', org] }),
  });
}
