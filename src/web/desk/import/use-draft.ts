import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useCallback } from 'react';
import { paths } from '../../paths.ts';
import { useUrlState } from '../../ui/url-state.ts';
import { useDesk } from '../desk-context.ts';
import { carriedOver } from './edit-mapping.ts';
import {
  draftKey,
  type FileChoice,
  type ImportDraft,
  type ImportKind,
  type ImportMapping,
  openDraft,
  saveMapping,
} from './import-data.ts';
import { keep, useKept } from './kept.ts';
import { parseQueue, queueText, type StepKey } from './steps.ts';

export type Reread = { readonly kind?: ImportKind; readonly source?: string; readonly file?: FileChoice };

export type DraftEdits = {
  readonly draft: ImportDraft;
  /** The mapping with what the person changed and has not sent yet. */
  readonly mapping: ImportMapping;
  readonly change: (mapping: ImportMapping) => void;
  /** Sends the mapping (this one, or the changed one) and goes to the step that `next` names. */
  readonly save: (next: (draft: ImportDraft) => StepKey, mapping?: ImportMapping) => void;
  /** Has the file understood anew; what was said about its columns is kept where it still fits. */
  readonly reread: (how: Reread) => void;
  readonly go: (step: StepKey) => void;
  readonly busy: boolean;
  readonly error: unknown;
};

/** The mapping of a draft while a person edits it. A reload or a failed save loses nothing. */
export function useDraftEdits(draft: ImportDraft, suggested: ImportMapping): DraftEdits {
  const { slug } = useDesk();
  const router = useRouter();
  const url = useUrlState();
  const queries = useQueryClient();
  const name = `mapping:${draft.draftId}`;
  const [edited, setEdited] = useKept<ImportMapping>(name);
  const mapping = edited ?? suggested;

  const go = useCallback((step: StepKey) => url.set({ step }), [url.set]);

  const saving = useMutation({
    mutationFn: (wanted: { mapping: ImportMapping; next: (draft: ImportDraft) => StepKey }) =>
      saveMapping(slug, draft.draftId, wanted.mapping),
    onSuccess: (saved, { next }) => {
      queries.setQueryData(draftKey(slug, draft.draftId), saved);
      setEdited(null);
      go(next(saved));
    },
  });

  const rereading = useMutation({
    mutationFn: (how: Reread) => {
      const file = how.file ?? draft.mapping?.file;
      return openDraft(slug, {
        fileId: draft.fileId,
        fileName: draft.fileName,
        kind: how.kind ?? mapping.kind,
        source: how.source ?? draft.source,
        ...(file === undefined ? {} : { file }),
      });
    },
    onSuccess: (fresh) => {
      queries.setQueryData(draftKey(slug, fresh.draftId), fresh);
      if (edited !== null && fresh.understanding !== null && fresh.mapping !== null)
        keep(`mapping:${fresh.draftId}`, carriedOver(edited, fresh.understanding, fresh.mapping));
      const queue = parseQueue(url.get('queue')).map((id) => (id === draft.draftId ? fresh.draftId : id));
      router.history.replace(
        paths.importDraft(slug, fresh.draftId, { step: 'file', queue: queueText(queue) }),
      );
    },
  });

  return {
    draft,
    mapping,
    change: setEdited,
    save: (next, changed) => {
      const wanted = changed ?? mapping;
      if (changed !== undefined) setEdited(changed);
      // What the server has already is not sent again: a dry run that stands keeps standing.
      if (sameJson(wanted, draft.mapping)) go(next(draft));
      else saving.mutate({ mapping: wanted, next });
    },
    reread: (how) => rereading.mutate(how),
    go,
    busy: saving.isPending || rereading.isPending,
    error: saving.error ?? rereading.error,
  };
}

function sameJson(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
