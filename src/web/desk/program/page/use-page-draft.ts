import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { PageWord } from '#core/program/page.ts';
import { api } from '../../../api.ts';
import { take } from '../../../api-client.ts';
import { type Problem, problemOf } from '../../../problem.ts';
import { bodyOf, type ProgramState, programQuery } from '../program-state.ts';
import { withValue } from './body.ts';
import { withConfirmed } from './default-marks.ts';
import { type KeptEdits, keepEdits, readKeptEdits } from './kept-edits.ts';

/** How long nobody types before the draft is saved. */
const pauseMs = 800;

/** What stands on the page now, and the defaults that somebody has confirmed. */
export type Edits = { readonly body: unknown; readonly confirmed: readonly string[] };

export type Saving =
  | { readonly state: 'untouched' | 'saving' | 'waiting' }
  | { readonly state: 'saved'; readonly at: number }
  | { readonly state: 'failed' | 'conflict'; readonly problem: Problem };

export type PageDraft = {
  readonly edits: Edits;
  readonly saving: Saving;
  readonly set: (path: string, value: unknown) => void;
  readonly replace: (body: unknown) => void;
  readonly keep: (paths: readonly string[]) => void;
  readonly saveNow: () => void;
  /** The revision of the draft as it stands here, saved first where it is not; null where that failed. */
  readonly ensureSaved: () => Promise<number | null>;
  /** After a conflict: throw mine away, or put mine over theirs. */
  readonly loadTheirs: () => void;
  readonly keepMine: () => void;
};

/**
 * The draft of a page while somebody works on it. It saves itself a moment after the last key; what is not saved yet
 * survives a reload. Where somebody else saved in between, nothing is overwritten: the reader decides.
 */
export function usePageDraft(org: string, word: PageWord, state: ProgramState): PageDraft {
  const queries = useQueryClient();
  const page = state.pages.find((one) => one.word === word);
  const [kept] = useState<KeptEdits | null>(() => readKeptEdits(org, word));
  const [edits, setEdits] = useState<Edits>(
    () => kept ?? { body: bodyOf(state, word), confirmed: page?.draft?.confirmed ?? [] },
  );
  const [saving, setSaving] = useState<Saving>({ state: kept === null ? 'untouched' : 'waiting' });
  const revision = useRef(kept?.revision ?? page?.draft?.revision ?? 0);
  const [savedRevision, setSavedRevision] = useState<number | null>(
    kept === null ? (page?.draft?.revision ?? null) : null,
  );
  const latest = useRef(edits);
  const save = useMutation({
    mutationFn: (given: Edits) =>
      take(
        api.PUT('/api/v1/o/{org}/program/pages/{word}/draft', {
          params: { path: { org, word } },
          body: { body: given.body, confirmed: [...given.confirmed], revision: revision.current },
        }),
      ),
    // One save at a time, in the order of the typing.
    scope: { id: `draft ${org} ${word}` },
  });
  const { mutateAsync } = save;

  const send = useCallback(async (): Promise<boolean> => {
    const sent = latest.current;
    setSaving({ state: 'saving' });
    try {
      const { revision: now } = await mutateAsync(sent);
      revision.current = now;
      if (latest.current !== sent) {
        setSaving({ state: 'waiting' });
        return false;
      }
      keepEdits(org, word, null);
      setSavedRevision(now);
      setSaving({ state: 'saved', at: Date.now() });
      await queries.invalidateQueries({ queryKey: ['program', org] });
      return true;
    } catch (error) {
      const problem = problemOf(error);
      setSaving({ state: problem.status === 409 ? 'conflict' : 'failed', problem });
      return false;
    }
  }, [mutateAsync, org, word, queries]);

  const change = useCallback(
    (make: (now: Edits) => Edits): void => {
      const next = make(latest.current);
      latest.current = next;
      setEdits(next);
      setSavedRevision(null);
      setSaving((now) => (now.state === 'conflict' ? now : { state: 'waiting' }));
      keepEdits(org, word, { ...next, revision: revision.current, at: Date.now() });
    },
    [org, word],
  );

  // `edits` restarts the pause with every key.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the wait begins anew with each change
  useEffect(() => {
    if (saving.state !== 'waiting') return;
    const timer = setTimeout(() => void send(), pauseMs);
    return () => clearTimeout(timer);
  }, [saving.state, edits, send]);

  const isUnsaved = saving.state !== 'untouched' && saving.state !== 'saved';
  // The draft can change under a reader who has nothing unsaved: it was proposed, thrown away, or written by another.
  const serverRevision = page?.draft?.revision ?? 0;
  const seen = useRef(serverRevision);
  useEffect(() => {
    if (seen.current === serverRevision) return;
    seen.current = serverRevision;
    if (isUnsaved || revision.current === serverRevision) return;
    revision.current = serverRevision;
    latest.current = { body: bodyOf(state, word), confirmed: page?.draft?.confirmed ?? [] };
    setEdits(latest.current);
    setSavedRevision(page?.draft?.revision ?? null);
    setSaving({ state: 'untouched' });
  }, [serverRevision, isUnsaved, state, word, page]);
  useEffect(() => {
    if (!isUnsaved) return;
    const onLeave = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', onLeave);
    return () => window.removeEventListener('beforeunload', onLeave);
  }, [isUnsaved]);

  const theirs = useCallback(
    async () => (await queries.fetchQuery({ ...programQuery(org), staleTime: 0 })) as ProgramState,
    [queries, org],
  );
  // The same functions while people type, so that a form draws again only what changed.
  const deeds = useMemo(
    () => ({
      set: (path: string, value: unknown) =>
        change((now) => ({
          body: withValue(now.body, path, value),
          // Whoever answers a field has meant it, also where the answer is the default.
          confirmed: withConfirmed(now.confirmed, [path.replace(/\[\d+\].*$/, '')]),
        })),
      keep: (paths: readonly string[]) =>
        change((now) => ({ ...now, confirmed: withConfirmed(now.confirmed, paths) })),
      replace: (body: unknown) => change(() => ({ body, confirmed: [] })),
    }),
    [change],
  );
  return useMemo(
    () => ({
      ...deeds,
      edits,
      saving,
      saveNow: () => {
        if (isUnsaved && saving.state !== 'saving') void send();
      },
      ensureSaved: async () => {
        if (savedRevision !== null) return savedRevision;
        return (await send()) ? revision.current : null;
      },
      loadTheirs: async () => {
        const fresh = await theirs();
        const draft = fresh.pages.find((one) => one.word === word)?.draft ?? null;
        revision.current = draft?.revision ?? 0;
        latest.current = { body: bodyOf(fresh, word), confirmed: draft?.confirmed ?? [] };
        keepEdits(org, word, null);
        setEdits(latest.current);
        setSavedRevision(draft?.revision ?? null);
        setSaving({ state: 'untouched' });
      },
      keepMine: async () => {
        const fresh = await theirs();
        revision.current = fresh.pages.find((one) => one.word === word)?.draft?.revision ?? 0;
        await send();
      },
    }),
    [deeds, edits, saving, savedRevision, isUnsaved, send, theirs, org, word],
  );
}
