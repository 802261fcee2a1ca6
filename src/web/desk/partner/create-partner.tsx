import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { api } from '../../api.ts';
import { take } from '../../api-client.ts';
import { paths } from '../../paths.ts';
import { toastDone } from '../../ui/toast.tsx';
import { useDesk } from '../desk-context.ts';
import { bodyOf, type PartnerFields } from './partner-fields.tsx';
import { PartnerForm } from './partner-form.tsx';

/** Adds a partner by hand, and goes to it. */
export function CreatePartner(props: { onClose: () => void }): ReactNode {
  const { slug } = useDesk();
  const router = useRouter();
  const queries = useQueryClient();
  const create = useMutation({
    mutationFn: (fields: PartnerFields) =>
      take(
        api.POST('/api/v1/o/{org}/partners', {
          params: { path: { org: slug } },
          body: { ...bodyOf(fields), managerId: null },
        }),
      ),
    onSuccess: async ({ partnerId }, { name }) => {
      toastDone(`${name.trim()} is added.`);
      await queries.invalidateQueries({ queryKey: ['partners', slug] });
      await queries.invalidateQueries({ queryKey: ['scoreboard', slug] });
      router.history.push(paths.partner(slug, partnerId));
    },
  });
  return (
    <PartnerForm
      title="Add a partner"
      act="Add the partner"
      partner={null}
      error={create.error}
      busy={create.isPending}
      onSubmit={create.mutate}
      onClose={props.onClose}
    />
  );
}
