import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import { paths } from '../../../paths.ts';
import { Page } from '../../../ui/page.tsx';
import { ErrorState, Loading } from '../../../ui/states.tsx';
import { useDesk } from '../../desk-context.ts';
import { documentOf, programQuery } from '../program-state.ts';
import { Arithmetic } from './arithmetic.tsx';

/** Program: the CFO's arithmetic on a page of its own, from the pages as they stand now. */
export function ArithmeticPage(): ReactNode {
  const { slug } = useDesk();
  const state = useQuery(programQuery(slug));
  const document = useMemo(() => (state.data === undefined ? null : documentOf(state.data)), [state.data]);
  return (
    <Page
      title="Arithmetic"
      lead="What the assumptions come to: whether the plan can work, what it hangs on, what it costs and brings back."
      up={{ label: 'Program', href: paths.program(slug) }}
      actions={
        <Button component="a" variant="default" href={paths.programPage(slug, 'assumptions')}>
          Change the assumptions
        </Button>
      }
    >
      {state.error === null ? null : <ErrorState error={state.error} onRetry={() => void state.refetch()} />}
      {state.isPending ? <Loading rows={12} label="Loading the arithmetic" /> : null}
      {document === null ? null : <Arithmetic document={document} />}
    </Page>
  );
}
