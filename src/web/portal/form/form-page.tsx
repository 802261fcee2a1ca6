import { Button, Group, Stack, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useParams, useRouter } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { api } from '../../api.ts';
import { take } from '../../api-client.ts';
import { paths } from '../../paths.ts';
import { problemOf } from '../../problem.ts';
import { Card } from '../../ui/card.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState, Loading } from '../../ui/states.tsx';
import { goTo } from '../../ui/url-state.ts';
import { usePortalLanguage, useWords } from '../language.ts';
import { isNotOpen, Trouble } from '../trouble.tsx';
import { FormFrame } from './form-frame.tsx';
import { linkQuery } from './held-data.ts';
import { keepDeal, keepRep, keptRep } from './kept-deals.ts';
import { KeptList } from './kept-list.tsx';

/** What the secret link of a partner opens: who registers, and the ways back to what was begun on this device. */
export function FormPage(): ReactNode {
  return (
    <FormFrame>
      <LinkedForm />
    </FormFrame>
  );
}

function LinkedForm(): ReactNode {
  const { org: slug = '', secret = '' } = useParams({ strict: false }) as { org?: string; secret?: string };
  const words = useWords();
  const link = useQuery(linkQuery(slug, secret));
  if (link.error !== null) {
    const { status } = problemOf(link.error);
    if (status !== 404 && !isNotOpen(link.error)) {
      return (
        <Page title={words.form.title} width="narrow">
          <Trouble error={link.error} onRetry={() => void link.refetch()} />
        </Page>
      );
    }
    const [title, says] =
      status === 404 ? [words.link.gone, words.link.goneSays] : [words.link.notOpen, words.link.notOpenSays];
    return (
      <Page title={words.form.title} width="narrow">
        <EmptyState title={title}>{says}</EmptyState>
      </Page>
    );
  }
  if (link.data === undefined) return <Loading rows={5} label={words.ui.loading} />;
  const { organization, partner } = link.data;
  return (
    <Page title={words.form.title} lead={words.link.lead(organization.name, partner)} width="narrow">
      <Who slug={slug} secret={secret} known={link.data.known} />
      <KeptList slug={slug} />
    </Page>
  );
}

/** Who registers. It begins the draft, whose secret the browser keeps and a letter brings. */
function Who(props: { slug: string; secret: string; known: Record<string, unknown> }): ReactNode {
  const { slug, secret, known } = props;
  const { language } = usePortalLanguage();
  const words = useWords();
  const router = useRouter();
  const [rep, setRep] = useState(keptRep);
  const [isTried, setTried] = useState(false);
  // The same key until an answer comes: what is sent twice begins one draft.
  const key = useRef<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const begin = useMutation({
    mutationFn: () => {
      key.current ??= crypto.randomUUID();
      return take(
        api.POST('/api/v1/o/{org}/form/{secret}/registrations', {
          params: { path: { org: slug, secret }, header: { 'idempotency-key': key.current } },
          body: { rep: { name: rep.name.trim(), email: rep.email.trim() }, typed: known, language },
        }),
      );
    },
    onSuccess: ({ secret: pass, number }) => {
      keepRep(rep);
      keepDeal(slug, { pass, number, customer: '' });
      goTo(router, paths.ownDeal(slug, pass));
    },
    onError: (error) => {
      if (problemOf(error).status >= 400) key.current = null;
    },
    networkMode: 'always',
  });
  const isNameless = rep.name.trim() === '';
  const isMailless = !/^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/.test(rep.email.trim());
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (isNameless || isMailless) form.current?.querySelector<HTMLElement>('input')?.focus();
    else begin.mutate();
  };
  return (
    <Card>
      <form ref={form} onSubmit={onSubmit} noValidate aria-label={words.link.who}>
        <Stack gap="md">
          <Title order={2}>{words.link.who}</Title>
          <TextInput
            label={words.link.name}
            value={rep.name}
            onChange={(event) => setRep({ ...rep, name: event.currentTarget.value })}
            error={isTried && isNameless ? words.link.needName : null}
            autoComplete="name"
            maxLength={200}
            required
          />
          <TextInput
            label={words.link.mail}
            description={words.link.mailSays}
            type="email"
            inputMode="email"
            value={rep.email}
            onChange={(event) => setRep({ ...rep, email: event.currentTarget.value })}
            error={isTried && isMailless ? words.link.needMail : null}
            autoComplete="email"
            maxLength={254}
            required
          />
          {begin.error === null ? null : <Trouble error={begin.error} />}
          <Group>
            <Button type="submit" size="md" loading={begin.isPending}>
              {words.link.begin}
            </Button>
          </Group>
        </Stack>
      </form>
    </Card>
  );
}
