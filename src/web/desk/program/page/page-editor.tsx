import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { type ReactNode, useCallback, useDeferredValue, useMemo, useRef, useState } from 'react';
import { checkPage, sayCheck } from '#core/blueprint/check-document.ts';
import { type ProgramDocument, pages } from '#core/blueprint/document.ts';
import { type CurrencyCode, parseCurrencyCode } from '#core/money.ts';
import type { Fields } from '#core/program/field.ts';
import { isPageWord, type PageWord } from '#core/program/page.ts';
import { PageNotFound } from '../../../page-states.tsx';
import { paths } from '../../../paths.ts';
import { useFormat } from '../../../ui/format.tsx';
import { Page } from '../../../ui/page.tsx';
import { useShortcut } from '../../../ui/shortcuts.tsx';
import { ErrorState, Loading } from '../../../ui/states.tsx';
import { useUrlState } from '../../../ui/url-state.ts';
import { useDesk, useMay } from '../../desk-context.ts';
import { Arithmetic } from '../arithmetic/arithmetic.tsx';
import { documentOf, funnelQuery, type ProgramState, programQuery, signableBy } from '../program-state.ts';
import { useSame } from '../use-quiet.ts';
import { CheckList, sortChecks } from './check-list.tsx';
import { givenDefaults, unconfirmedDefaults } from './default-marks.ts';
import { DraftState } from './draft-state.tsx';
import classes from './editor.module.css';
import { EditorBar } from './editor-bar.tsx';
import type { FieldNote, FormActions, Marks } from './form/form-context.ts';
import { PageForm } from './form/page-form.tsx';
import { goToField, showInPrint } from './go-to-field.ts';
import { PageOrder } from './page-order.tsx';
import { DraftPrint } from './print/draft-print.tsx';
import { ProposePanel } from './signing/propose-panel.tsx';
import { Versions } from './signing/versions.tsx';
import { StandingLine } from './standing-line.tsx';
import { StartFrom } from './start-from.tsx';
import { useCheckFacts } from './use-check-facts.ts';
import { usePageDraft } from './use-page-draft.ts';

type Face = 'write' | 'print' | 'checks';

/** A page of the program: guided writing on the left, the page as it will be signed on the right. */
export function PageEditor(): ReactNode {
  const { slug } = useDesk();
  const { word } = useParams({ strict: false }) as { word?: string };
  const state = useQuery(programQuery(slug));
  if (word === undefined || !isPageWord(word)) return <PageNotFound />;
  const { title } = pages[word];
  if (state.error !== null) {
    return (
      <Page title={title}>
        <ErrorState error={state.error} onRetry={() => void state.refetch()} />
      </Page>
    );
  }
  if (state.data === undefined) return <Loading rows={12} label={`Loading ${title}`} />;
  return <Editor key={word} word={word} state={state.data} />;
}

function Editor(props: { word: PageWord; state: ProgramState }): ReactNode {
  const { word, state } = props;
  const { slug, currency } = useDesk();
  const format = useFormat();
  const url = useUrlState();
  const mayEdit = useMay('program.edit');
  const definition = pages[word];
  const draft = usePageDraft(slug, word, state);
  const { body, confirmed } = draft.edits;
  const funnel = useQuery(funnelQuery(slug));
  const shown = useDeferredValue(body);
  const document = useMemo(
    () => ({ ...documentOf(state), [word]: shown }) as ProgramDocument,
    [state, word, shown],
  );
  const facts = useCheckFacts(state);
  const checks = useMemo(() => checkPage(word, document, facts), [word, document, facts]);
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [unread, setUnread] = useState<ReadonlyMap<string, string>>(new Map());
  const [face, setFace] = useState<Face>('write');
  const [proposing, setProposing] = useState(false);
  const sheet = useRef<HTMLElement>(null);

  const given = useMemo(() => givenDefaults(definition.fields as Fields), [definition]);
  const page = state.pages.find((one) => one.word === word);
  const signed = page?.inForce && !page.inForce.isDraft ? page.inForce.body : null;
  const open = useMemo(
    () => unconfirmedDefaults(given, shown, confirmed, signed),
    [given, shown, confirmed, signed],
  );
  const openPaths = useSame(open.map((one) => one.path));
  const defaults = useMemo(() => new Set(openPaths), [openPaths]);
  const found = useSame(notesOf(checks, touched));
  const marks: Marks = useMemo(() => ({ defaults, notes: new Map(found) }), [defaults, found]);
  const { set, keep } = draft;
  const touch = useCallback((path: string) => setTouched((now) => new Set(now).add(path)), []);
  const noteUnread = useCallback((path: string, why: string | null) => {
    setUnread((now) => {
      if ((now.get(path) ?? null) === why) return now;
      const next = new Map(now);
      if (why === null) next.delete(path);
      else next.set(path, why);
      return next;
    });
  }, []);
  const segments = document.thesis.segments;
  const form: FormActions = useMemo(
    () => ({
      ways: { currency: parseCurrencyCode(currency) ?? ('EUR' as CurrencyCode), language: format.language },
      readOnly: !mayEdit,
      facts: (funnel.data?.facts ?? []) as FormActions['facts'],
      segments: segments.map((segment) => segment.name).filter((name) => name !== ''),
      set,
      keep,
      touch,
      unread: noteUnread,
    }),
    [currency, format.language, mayEdit, funnel.data, segments, set, keep, touch, noteUnread],
  );
  useShortcut('mod+s', 'Save the draft now', 'Program', () => {
    draft.saveNow();
    return true;
  });
  useShortcut('mod+enter', 'Propose the page', 'Program', () => setProposing(mayEdit));
  const onGo = (path: string): void => {
    setFace('write');
    requestAnimationFrame(() => goToField(path));
  };
  const waitsForReader = page !== undefined && page.draft === null && signableBy(page, state).length > 0;
  const { blocking, advisory } = sortChecks(checks);
  const count = blocking.length + advisory.length;
  const sides = [
    { value: 'print', label: 'Print' },
    { value: 'checks', label: count === 0 ? 'Checks' : `Checks (${count})` },
  ];
  const side = face === 'checks' ? 'checks' : 'print';
  const saved = <DraftState draft={draft} mayEdit={mayEdit} unread={[...unread.values()]} />;
  const isTrouble = draft.saving.state === 'conflict' || draft.saving.state === 'failed';
  return (
    <Page
      title={definition.title}
      lead={
        <>
          {definition.question}
          <PageOrder word={word} />
        </>
      }
      up={{ label: 'Program', href: paths.program(slug) }}
      actions={
        <StartFrom
          word={word}
          inForce={page?.inForce?.body ?? null}
          onStart={mayEdit ? draft.replace : null}
          draftRevision={page?.draft?.revision ?? null}
        />
      }
    >
      {page === undefined ? null : (
        <StandingLine page={page} state={state} onSign={() => goToField('signatures')} />
      )}
      {mayEdit ? null : saved}
      <SegmentedControl
        className={classes.faces}
        aria-label="What to look at"
        transitionDuration={0}
        value={face}
        onChange={(value) => setFace(value as Face)}
        data={[{ value: 'write', label: 'Write' }, ...sides]}
      />
      <div className={classes.columns} data-face={face}>
        <div className={classes.write} onFocusCapture={(event) => showInPrint(event.target, sheet.current)}>
          <PageForm page={definition} body={body as Record<string, unknown>} actions={form} marks={marks} />
        </div>
        <div className={classes.beside}>
          <SegmentedControl
            className={classes.sides}
            aria-label="Beside the form"
            transitionDuration={0}
            value={side}
            onChange={(value) => setFace(value as Face)}
            data={sides}
            fullWidth
          />
          <section
            ref={sheet}
            className={classes.scroll}
            aria-label={side === 'print' ? 'Print' : 'Checks'}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
            tabIndex={0}
          >
            {side === 'print' ? (
              <DraftPrint word={word} body={shown} state={state} facts={form.facts} />
            ) : (
              <CheckList checks={checks} onGo={onGo} />
            )}
          </section>
        </div>
      </div>
      {word === 'assumptions' ? <Arithmetic document={document} /> : null}
      <Versions word={word} state={state} />
      <PageOrder word={word} isFoot />
      {mayEdit ? (
        <EditorBar
          saved={saved}
          isTrouble={isTrouble}
          checks={checks}
          onGo={onGo}
          onPropose={() => setProposing(true)}
          onSign={waitsForReader ? () => goToField('signatures') : null}
        />
      ) : null}
      <ProposePanel
        opened={proposing || url.get('panel') === 'propose'}
        onClose={() => {
          setProposing(false);
          url.set({ panel: undefined });
        }}
        word={word}
        state={state}
        body={body}
        ensureSaved={draft.ensureSaved}
        checks={checks}
        unread={unread.size}
        unconfirmed={open.map((one) => one.label)}
      />
    </Page>
  );
}

/** What failing checks say beside a field, once the reader has left it. */
function notesOf(
  checks: ReturnType<typeof checkPage>,
  touched: ReadonlySet<string>,
): readonly (readonly [string, readonly FieldNote[]])[] {
  const failing = checks.filter((check) => !check.holds && touched.has(check.path));
  return [...Map.groupBy(failing, (check) => check.path)].map(([path, list]) => [
    path,
    list.map((check) => ({ text: sayCheck(check), isBlocking: check.severity === 'blocking' })),
  ]);
}
