import { Button, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { paths } from '../paths.ts';
import { Card } from '../ui/card.tsx';
import { Page } from '../ui/page.tsx';
import { Loading } from '../ui/states.tsx';
import { usePortalLanguage, useWords } from './language.ts';
import { useMayInPortal, usePortal } from './portal-context.ts';
import { type OwnItem, ownListQuery } from './registration/own-data.ts';
import classes from './registration/registration.module.css';
import { RegistrationCards } from './registration/registration-card.tsx';
import { isNotOpen, NotOpen, Trouble } from './trouble.tsx';

/** More than this is no list of what to do next. */
const most = 10;
/** Of what runs by itself, only the newest. */
const mostRunning = 5;

/** The first page of a partner: what needs it, the one big button, and what is on its way. */
export function PortalHome(): ReactNode {
  const { slug, organization, brand } = usePortal();
  const { language } = usePortalLanguage();
  const words = useWords();
  const welcome = brand?.welcome[language] ?? '';
  const mayAct = useMayInPortal('portal.act');
  const own = useQuery(ownListQuery(slug, language));
  const items = own.data ?? [];
  return (
    <Page title={words.home.title} lead={words.home.lead(organization.name)} width="narrow">
      {welcome === '' ? null : <p className={classes.said}>{welcome}</p>}
      {isNotOpen(own.error) ? (
        <NotOpen />
      ) : own.error !== null ? (
        <Trouble error={own.error} onRetry={() => void own.refetch()} />
      ) : (
        <>
          {mayAct ? (
            <Button component="a" href={paths.portalRegister(slug)} size="lg" className={classes.big}>
              {words.register}
            </Button>
          ) : null}
          {own.data === undefined ? (
            <Loading rows={4} label={words.ui.loading} />
          ) : (
            <Standing items={items} />
          )}
        </>
      )}
    </Page>
  );
}

function Standing(props: { items: readonly OwnItem[] }): ReactNode {
  const { slug, organization } = usePortal();
  const words = useWords();
  const { items } = props;
  if (items.length === 0) {
    return (
      <Card>
        <Title order={2}>{words.home.first}</Title>
        <Text size="sm" c="dimmed">
          {words.home.firstSays(organization.name)}
        </Text>
      </Card>
    );
  }
  const mine = items.filter(({ needsMe }) => needsMe);
  const rest = items.filter(({ needsMe }) => !needsMe);
  const waiting = rest.filter(({ dueOn }) => dueOn !== null).slice(0, mostRunning);
  const protectedDeals = rest.filter(({ protectedUntil }) => protectedUntil !== null).slice(0, mostRunning);
  return (
    <Stack gap="lg">
      {mine.length === 0 ? (
        <Card>
          <Title order={2}>{words.home.nothing}</Title>
          <Text size="sm" c="dimmed">
            {words.home.nothingSays}
          </Text>
        </Card>
      ) : (
        <RegistrationCards items={mine.slice(0, most)} label={words.home.title} />
      )}
      {mine.length > most ? (
        <a href={paths.portalRegistrations(slug)}>{words.home.more(mine.length - most)}</a>
      ) : null}
      <Section title={words.home.waiting} items={waiting} />
      <Section title={words.home.protected} items={protectedDeals} />
    </Stack>
  );
}

function Section(props: { title: string; items: readonly OwnItem[] }): ReactNode {
  if (props.items.length === 0) return null;
  return (
    <section>
      <Title order={2} mb="xs">
        {props.title}
      </Title>
      <RegistrationCards items={props.items} label={props.title} />
    </section>
  );
}
