import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api.ts';
import { take } from '../../api-client.ts';
import type { components } from '../../api-schema.d.ts';
import { usePortal } from '../portal-context.ts';

export type Team = components['schemas']['PortalTeam'];
export type Colleague = Team['members'][number];
export type TeamInvitation = Team['invitations'][number];
export type TeamRole = 'partner_admin' | 'partner_rep';

/** Who of the partner is in the portal, as far as the reader may see it. */
export function teamQuery(slug: string) {
  return queryOptions({
    queryKey: ['portal', slug, 'team'],
    queryFn: () => take(api.GET('/api/v1/o/{org}/portal/team', { params: { path: { org: slug } } })),
  });
}

/** Something that an admin does with the team. Registrations may change hands with it, so all of the portal is read anew. */
export type TeamAct =
  | { readonly kind: 'invite'; readonly email: string; readonly role: TeamRole }
  | { readonly kind: 'renew' | 'withdraw'; readonly ownInvitation: string }
  | { readonly kind: 'role'; readonly colleagueId: string; readonly role: TeamRole }
  | { readonly kind: 'end'; readonly colleagueId: string; readonly successorId: string | null }
  | { readonly kind: 'handOver'; readonly colleagueId: string; readonly successorId: string }
  | { readonly kind: 'reopen'; readonly colleagueId: string };

export function useTeamAct() {
  const { slug: org } = usePortal();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (act: TeamAct): Promise<unknown> => send(org, act),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['portal', org] }),
  });
}

function send(org: string, act: TeamAct): Promise<unknown> {
  const team = '/api/v1/o/{org}/portal/team' as const;
  switch (act.kind) {
    case 'invite': {
      const { email, role } = act;
      return take(api.POST(`${team}/invitations`, { params: { path: { org } }, body: { email, role } }));
    }
    case 'renew': {
      const path = { org, ownInvitation: act.ownInvitation };
      return take(api.POST(`${team}/invitations/{ownInvitation}/renewal`, { params: { path } }));
    }
    case 'withdraw': {
      const path = { org, ownInvitation: act.ownInvitation };
      return take(api.DELETE(`${team}/invitations/{ownInvitation}`, { params: { path } }));
    }
    case 'role': {
      const path = { org, colleagueId: act.colleagueId };
      return take(
        api.PUT(`${team}/members/{colleagueId}/role`, { params: { path }, body: { role: act.role } }),
      );
    }
    case 'end': {
      const path = { org, colleagueId: act.colleagueId };
      const body = { successorId: act.successorId };
      return take(api.PUT(`${team}/members/{colleagueId}/end`, { params: { path }, body }));
    }
    case 'reopen': {
      const path = { org, colleagueId: act.colleagueId };
      return take(api.DELETE(`${team}/members/{colleagueId}/end`, { params: { path } }));
    }
    case 'handOver': {
      const path = { org, colleagueId: act.colleagueId };
      const body = { successorId: act.successorId };
      return take(api.PUT(`${team}/members/{colleagueId}/successor`, { params: { path }, body }));
    }
  }
}
