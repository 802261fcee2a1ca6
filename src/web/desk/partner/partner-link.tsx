import { Button, CopyButton, Group, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { api } from '../../api.ts';
import { take } from '../../api-client.ts';
import { paths } from '../../paths.ts';
import { Card } from '../../ui/card.tsx';
import { ConfirmDanger } from '../../ui/confirm-danger.tsx';
import { useFormat } from '../../ui/format.tsx';
import { ErrorState, Loading } from '../../ui/states.tsx';
import { toastDone, toastProblem } from '../../ui/toast.tsx';
import { useDesk } from '../desk-context.ts';
import classes from './partner.module.css';
import type { Partner } from './partner-data.ts';

/** The secret link by which the people of a partner register without a login: made, copied once, replaced, revoked. */
export function PartnerLink(props: { partner: Partner }): ReactNode {
  const { partnerId, name } = props.partner;
  const { slug } = useDesk();
  const format = useFormat();
  const queries = useQueryClient();
  const [asked, setAsked] = useState<'replace' | 'revoke' | null>(null);
  const [made, setMade] = useState<string | null>(null);
  const path = { org: slug, partnerId };
  const key = ['partner-link', slug, partnerId];
  const link = useQuery({
    queryKey: key,
    queryFn: () =>
      take(api.GET('/api/v1/o/{org}/partners/{partnerId}/registration-link', { params: { path } })),
  });
  const refresh = () => queries.invalidateQueries({ queryKey: key });
  const make = useMutation({
    mutationFn: () =>
      take(api.POST('/api/v1/o/{org}/partners/{partnerId}/registration-link', { params: { path } })),
    onSuccess: ({ secret }) => {
      setMade(new URL(paths.form(slug, secret), window.location.href).href);
      return refresh();
    },
    onError: toastProblem,
  });
  const revoke = useMutation({
    mutationFn: () =>
      take(api.DELETE('/api/v1/o/{org}/partners/{partnerId}/registration-link', { params: { path } })),
    onSuccess: () => {
      setMade(null);
      toastDone('The link is revoked.');
      return refresh();
    },
    onError: toastProblem,
  });
  const own = link.data?.link ?? null;
  return (
    <Card>
      <section aria-label="Link to register without a login">
        <Title order={2}>Link to register</Title>
        <Text size="sm" c="dimmed" mt={4}>
          Whoever has it registers deals in the name of {name}, without a login. It opens an empty form and
          nothing else.
        </Text>
        {link.error === null ? null : <ErrorState error={link.error} onRetry={() => void link.refetch()} />}
        {link.isPending ? <Loading rows={2} label="Loading the link" /> : null}
        {made === null ? null : <Made address={made} />}
        {own === null ? null : (
          <dl className={classes.facts}>
            <dt>Made</dt>
            <dd>
              {format.instant(own.madeAt)} by {own.madeBy}
            </dd>
            <dt>Last used</dt>
            <dd>{own.lastUsedAt === null ? 'Not yet' : format.instant(own.lastUsedAt)}</dd>
            {own.address === null ? null : (
              <>
                <dt>By mail</dt>
                <dd className={classes.mailAddress}>
                  <code>{own.address}</code> A mail to it becomes a draft; a letter leads its sender back to
                  complete it.
                </dd>
              </>
            )}
          </dl>
        )}
        {link.data === undefined ? null : (
          <Group gap="xs" mt="sm">
            {own === null ? (
              <Button variant="default" size="xs" loading={make.isPending} onClick={() => make.mutate()}>
                Make the link
              </Button>
            ) : (
              <>
                <Button variant="default" size="xs" onClick={() => setAsked('replace')}>
                  Replace
                </Button>
                <Button variant="default" size="xs" onClick={() => setAsked('revoke')}>
                  Revoke
                </Button>
              </>
            )}
          </Group>
        )}
      </section>
      <ConfirmDanger
        opened={asked === 'replace'}
        onClose={() => setAsked(null)}
        onConfirm={() => make.mutateAsync().then(undefined, () => undefined)}
        title="Replace the link"
        confirmLabel="Make a new one"
      >
        The present link opens nothing from now on; give {name} the new one. What was begun by the old one
        goes on by its own link.
      </ConfirmDanger>
      <ConfirmDanger
        opened={asked === 'revoke'}
        onClose={() => setAsked(null)}
        onConfirm={() => revoke.mutateAsync().then(undefined, () => undefined)}
        title="Revoke the link"
        confirmLabel="Revoke it"
      >
        Nobody registers for {name} without a login any more. What was begun goes on by its own link.
      </ConfirmDanger>
    </Card>
  );
}

/** The address, once: only its hash is kept. */
function Made(props: { address: string }): ReactNode {
  return (
    <div role="status">
      <p className={classes.secret}>
        <code>{props.address}</code>
      </p>
      <Group gap="xs">
        <CopyButton value={props.address}>
          {({ copied, copy }) => (
            <Button size="xs" onClick={copy}>
              {copied ? 'Copied' : 'Copy the link'}
            </Button>
          )}
        </CopyButton>
        <Text size="sm" c="dimmed">
          It is shown this once.
        </Text>
      </Group>
    </div>
  );
}
