import { useCallback, useState } from 'react';

const prefix = 'tandem-import:';

/** What was kept under this name in this tab, or null. What cannot be read counts as nothing. */
export function readKept<Value>(name: string): Value | null {
  try {
    const text = window.sessionStorage.getItem(prefix + name);
    return text === null ? null : (JSON.parse(text) as Value);
  } catch {
    return null;
  }
}

/** Keeps a value until this tab is closed; null forgets it. A full or forbidden store loses only the safety net. */
export function keep(name: string, value: unknown): void {
  try {
    if (value === null) window.sessionStorage.removeItem(prefix + name);
    else window.sessionStorage.setItem(prefix + name, JSON.stringify(value));
  } catch {
    // Without the store the page still works; only a reload forgets.
  }
}

/** State that a reload or a failed save does not lose. Null stands for "nothing changed". */
export function useKept<Value>(name: string): readonly [Value | null, (value: Value | null) => void] {
  const [state, setState] = useState(() => ({ name, value: readKept<Value>(name) }));
  const current = state.name === name ? state : { name, value: readKept<Value>(name) };
  const set = useCallback(
    (value: Value | null) => {
      keep(name, value);
      setState({ name, value });
    },
    [name],
  );
  return [current.value, set];
}
