import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api } from '../../api.ts';
import { take } from '../../api-client.ts';
import { toastDone } from '../../ui/toast.tsx';
import { useDesk } from '../desk-context.ts';
import type { Partner } from './partner-data.ts';
import { bodyOf, type PartnerFields } from './partner-fields.tsx';
import { PartnerForm } from './partner-form.tsx';

/** Changes what is known of a partner; what was known before stays as a fact. */
export function EditPartner(props: { partner: Partner; onClose: () => void }): ReactNode {
  const { partner } = props;
  const { slug } = useDesk();
  const queries = useQueryClient();
  const change = useMutation({
    mutationFn: (fields: PartnerFields) =>
      take(
        api.PATCH('/api/v1/o/{org}/partners/{partnerId}', {
          params: { path: { org: slug, partnerId: partner.partnerId } },
          body: bodyOf(fields),
        }),
      ),
    onSuccess: async () => {
      toastDone('Saved.');
      props.onClose();
      await Promise.all(
        ['partner', 'partners', 'scoreboard', 'opportunities'].map((word) =>
          queries.invalidateQueries({ queryKey: [word, slug] }),
        ),
      );
    },
  });
  return (
    <PartnerForm
      title={`Change ${partner.name}`}
      act="Save"
      partner={partner}
      error={change.error}
      busy={change.isPending}
      onSubmit={change.mutate}
      onClose={props.onClose}
    />
  );
}
