import type { ReactNode } from 'react';
import { ColorSchemeToggle } from '../../ui/color-scheme.tsx';
import { LocaleProvider } from '../../ui/format.tsx';
import { Mark } from '../../ui/icons.tsx';
import { LanguageMenu } from '../language-menu.tsx';
import { Spoken } from '../spoken.tsx';
import { localeOf, useSpeech } from '../use-speech.ts';
import classes from './form.module.css';

/** The frame of the pages that a secret link opens: no places to go to, a language, and one task. */
export function FormFrame(props: { children: ReactNode }): ReactNode {
  const speech = useSpeech();
  return (
    <LocaleProvider language={localeOf(speech.language)} timeZone="UTC">
      <Spoken speech={speech}>
        <header className={classes.top}>
          <span className={classes.mark}>
            <Mark />
            Tandem
          </span>
          <span className={classes.tools}>
            <LanguageMenu />
            <ColorSchemeToggle />
          </span>
        </header>
        <main id="main" className={classes.main} lang={speech.language}>
          {props.children}
        </main>
      </Spoken>
    </LocaleProvider>
  );
}
