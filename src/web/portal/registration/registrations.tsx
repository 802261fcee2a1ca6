import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { paths } from '../../paths.ts';
import { Page } from '../../ui/page.tsx';
import { EmptyState, Loading } from '../../ui/states.tsx';
import { useUrlState } from '../../ui/url-state.ts';
import { usePortalLanguage, useWords } from '../language.ts';
import { useMayInPortal, usePortal } from '../portal-context.ts';
import { isNotOpen, NotOpen, Trouble } from '../trouble.tsx';
import { type OwnItem, ownListQuery } from './own-data.ts';
import classes from './registration.module.css';
import { RegistrationCards } from './registration-card.tsx';

const shows = {
  all: () => true,
  open: ({ state }: OwnItem) => ['draft', 'submitted', 'returned', 'appealed'].includes(state),
  protected: ({ protectedUntil }: OwnItem) => protectedUntil !== null,
  over: ({ state, protectedUntil }: OwnItem) =>
    protectedUntil === null && !['draft', 'submitted', 'returned', 'appealed'].includes(state),
} as const;
type Show = keyof typeof shows;

/** Every registration of the partner, what waits for it first. */
export function RegistrationsPage(): ReactNode {
  const { slug, organization } = usePortal();
  const { language } = usePortalLanguage();
  const words = useWords();
  const mayAct = useMayInPortal('portal.act');
  const url = useUrlState();
  const asked = url.get('show') ?? 'all';
  const show: Show = Object.hasOwn(shows, asked) ? (asked as Show) : 'all';
  const own = useQuery(ownListQuery(slug, language));
  if (isNotOpen(own.error)) {
    return (
      <Page title={words.list.title} width="narrow">
        <NotOpen />
      </Page>
    );
  }
  const items = (own.data ?? []).filter(shows[show]);
  return (
    <Page
      title={words.list.title}
      lead={words.list.lead(organization.name)}
      width="narrow"
      actions={
        mayAct ? (
          <Button component="a" href={paths.portalRegister(slug)}>
            {words.register}
          </Button>
        ) : undefined
      }
    >
      {own.error === null ? null : <Trouble error={own.error} onRetry={() => void own.refetch()} />}
      {own.data === undefined && own.error === null ? <Loading rows={5} label={words.ui.loading} /> : null}
      {own.data !== undefined && own.data.length === 0 ? (
        <EmptyState title={words.list.none}>{words.list.noneSays}</EmptyState>
      ) : null}
      {own.data !== undefined && own.data.length > 0 ? (
        <>
          <fieldset className={classes.chips} aria-label={words.list.filter}>
            {(Object.keys(shows) as Show[]).map((one) => (
              <Button
                key={one}
                size="compact-md"
                variant={one === show ? 'filled' : 'default'}
                aria-pressed={one === show}
                onClick={() => url.set({ show: one === 'all' ? undefined : one }, true)}
              >
                {words.list[one]}
              </Button>
            ))}
          </fieldset>
          {items.length === 0 ? (
            <Text c="dimmed">{words.list.noneHere}</Text>
          ) : (
            <RegistrationCards items={items} label={words.list.title} />
          )}
        </>
      ) : null}
    </Page>
  );
}
