import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';

export type Shortcut = {
  /** One key ("j", "?", "/"), two in a row ("g p"), or with the command key ("mod+k"). */
  readonly keys: string;
  readonly label: string;
  readonly group: string;
  /** Returns false to leave the key to the browser. */
  readonly run: (event: KeyboardEvent) => unknown;
};

type Registry = {
  readonly shortcuts: readonly Shortcut[];
  readonly add: (shortcut: Shortcut) => () => void;
  readonly singleKeys: boolean;
  readonly setSingleKeys: (on: boolean) => void;
};

const RegistryContext = createContext<Registry | null>(null);
const singleKeysKey = 'tandem-single-key-shortcuts';
const sequenceMs = 1000;

/**
 * The part of a typed key that a shortcut is compared with, or null if the key was meant for a field.
 * Shortcuts with the command key work in fields too.
 */
export function keyName(event: KeyboardEvent): string | null {
  const target = event.target as HTMLElement | null;
  const typing =
    target?.isContentEditable === true || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target?.tagName ?? '');
  if (event.metaKey || event.ctrlKey) {
    const key = event.key.toLowerCase();
    // In a field, taking back means the typing.
    return event.altKey || (typing && key === 'z') ? null : `mod+${key}`;
  }
  if (typing || event.altKey || event.key.length !== 1) return null;
  return event.key.toLowerCase();
}

/** Holds the page's shortcuts and listens for them. Single-letter keys can be turned off (WCAG 2.1.4). */
export function ShortcutProvider(props: { children: ReactNode }): ReactNode {
  const [shortcuts, setShortcuts] = useState<readonly Shortcut[]>([]);
  const [singleKeys, setSingleKeysState] = useState(() => localStorage.getItem(singleKeysKey) !== 'off');
  const current = useRef({ shortcuts, singleKeys });
  current.current = { shortcuts, singleKeys };

  const add = useCallback((shortcut: Shortcut) => {
    setShortcuts((all) => [...all, shortcut]);
    return () => setShortcuts((all) => all.filter((other) => other !== shortcut));
  }, []);
  const setSingleKeys = useCallback((on: boolean) => {
    localStorage.setItem(singleKeysKey, on ? 'on' : 'off');
    setSingleKeysState(on);
  }, []);

  useEffect(() => {
    let first = { key: '', at: 0 };
    const onKey = (event: KeyboardEvent): void => {
      const key = keyName(event);
      if (key === null || event.defaultPrevented || event.isComposing) return;
      if (!key.startsWith('mod+') && !current.current.singleKeys) return;
      const pair = event.timeStamp - first.at < sequenceMs ? `${first.key} ${key}` : key;
      const find = (keys: string): Shortcut | undefined =>
        current.current.shortcuts.findLast((shortcut) => shortcut.keys === keys);
      const found = find(pair) ?? find(key);
      first = { key, at: event.timeStamp };
      if (found === undefined) return;
      first = { key: '', at: 0 };
      if (found.run(event) !== false) event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);

  const registry = useMemo(
    () => ({ shortcuts, add, singleKeys, setSingleKeys }),
    [shortcuts, add, singleKeys, setSingleKeys],
  );
  return <RegistryContext value={registry}>{props.children}</RegistryContext>;
}

/** The registered shortcuts and the switch for single-letter keys. */
export function useShortcuts(): Registry {
  const registry = useContext(RegistryContext);
  if (registry === null) throw new Error('ShortcutProvider is missing above this component');
  return registry;
}

/** Registers one shortcut while the component is on the page. The newest registration of a key wins. */
export function useShortcut(
  keys: string,
  label: string,
  group: string,
  run: (event: KeyboardEvent) => unknown,
): void {
  const { add } = useShortcuts();
  const latest = useRef(run);
  latest.current = run;
  useEffect(
    () => add({ keys, label, group, run: (event) => latest.current(event) }),
    [add, keys, label, group],
  );
}
