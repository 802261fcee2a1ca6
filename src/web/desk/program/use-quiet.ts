import { useEffect, useRef, useState } from 'react';

/** The value as it was when it last stood still for a while: for what is too dear to compute with every key. */
export function useQuiet<Value>(value: Value, pauseMs: number): Value {
  const same = useSame(value);
  const [quiet, setQuiet] = useState(same);
  useEffect(() => {
    const timer = setTimeout(() => setQuiet(same), pauseMs);
    return () => clearTimeout(timer);
  }, [same, pauseMs]);
  return quiet;
}

/** The same object as long as it says the same, so that what depends on it rests. */
export function useSame<Value>(value: Value): Value {
  const kept = useRef({ value, text: '' });
  if (kept.current.value !== value) {
    const text = JSON.stringify(value);
    if (text !== kept.current.text) kept.current = { value, text };
  }
  return kept.current.value;
}
