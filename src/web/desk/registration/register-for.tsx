import { Button, Group, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import { api } from '../../api.ts';
import { take } from '../../api-client.ts';
import { paths } from '../../paths.ts';
import { fieldError, problemOf } from '../../problem.ts';
import { FormFields } from '../../registration/form-fields.tsx';
import { problemAt } from '../../registration/problem-at.ts';
import type { RegistrationForm, Typed } from '../../registration/typed.ts';
import { Card } from '../../ui/card.tsx';
import { Page } from '../../ui/page.tsx';
import { ErrorState, Loading } from '../../ui/states.tsx';
import { goTo, useUrlState } from '../../ui/url-state.ts';
import { useDesk } from '../desk-context.ts';
import { useKept } from '../import/kept.ts';
import { PartnerSelect } from '../partner/partner-select.tsx';
import { formQuery, useDeed } from './registration-data.ts';

/** Registers a deal in a partner's name: the form of the signed page, the same checks, the same answer. */
export function RegisterFor(): ReactNode {
  const { slug } = useDesk();
  const url = useUrlState();
  const partnerId = url.get('partner') ?? null;
  const form = useQuery({ ...formQuery(slug, partnerId ?? ''), enabled: partnerId !== null });
  return (
    <Page
      title="Register for a partner"
      up={{ label: 'Registrations', href: paths.registrations(slug) }}
      lead="What a partner wrote or said, in its name. The partner is told like after its own registration."
      width="narrow"
    >
      <PartnerSelect
        label="Partner"
        value={partnerId}
        onChange={(id) => url.set({ partner: id ?? undefined }, true)}
        required
      />
      {form.error === null ? null : <ErrorState error={form.error} onRetry={() => void form.refetch()} />}
      {partnerId === null ? (
        <Text size="sm" c="dimmed">
          Choose the partner first: its archetype decides what the form asks.
        </Text>
      ) : form.data === undefined ? (
        form.error === null ? (
          <Loading rows={8} label="Loading the form" />
        ) : null
      ) : (
        <Sheet key={partnerId} partnerId={partnerId} form={form.data.form} known={form.data.known} />
      )}
    </Page>
  );
}

type Kept = {
  readonly name: string;
  readonly email: string;
  readonly typed: Typed;
  /** The draft that the first attempt to send began; later ones go on with it. */
  readonly draft: string | null;
};

function Sheet(props: { partnerId: string; form: RegistrationForm; known: Typed }): ReactNode {
  const { partnerId, form, known } = props;
  const { slug, currency } = useDesk();
  const router = useRouter();
  const [kept, keep] = useKept<Kept>(`registration:${slug}:${partnerId}`);
  const given = kept ?? { name: '', email: '', typed: known, draft: null };
  const { name, email, typed, draft } = given;
  const set = (change: Partial<Kept>): void => keep({ ...given, ...change });
  const begin = async (): Promise<string> => {
    const { registrationId } = await take(
      api.POST('/api/v1/o/{org}/registrations', {
        params: { path: { org: slug } },
        body: {
          partnerId,
          rep: { name: name.trim(), email: email.trim() === '' ? null : email.trim() },
          typed: { ...typed },
        },
      }),
    );
    set({ draft: registrationId });
    return registrationId;
  };
  const send = useDeed(
    async () => {
      const path = { org: slug, registrationId: draft ?? (await begin()) };
      if (draft !== null) {
        await take(
          api.PUT('/api/v1/o/{org}/registrations/{registrationId}/draft', {
            params: { path },
            body: { typed: { ...typed } },
          }),
        );
      }
      return take(
        api.POST('/api/v1/o/{org}/registrations/{registrationId}/submission', {
          params: { path },
        }),
      );
    },
    ({ state }) =>
      state === 'rejected'
        ? 'A test of the signed page rejected it; the reason stands below.'
        : 'It is sent. The clock of the decision runs.',
  );
  const problem = send.error === null ? null : problemOf(send.error);
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    send.mutate(undefined, {
      onSuccess: ({ number }) => {
        keep(null);
        goTo(router, paths.registration(slug, String(number)));
      },
    });
  };
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack gap="lg">
        {send.error === null ? null : <Refused error={send.error} />}
        <Card>
          <Title order={2} mb="sm">
            Who brings it
          </Title>
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
            <TextInput
              label="Person at the partner"
              value={name}
              onChange={(event) => set({ name: event.currentTarget.value })}
              error={fieldError(problem, 'rep.name')}
              disabled={draft !== null}
              maxLength={200}
              required
            />
            <TextInput
              label="Its mail address"
              description="So that one person stays one person."
              type="email"
              value={email}
              onChange={(event) => set({ email: event.currentTarget.value })}
              error={fieldError(problem, 'rep.email')}
              disabled={draft !== null}
              maxLength={254}
            />
          </SimpleGrid>
        </Card>
        <Card>
          <Title order={2} mb="sm">
            The deal
          </Title>
          <FormFields
            form={form}
            typed={typed}
            onChange={(next) => set({ typed: next })}
            errorAt={(path) => problemAt(problem, path)}
            language="en"
            currency={currency}
          />
        </Card>
        <Group justify="space-between">
          <Text size="sm" c="dimmed">
            What you type stays in this tab until it is sent.
          </Text>
          <Button type="submit" loading={send.isPending} disabled={name.trim() === ''}>
            Send it in the partner’s name
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** What is wrong stands at each field, so that it need not stand twice; anything else is said as a whole. */
function Refused(props: { error: Error }): ReactNode {
  const { errors = [], detail } = problemOf(props.error);
  const area = useRef<HTMLDivElement>(null);
  useEffect(() => {
    area.current?.closest('form')?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, []);
  if (errors.length === 0) return <ErrorState error={props.error} />;
  return (
    <Text ref={area} role="alert" size="sm" c="var(--mantine-color-error)" fw={600}>
      {errors.length === 1 ? 'One field needs another look.' : detail}
    </Text>
  );
}
