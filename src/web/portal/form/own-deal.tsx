import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { paths } from '../../paths.ts';
import { problemOf } from '../../problem.ts';
import { Page } from '../../ui/page.tsx';
import { Loading } from '../../ui/states.tsx';
import { useUrlState } from '../../ui/url-state.ts';
import { usePortalLanguage, useWords } from '../language.ts';
import { FormPortsContext } from '../registration/form-ports.ts';
import { RegisterForm } from '../registration/register-form.tsx';
import { RegistrationView, useLead } from '../registration/registration-view.tsx';
import { Trouble } from '../trouble.tsx';
import { FormFrame } from './form-frame.tsx';
import { type Held, heldQuery, useHeldMove, useHeldPorts } from './held-data.ts';
import { keepDeal } from './kept-deals.ts';

/** One registration by its own secret: its draft to go on with, and then how it stands. */
export function OwnDealPage(): ReactNode {
  return (
    <FormFrame>
      <OwnDeal />
    </FormFrame>
  );
}

function OwnDeal(): ReactNode {
  const { org: slug = '', pass = '' } = useParams({ strict: false }) as { org?: string; pass?: string };
  const { language } = usePortalLanguage();
  const words = useWords();
  const held = useQuery(heldQuery(slug, pass, language));
  if (held.error !== null && held.data === undefined) {
    const isGone = problemOf(held.error).status === 404;
    return isGone ? (
      <Page title={words.link.gone} width="narrow">
        <Text>{words.link.heldGone}</Text>
      </Page>
    ) : (
      <Page title={words.deal.notFound} width="narrow">
        <Trouble error={held.error} onRetry={() => void held.refetch()} />
      </Page>
    );
  }
  if (held.data === undefined) return <Loading rows={8} label={words.ui.loading} />;
  return <Opened slug={slug} pass={pass} held={held.data} />;
}

function Opened(props: { slug: string; pass: string; held: Held }): ReactNode {
  const { slug, pass, held } = props;
  const { registration: one, organization, partner, form } = held;
  const words = useWords();
  const lead = useLead();
  const url = useUrlState();
  const ports = useHeldPorts(slug, pass, organization);
  const act = useHeldMove(slug, pass);
  const { number, customer } = one;
  useEffect(() => keepDeal(slug, { pass, number, customer }), [slug, pass, number, customer]);
  const note = held.heldAnswer === null ? undefined : words.link.held(held.heldAnswer.from);
  const isAnswer = one.state === 'returned' && url.get('write') !== undefined;
  if (one.state === 'draft' || isAnswer) {
    return (
      <Page
        title={isAnswer ? words.form.answerTitle(number) : words.form.title}
        lead={isAnswer ? words.form.answerLead : words.form.lead(organization.name)}
      >
        <FormPortsContext value={ports}>
          <RegisterForm
            form={form}
            typed={one.typed}
            begun={{ registrationId: pass, number }}
            question={isAnswer ? one.question : null}
            words={isAnswer ? held.heldAnswer?.words : undefined}
            note={isAnswer ? note : undefined}
            kind={isAnswer ? 'answer' : 'registration'}
            onBegun={() => undefined}
          />
        </FormPortsContext>
      </Page>
    );
  }
  return (
    <Page
      title={customer === '' ? words.list.unnamed : customer}
      lead={[organization.name, partner, lead(one)].join(' · ')}
      width="narrow"
    >
      <RegistrationView
        one={one}
        form={form}
        act={act}
        writeHref={paths.ownDeal(slug, pass, { write: 'yes' })}
        note={note}
      />
      <Text size="sm" c="dimmed">
        {words.link.keep}
      </Text>
    </Page>
  );
}
