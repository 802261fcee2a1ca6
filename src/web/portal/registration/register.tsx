import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { paths } from '../../paths.ts';
import { Page } from '../../ui/page.tsx';
import { Loading } from '../../ui/states.tsx';
import { useUrlState } from '../../ui/url-state.ts';
import { usePortalLanguage, useWords } from '../language.ts';
import { usePortal } from '../portal-context.ts';
import { isNotOpen, NotOpen, Trouble } from '../trouble.tsx';
import { FormPortsContext } from './form-ports.ts';
import { formQuery, ownQuery } from './own-data.ts';
import { usePortalPorts } from './portal-ports.ts';
import { RegisterForm } from './register-form.tsx';

/** Which draft the form shows. One that is begun here gets its number into the address and stays the same form. */
type Session = {
  readonly nth: number;
  readonly opened: string | undefined;
  readonly begun: string | undefined;
};

/** Registers a deal: a new one, a draft that was left, or the answer to a question on one. */
export function RegisterPage(): ReactNode {
  const url = useUrlState();
  const number = url.get('number');
  const [session, setSession] = useState<Session>({ nth: 0, opened: number, begun: undefined });
  let now = session;
  if (number !== session.opened) {
    const isBegunHere = number !== undefined && number === session.begun;
    now = { nth: session.nth + (isBegunHere ? 0 : 1), opened: number, begun: undefined };
    setSession(now);
  }
  const onBegun = (begun: number): void => {
    setSession((before) => ({ ...before, begun: String(begun) }));
    url.set({ number: String(begun) }, true);
  };
  return <OneForm key={now.nth} number={number} onBegun={onBegun} />;
}

function OneForm(props: { number: string | undefined; onBegun: (number: number) => void }): ReactNode {
  const { slug, organization } = usePortal();
  const { language } = usePortalLanguage();
  const words = useWords();
  const ports = usePortalPorts();
  // What was opened stays open, also once the address has the number of what was begun here.
  const [opened] = useState(props.number);
  const form = useQuery(formQuery(slug));
  const own = useQuery({
    ...ownQuery(slug, Number(opened), language),
    enabled: opened !== undefined,
    // What is typed here is newer than what the server has.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const one = own.data;
  const isAnswer = one?.state === 'returned';
  const title = isAnswer ? words.form.answerTitle(one.number) : words.form.title;
  const lead = isAnswer ? words.form.answerLead : words.form.lead(organization.name);
  const up = { label: words.nav.registrations, href: paths.portalRegistrations(slug) };
  const failure = form.error ?? own.error;
  if (isNotOpen(form.error)) {
    return (
      <Page title={title} up={up}>
        <NotOpen />
      </Page>
    );
  }
  if (failure !== null) {
    return (
      <Page title={title} up={up} width="narrow">
        <Trouble error={failure} onRetry={() => void form.refetch().then(() => own.refetch())} />
      </Page>
    );
  }
  if (form.data === undefined || (opened !== undefined && one === undefined)) {
    return <Loading rows={8} label={words.ui.loading} />;
  }
  if (one !== undefined && one.state !== 'draft' && one.state !== 'returned') {
    return (
      <Page title={title} up={up} width="narrow">
        <Text>{words.form.already}</Text>
        <a href={paths.portalRegistration(slug, String(one.number))}>{words.form.see}</a>
      </Page>
    );
  }
  return (
    <Page title={title} lead={lead} up={up}>
      <FormPortsContext value={ports}>
        <RegisterForm
          form={form.data.form}
          typed={one?.typed ?? form.data.known}
          begun={one === undefined ? null : { registrationId: one.registrationId, number: one.number }}
          question={isAnswer ? one.question : null}
          kind={isAnswer ? 'answer' : 'registration'}
          onBegun={props.onBegun}
        />
      </FormPortsContext>
    </Page>
  );
}
