import { AppShell, Burger, Group, UnstyledButton } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { useLocation } from '@tanstack/react-router';
import { Fragment, type ReactNode, useEffect } from 'react';
import { ColorSchemeToggle } from './color-scheme.tsx';
import { Mark, SearchIcon } from './icons.tsx';
import { Keys } from './keys.tsx';
import { InsideMain } from './main-region.tsx';
import classes from './shell.module.css';
import { useUiTexts } from './texts.ts';

export type ShellLink = {
  readonly label: string;
  readonly href: string;
  /** Links with the same group stand together below its name. */
  readonly group?: string | undefined;
  readonly badge?: ReactNode;
};

export type ShellProps = {
  /** Whose data this is: shown beside the mark, so that nobody works in the wrong place. */
  place: string;
  /** Stands in for the name of the place where there are several places to change between. */
  placeMenu?: ReactNode;
  /** Stands in for the mark of the product. */
  mark?: ReactNode;
  homeHref: string;
  links: readonly ShellLink[];
  /** The person's menu, at the right end of the header. */
  account: ReactNode;
  /**
   * A state that concerns everything, such as sample data. It stands in the header, where it takes nothing from the
   * page, and above the page on a screen too narrow for that.
   */
  notice?: ReactNode;
  /** Opens the command palette; without it there is no search button. */
  onSearch?: (() => void) | undefined;
  children: ReactNode;
};

/** The link that is current for this path: the longest one that the path starts with. */
export function currentLink(links: readonly ShellLink[], path: string): ShellLink | undefined {
  const matching = links.filter((link) => path === link.href || path.startsWith(`${link.href}/`));
  return matching.toSorted((a, b) => b.href.length - a.href.length)[0];
}

/** The frame of every page behind a sign-in: header, navigation (a drawer on a phone) and the main region. */
export function Shell(props: ShellProps): ReactNode {
  const [opened, { toggle, close }] = useDisclosure(false);
  const texts = useUiTexts();
  const path = useLocation({ select: (location) => location.pathname });
  const current = currentLink(props.links, path);
  const isWide = useMediaQuery('(min-width: 62em)', true, { getInitialValueInEffect: false });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new path closes the drawer
  useEffect(() => close(), [path, close]);
  const groups = Map.groupBy(props.links, (link) => link.group ?? '');
  return (
    <AppShell
      header={{ height: 52 }}
      navbar={{ width: 208, breakpoint: 'sm', collapsed: { mobile: !opened } }}
      padding={{ base: 'md', sm: 'lg' }}
    >
      <a className={classes.skip} href="#main">
        {texts.skip}
      </a>
      <AppShell.Header className={classes.header}>
        <Group h="100%" px="md" gap="sm" wrap="nowrap" justify="space-between">
          <Group gap="xs" wrap="nowrap" miw={0}>
            <Burger
              opened={opened}
              onClick={toggle}
              hiddenFrom="sm"
              size="sm"
              aria-label={opened ? texts.closeNavigation : texts.openNavigation}
              aria-expanded={opened}
            />
            {props.placeMenu === undefined || props.placeMenu === null ? (
              <a className={classes.brand} href={props.homeHref}>
                {props.mark ?? <Mark />}
                <span className={classes.brandName}>{props.place}</span>
              </a>
            ) : (
              <>
                <a className={classes.brand} href={props.homeHref} aria-label={`${props.place}: first page`}>
                  <Mark />
                </a>
                {props.placeMenu}
              </>
            )}
          </Group>
          {isWide ? props.notice : null}
          <Group gap="xs" wrap="nowrap">
            {props.onSearch === undefined ? null : (
              <UnstyledButton
                className={classes.search}
                onClick={props.onSearch}
                aria-label="Search and commands"
              >
                <SearchIcon size={14} />
                <Group gap="xs" visibleFrom="sm" component="span">
                  Search
                  <Keys keys="mod+k" />
                </Group>
              </UnstyledButton>
            )}
            <ColorSchemeToggle />
            {props.account}
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar className={classes.navbar} p="sm" aria-label={texts.navigation}>
        {[...groups].map(([group, links]) => (
          <Fragment key={group}>
            {group === '' ? null : <div className={classes.group}>{group}</div>}
            {links.map((link) => (
              <a
                key={link.href}
                className={classes.link}
                href={link.href}
                aria-current={link === current ? 'page' : undefined}
              >
                {link.label}
                {link.badge}
              </a>
            ))}
          </Fragment>
        ))}
      </AppShell.Navbar>
      <AppShell.Main id="main" tabIndex={-1}>
        <InsideMain value={true}>
          {isWide ? null : props.notice}
          {props.children}
        </InsideMain>
      </AppShell.Main>
    </AppShell>
  );
}
