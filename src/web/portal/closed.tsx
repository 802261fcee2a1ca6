import { Button, Group, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { AccountMenu } from '../account-menu.tsx';
import { publicBrandQuery } from '../brand/brand-data.ts';
import { BrandLogo } from '../brand/brand-logo.tsx';
import { ApiProblem } from '../problem.ts';
import { meQuery } from '../session.ts';
import { Card } from '../ui/card.tsx';
import { ColorSchemeToggle } from '../ui/color-scheme.tsx';
import { Mark } from '../ui/icons.tsx';
import { Page } from '../ui/page.tsx';
import { useAccent } from './brand/use-accent.ts';
import classes from './closed.module.css';
import { KeptList } from './form/kept-list.tsx';
import { useWords } from './language.ts';
import { LanguageMenu } from './language-menu.tsx';

/** Whether nobody of a partner is let in yet (gate G5). */
export function isPortalClosed(error: unknown): boolean {
  return error instanceof ApiProblem && error.problem.type === 'urn:tandem:problem:portal-closed';
}

/** In place of the portal until it opens: that it is closed, and how everything works meanwhile. */
export function PortalClosed(props: { slug: string; isLooking: boolean; onLook: () => void }): ReactNode {
  const { slug, isLooking, onLook } = props;
  const words = useWords();
  const said = words.closed;
  const me = useQuery(meQuery);
  const brand = useQuery(publicBrandQuery(slug)).data ?? null;
  useAccent(brand?.accent ?? null);
  const company = brand?.name ?? me.data?.organizations.find((one) => one.slug === slug)?.name ?? slug;
  const ways = [
    [said.register, said.registerSays(company)],
    [said.follow, said.followSays],
    [said.answer, said.answerSays],
  ] as const;
  return (
    <>
      <header className={classes.top}>
        <span className={classes.mark}>
          {brand?.logo ? <BrandLogo slug={slug} logo={brand.logo} height={26} /> : <Mark />}
          <span className={classes.name}>{company}</span>
        </span>
        <span className={classes.tools}>
          <LanguageMenu />
          <ColorSchemeToggle />
          {me.data === undefined ? null : <AccountMenu name={me.data.name} />}
        </span>
      </header>
      <main id="main" className={classes.main}>
        <Page title={said.title} lead={said.lead(company)} width="narrow">
          <Card>
            <Title order={2}>{said.meanwhile}</Title>
            <dl className={classes.ways}>
              {ways.map(([what, how]) => (
                <div key={what}>
                  <dt>{what}</dt>
                  <dd>{how}</dd>
                </div>
              ))}
            </dl>
          </Card>
          <KeptList slug={slug} />
          <Text size="sm" c="dimmed">
            {said.later}
          </Text>
          <Group>
            <Button variant="default" loading={isLooking} onClick={onLook}>
              {said.again}
            </Button>
          </Group>
        </Page>
      </main>
    </>
  );
}
