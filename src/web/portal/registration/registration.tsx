import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { api } from '../../api.ts';
import { take } from '../../api-client.ts';
import { paths } from '../../paths.ts';
import { Page } from '../../ui/page.tsx';
import { Loading } from '../../ui/states.tsx';
import { usePortalLanguage, useWords } from '../language.ts';
import { useMayInPortal, usePortal } from '../portal-context.ts';
import { Trouble } from '../trouble.tsx';
import type { PartnerMove } from './move-dialog.tsx';
import { formQuery, ownKey, ownQuery } from './own-data.ts';
import { RegistrationView, useLead } from './registration-view.tsx';

/** One registration: how it stands, until when, what happens next, and everything that happened. */
export function RegistrationPage(): ReactNode {
  const { slug } = usePortal();
  const { language } = usePortalLanguage();
  const words = useWords();
  const lead = useLead();
  const queries = useQueryClient();
  const mayAct = useMayInPortal('portal.act');
  const { number = '' } = useParams({ strict: false }) as { number?: string };
  const own = useQuery(ownQuery(slug, Number(number), language));
  const form = useQuery(formQuery(slug)).data?.form;
  const up = { label: words.nav.registrations, href: paths.portalRegistrations(slug) };
  if (own.error !== null) {
    return (
      <Page title={words.deal.notFound} up={up} width="narrow">
        <Trouble error={own.error} onRetry={() => void own.refetch()} />
      </Page>
    );
  }
  if (own.data === undefined) return <Loading rows={6} label={words.ui.loading} />;
  const one = own.data;
  const act = async (move: PartnerMove, said: string): Promise<void> => {
    await take(call(move, { org: slug, registrationId: one.registrationId }, said));
    await queries.invalidateQueries({ queryKey: ownKey(slug) });
  };
  return (
    <Page
      title={one.customer === '' ? words.list.unnamed : one.customer}
      up={up}
      lead={lead(one)}
      width="narrow"
    >
      <RegistrationView
        one={one}
        form={form}
        act={mayAct ? act : null}
        writeHref={paths.portalRegister(slug, number)}
      />
    </Page>
  );
}

function call(move: PartnerMove, path: { org: string; registrationId: string }, words: string) {
  const options = { params: { path }, body: { words } };
  switch (move) {
    case 'update':
      return api.POST('/api/v1/o/{org}/portal/registrations/{registrationId}/update', options);
    case 'ask_extension':
      return api.POST('/api/v1/o/{org}/portal/registrations/{registrationId}/extension', options);
    case 'appeal':
      return api.POST('/api/v1/o/{org}/portal/registrations/{registrationId}/appeal', options);
    case 'withdraw':
      return api.POST('/api/v1/o/{org}/portal/registrations/{registrationId}/withdrawal', options);
  }
}
