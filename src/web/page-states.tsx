import { Box } from '@mantine/core';
import type { ErrorComponentProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { paths } from './paths.ts';
import { MainRegion } from './ui/main-region.tsx';
import { Page } from './ui/page.tsx';
import { EmptyState, ErrorState, Loading } from './ui/states.tsx';

/** While a page's code or first data is on its way. */
export function PagePending(): ReactNode {
  return (
    <Box p="lg">
      <Loading rows={6} />
    </Box>
  );
}

/** A page that failed to draw: said in words, with a way to try again. */
export function PageFailure(props: ErrorComponentProps): ReactNode {
  return (
    <MainRegion>
      <Page title="This page could not be shown" width="narrow">
        <ErrorState error={props.error} onRetry={() => props.reset()} />
      </Page>
    </MainRegion>
  );
}

/** An address that leads nowhere. */
export function PageNotFound(): ReactNode {
  return (
    <MainRegion>
      <Page title="There is nothing at this address" width="narrow">
        <EmptyState title="It may have moved" action={{ label: 'Go to the start', href: paths.home() }}>
          The link may be old, or belong to an organization that you have no access to.
        </EmptyState>
      </Page>
    </MainRegion>
  );
}
