import { Button, Group, Skeleton, Stack, Table, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { type Problem, problemOf } from '../problem.ts';
import { useFormat } from './format.tsx';
import classes from './states.module.css';
import { failureIn, useUiTexts } from './texts.ts';

/** Below this, waiting is not noticed and a skeleton would only flicker. */
const showAfterMs = 200;

/** Grey lines in the shape of what is coming, after a moment; announced politely to screen readers. */
export function Loading(props: { rows?: number; label?: string }): ReactNode {
  const texts = useUiTexts();
  const [visible, setVisible] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setVisible(true), showAfterMs);
    return () => clearTimeout(timer);
  }, []);
  if (!visible) return <div aria-busy="true" style={{ minHeight: '4rem' }} />;
  return (
    <Stack gap="sm" aria-busy="true" role="status" aria-label={props.label ?? texts.loading}>
      {Array.from({ length: props.rows ?? 4 }, (_, index) => index).map((index) => (
        <Skeleton key={index} height={18} width={`${92 - ((index * 17) % 40)}%`} radius="sm" />
      ))}
    </Stack>
  );
}

export type EmptyStateProps = {
  title: string;
  /** Why it is empty and what will appear here. */
  children: ReactNode;
  /** The one next step. */
  action?: { readonly label: string; readonly href?: string; readonly onClick?: () => void } | undefined;
  secondary?: ReactNode;
};

/** An empty place that teaches: what belongs here, why it is empty, and one primary action. */
export function EmptyState(props: EmptyStateProps): ReactNode {
  return (
    <Stack gap="sm" align="flex-start" py="xl" maw="34rem">
      <Title order={2}>{props.title}</Title>
      <Text c="dimmed">{props.children}</Text>
      {props.action === undefined && props.secondary === undefined ? null : (
        <Group gap="sm" mt="xs">
          {props.action === undefined ? null : <ActionButton {...props.action} />}
          {props.secondary}
        </Group>
      )}
    </Stack>
  );
}

function ActionButton(props: { label: string; href?: string; onClick?: () => void }): ReactNode {
  if (props.href !== undefined) {
    return (
      <Button component="a" href={props.href}>
        {props.label}
      </Button>
    );
  }
  return <Button onClick={props.onClick}>{props.label}</Button>;
}

/** Whether the same request may well succeed a moment later. */
function mayPass({ status }: Problem): boolean {
  return status === 0 || status === 429 || status >= 500;
}

/** A failure in words: what happened, what was expected and found, how to repair it, and a way to try again. */
export function ErrorState(props: { error: unknown; onRetry?: (() => void) | undefined }): ReactNode {
  const problem = problemOf(props.error);
  const format = useFormat();
  const texts = useUiTexts();
  const failure = failureIn(texts, problem);
  return (
    <div role="alert" className={classes.failure}>
      <Stack gap="xs">
        <Text fw={600} c="var(--mantine-color-error)">
          {failure.title}
        </Text>
        {failure.says === '' ? null : (
          <Text size="sm" lang={failure.language}>
            {format.sentence(failure.says)}
          </Text>
        )}
        <ProblemErrors problem={problem} />
        {props.onRetry === undefined || !mayPass(problem) ? null : (
          <div>
            <Button size="xs" variant="default" onClick={props.onRetry}>
              {texts.tryAgain}
            </Button>
          </div>
        )}
      </Stack>
    </div>
  );
}

/** The errors of a problem as a table: where, expected, found, repair. Nothing if there are none. */
export function ProblemErrors(props: { problem: Problem }): ReactNode {
  const errors = props.problem.errors ?? [];
  if (errors.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
    <section className={classes.scroll} aria-label="What to repair" tabIndex={0}>
      <Table fz="sm" miw={420}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Where</Table.Th>
            <Table.Th>Expected</Table.Th>
            <Table.Th>Found</Table.Th>
            <Table.Th>Repair</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {errors.map((error) => (
            <Table.Tr key={`${error.path} ${error.expected} ${error.found}`}>
              <Table.Td>{error.path}</Table.Td>
              <Table.Td>{error.expected}</Table.Td>
              <Table.Td>{error.found}</Table.Td>
              <Table.Td>{error.repair}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}
