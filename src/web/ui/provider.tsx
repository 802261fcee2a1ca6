import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { setNonce } from 'get-nonce';
import { type ReactNode, useMemo } from 'react';
import { type Locale, LocaleProvider } from './format.tsx';
import { ShortcutProvider } from './shortcuts.tsx';
import { colorSchemeKey, cssVariables, theme } from './theme.ts';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import './theme.css';

/** The value that this response's content security policy lets inline styles carry; empty in development. */
function readNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
}

/** Theme, formats, shortcuts and notifications for everything below. */
export function UiProvider(props: { locale?: Locale | undefined; children: ReactNode }): ReactNode {
  const scheme = useMemo(() => localStorageColorSchemeManager({ key: colorSchemeKey }), []);
  const nonce = useMemo(() => {
    const value = readNonce();
    // The library behind dialogs writes one style element of its own and asks for its nonce here.
    if (value !== '') setNonce(value);
    return value;
  }, []);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={scheme}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
      deduplicateCssVariables={false}
    >
      <LocaleProvider {...(props.locale ?? browserLocale())}>
        <ShortcutProvider>
          {props.children}
          <Notifications position="bottom-right" containerWidth={400} />
        </ShortcutProvider>
      </LocaleProvider>
    </MantineProvider>
  );
}

const fromBrowser: Locale = {
  language: navigator.language,
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
};

/** The reader's language and time zone, until the organization's is known. */
export function browserLocale(): Locale {
  return fromBrowser;
}
