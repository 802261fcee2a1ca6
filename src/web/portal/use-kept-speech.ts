import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { PortalLanguage } from '#core/registration/portal-format.ts';
import { api } from '../api.ts';
import { take } from '../api-client.ts';
import type { Speech } from '../speech.ts';
import { chosenLanguage } from './kept-language.ts';
import { portalQuery } from './portal-context.ts';

/**
 * The reader's language, kept with their membership as well, so that letters to them are written in it. `kept` is what is
 * kept there: null where nothing is, undefined while it is not known.
 *
 * A browser without a choice of its own takes what is kept. Where nothing is kept, the language that the portal speaks here
 * is, unless it is English, in which they are written to anyway.
 */
export function useKeptSpeech(slug: string, speech: Speech, kept: PortalLanguage | null | undefined): Speech {
  const queries = useQueryClient();
  const { mutate: keep } = useMutation({
    mutationFn: (language: PortalLanguage) =>
      take(
        api.PUT('/api/v1/o/{org}/portal/language', {
          params: { path: { org: slug } },
          body: { language },
        }),
      ),
    // The page speaks it already; only letters wait for this, and the next choice or visit asks again.
    retry: 2,
    onSuccess: (_, language) => {
      queries.setQueryData(portalQuery(slug).queryKey, (portal) =>
        portal === undefined ? portal : { ...portal, me: { ...portal.me, language } },
      );
    },
  });
  const { language, choose } = speech;
  useEffect(() => {
    if (kept === undefined) return;
    if (kept === null && language !== 'en') keep(language);
    else if (kept !== null && kept !== language && chosenLanguage() === null) choose(kept);
  }, [kept, language, choose, keep]);
  return useMemo(
    () => ({
      language,
      choose: (chosen) => {
        choose(chosen);
        keep(chosen);
      },
    }),
    [language, choose, keep],
  );
}
