import { Stack, Text } from '@mantine/core';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import { paths } from '../../paths.ts';
import { Page } from '../../ui/page.tsx';
import { EmptyState, ErrorState, Loading } from '../../ui/states.tsx';
import { useUrlState } from '../../ui/url-state.ts';
import { WizardSteps } from '../../ui/wizard.tsx';
import { useDesk, useMay } from '../desk-context.ts';
import classes from './import.module.css';
import { draftQuery, type ImportDraft, type ImportMapping } from './import-data.ts';
import { kinds } from './kinds.ts';
import { StepCheck } from './step-check.tsx';
import { StepColumns } from './step-columns.tsx';
import { StepDone } from './step-done.tsx';
import { StepFile } from './step-file.tsx';
import { StepMeaning } from './step-meaning.tsx';
import { StepPartners } from './step-partners.tsx';
import { parseQueue, type StepKey, stepFor, stepsOf } from './steps.ts';
import { useDraftEdits } from './use-draft.ts';

/** One file on its way in, step by step. The file and the step stand in the address. */
export function ImportDraftPage(): ReactNode {
  const { slug } = useDesk();
  const mayRun = useMay('import.run');
  const { draftId = '' } = useParams({ strict: false }) as { draftId?: string };
  const draft = useQuery(draftQuery(slug, draftId));
  const url = useUrlState();
  const queue = parseQueue(url.get('queue'));
  const title = draft.data === undefined ? 'Import a file' : `Import ${draft.data.fileName}`;
  return (
    <Page title={title} up={{ label: 'Imports', href: paths.imports(slug) }}>
      {queue.length > 1 ? <Queue org={slug} draftIds={queue} current={draftId} /> : null}
      {!mayRun ? (
        <EmptyState title="Not yours to import">
          Importing is for the Head of Partnerships, partner ops and administrators.
        </EmptyState>
      ) : draft.error !== null ? (
        <ErrorState error={draft.error} onRetry={() => void draft.refetch()} />
      ) : draft.data === undefined ? (
        <Loading rows={8} label="Loading the file" />
      ) : draft.data.mapping === null || draft.data.understanding === null ? (
        <EmptyState
          title="Nothing is known of this file"
          action={{ label: 'Choose the file again', href: paths.newImport(slug) }}
        >
          It was uploaded, but reading it did not end.
        </EmptyState>
      ) : (
        <Wizard draft={draft.data} suggested={draft.data.mapping} />
      )}
    </Page>
  );
}

function Wizard(props: { draft: ImportDraft; suggested: ImportMapping }): ReactNode {
  const edits = useDraftEdits(props.draft, props.suggested);
  const url = useUrlState();
  // Reading a file anew makes another draft of it: only the page of the file stays, with the focus where it was.
  const { draftId } = props.draft;
  const step = stepFor(url.get('step'), props.draft);
  const panel = useRef<HTMLElement>(null);
  const last = useRef(step);
  useEffect(() => {
    // A new step begins at its own start, for the eye as for a screen reader; the first one leaves the focus alone.
    if (last.current === step) return;
    last.current = step;
    panel.current?.focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
  }, [step]);
  const isRunning = props.draft.state === 'running';
  const mayGoBack = !isRunning && props.draft.state !== 'committed';
  const steps = stepsOf(edits.mapping, props.draft);
  return (
    <Stack gap="md">
      <WizardSteps
        label="Steps of the import"
        steps={steps}
        current={step}
        onBack={mayGoBack ? (key) => edits.go(key as StepKey) : undefined}
      />
      <section
        ref={panel}
        tabIndex={-1}
        aria-label={steps.find(({ key }) => key === step)?.label}
        style={{ outline: 'none' }}
      >
        {edits.error === null ? null : <ErrorState error={edits.error} />}
        {step === 'file' ? <StepFile edits={edits} /> : null}
        {step === 'columns' ? <StepColumns key={draftId} edits={edits} /> : null}
        {step === 'meaning' ? <StepMeaning key={draftId} edits={edits} /> : null}
        {step === 'partners' ? <StepPartners key={draftId} edits={edits} /> : null}
        {step === 'check' ? <StepCheck key={draftId} edits={edits} /> : null}
        {step === 'done' ? <StepDone key={draftId} draft={props.draft} /> : null}
      </section>
    </Stack>
  );
}

/** Several files in their order: which are in, which one this is, which wait. */
function Queue(props: { org: string; draftIds: readonly string[]; current: string }): ReactNode {
  const drafts = useQueries({ queries: props.draftIds.map((id) => draftQuery(props.org, id)) });
  return (
    <nav aria-label="Files of this import">
      <ol className={classes.files}>
        {drafts.map(({ data }, at) => {
          const id = props.draftIds[at] ?? '';
          const isCurrent = id === props.current;
          const state = data?.state === 'committed' ? 'imported' : isCurrent ? 'this file' : 'waits';
          const name = data?.fileName ?? `File ${at + 1}`;
          const kind =
            data?.mapping === undefined || data.mapping === null ? '' : kinds[data.mapping.kind].many;
          return (
            <li key={id}>
              {isCurrent ? (
                <Text span inherit fw={600} aria-current="true">
                  {at + 1}. {name}
                </Text>
              ) : (
                <a href={paths.importDraft(props.org, id, { queue: props.draftIds.join('.') })}>
                  {at + 1}. {name}
                </a>
              )}{' '}
              <Text span inherit c="dimmed">
                {kind === '' ? state : `${kind}, ${state}`}
              </Text>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
