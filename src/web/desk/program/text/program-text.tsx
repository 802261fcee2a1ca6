import { Badge, Button, Group, Stack, Text, Textarea, Title } from '@mantine/core';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import { api } from '../../../api.ts';
import { take } from '../../../api-client.ts';
import { paths } from '../../../paths.ts';
import { Card } from '../../../ui/card.tsx';
import { FileDrop } from '../../../ui/file-drop.tsx';
import { Page } from '../../../ui/page.tsx';
import { ErrorState, Loading } from '../../../ui/states.tsx';
import { toastDone, toastProblem } from '../../../ui/toast.tsx';
import { useDesk, useMay } from '../../desk-context.ts';
import { DifferenceItems } from '../page/signing/difference-list.tsx';
import classes from './text.module.css';

function textQuery(org: string) {
  return queryOptions({
    queryKey: ['program', org, 'text'],
    queryFn: () => take(api.GET('/api/v1/o/{org}/program/text', { params: { path: { org } } })),
  });
}

/** The whole program as one text: to read, to keep beside the code, to change in an editor and to bring back. */
export function ProgramText(): ReactNode {
  const { slug } = useDesk();
  const text = useQuery(textQuery(slug));
  return (
    <Page
      title="Program as text"
      lead="One document (YAML) for the whole program. Keep it where your team reviews text, change it there, and bring it back as drafts; comments are kept."
      up={{ label: 'Program', href: paths.program(slug) }}
      actions={
        <>
          <Button component="a" variant="default" href={paths.programSchemaFile(slug)}>
            Schema for editors
          </Button>
          <Button component="a" variant="default" href={paths.programTextFile(slug)}>
            Download
          </Button>
        </>
      }
    >
      {text.error === null ? null : <ErrorState error={text.error} onRetry={() => void text.refetch()} />}
      {text.isPending ? <Loading rows={14} label="Loading the text" /> : null}
      {text.data === undefined ? null : <Editor key={text.data.text} written={text.data.text} />}
    </Page>
  );
}

function Editor(props: { written: string }): ReactNode {
  const { slug } = useDesk();
  const mayEdit = useMay('program.edit');
  const queries = useQueryClient();
  const [text, setText] = useState(props.written);
  const answer = useRef<HTMLDivElement>(null);
  const isChanged = text !== props.written;
  const preview = useMutation({
    mutationFn: () =>
      take(
        api.POST('/api/v1/o/{org}/program/text/check', { params: { path: { org: slug } }, body: { text } }),
      ),
    // The text fills the window: what it changes, or what is wrong with it, stands below.
    onSettled: () => requestAnimationFrame(() => answer.current?.scrollIntoView({ block: 'start' })),
  });
  const bring = useMutation({
    mutationFn: () =>
      take(api.POST('/api/v1/o/{org}/program/text', { params: { path: { org: slug } }, body: { text } })),
    onSuccess: async ({ pages }) => {
      toastDone(pages.length === 1 ? 'One page is a draft now.' : `${pages.length} pages are drafts now.`);
      preview.reset();
      await queries.invalidateQueries();
    },
  });
  const onType = (now: string): void => {
    setText(now);
    preview.reset();
    bring.reset();
  };
  const changed = preview.data?.pages.filter((page) => page.differences.length > 0) ?? [];
  return (
    <Stack gap="md">
      {mayEdit ? (
        <FileDrop
          label="Bring a file"
          hint="A program as YAML, at most 1 MB. It is shown below and changes nothing yet."
          accept=".yaml,.yml,.txt"
          onFiles={([file]) => {
            file?.text().then(onType).catch(toastProblem);
          }}
        />
      ) : null}
      <Textarea
        label="The program"
        autosize
        minRows={16}
        maxRows={32}
        spellCheck={false}
        readOnly={!mayEdit}
        value={text}
        onChange={(event) => onType(event.currentTarget.value)}
        classNames={{ input: classes.text ?? '' }}
      />
      {mayEdit ? (
        <Group gap="sm">
          <Button
            variant="default"
            loading={preview.isPending}
            disabled={!isChanged}
            onClick={() => preview.mutate()}
          >
            See what it changes
          </Button>
          <Button loading={bring.isPending} disabled={changed.length === 0} onClick={() => bring.mutate()}>
            Make it the draft
          </Button>
          {isChanged ? (
            <Button variant="subtle" onClick={() => onType(props.written)}>
              Back to what is written
            </Button>
          ) : null}
        </Group>
      ) : null}
      <Stack gap="md" ref={answer} className={classes.answer ?? ''}>
        {preview.error === null ? null : <ErrorState error={preview.error} />}
        {bring.error === null ? null : <ErrorState error={bring.error} />}
        {preview.data === undefined ? null : changed.length === 0 ? (
          <Text size="sm">It says the same as what is written now.</Text>
        ) : (
          changed.map((page) => (
            <Card key={page.word}>
              <Group justify="space-between">
                <Title order={2}>{page.title}</Title>
                {page.findings.some((one) => one.severity === 'blocking') ? (
                  <Badge color="amber">Not ready to propose</Badge>
                ) : (
                  <Badge color="teal">Ready to propose</Badge>
                )}
              </Group>
              <DifferenceItems items={page.differences} />
              {page.findings.length === 0 ? null : (
                <details className={classes.findings}>
                  <summary>Checks that do not hold: {page.findings.length}</summary>
                  <ul>
                    {page.findings.map((one) => (
                      <li key={`${one.code} ${one.path}`}>{one.sentence}</li>
                    ))}
                  </ul>
                </details>
              )}
            </Card>
          ))
        )}
      </Stack>
    </Stack>
  );
}
