import { Stack, Text, Title } from '@mantine/core';
import { type ReactNode, Suspense, useEffect } from 'react';
import { paths } from '../paths.ts';
import { ColorSchemeToggle } from '../ui/color-scheme.tsx';
import { Mark } from '../ui/icons.tsx';
import { UiTextsContext, uiEnglish } from '../ui/texts.ts';
import classes from './entry-frame.module.css';
import type { EntrySpeech } from './entry-speech.ts';

export type EntryFrameProps = {
  title: string;
  lead?: ReactNode;
  wide?: boolean | undefined;
  /** In which language the page speaks; English where none is given. */
  speech?: EntrySpeech | undefined;
  /** Whose door it is, where that is not Tandem’s own. */
  before?: ReactNode;
  children: ReactNode;
};

/** The frame of the pages before the product: sign-in, set-up, invitations. One column, one task. */
export function EntryFrame(props: EntryFrameProps): ReactNode {
  useEffect(() => {
    document.title = `${props.title} · Tandem`;
  }, [props.title]);
  return (
    <UiTextsContext value={props.speech?.ui ?? uiEnglish}>
      <div className={classes.frame} lang={props.speech?.language}>
        <header className={classes.top}>
          <a href={paths.home()} className={classes.mark}>
            <Mark />
            Tandem
          </a>
          <ColorSchemeToggle />
        </header>
        <main className={`${classes.main} ${props.wide === true ? classes.wide : ''}`}>
          <Stack gap="lg">
            <Suspense fallback={null}>{props.before}</Suspense>
            <div>
              <Title order={1}>{props.title}</Title>
              {props.lead === undefined ? null : (
                <Text c="dimmed" component="div" mt={4}>
                  {props.lead}
                </Text>
              )}
            </div>
            {props.children}
          </Stack>
        </main>
      </div>
    </UiTextsContext>
  );
}
