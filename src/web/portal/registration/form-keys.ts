import type { KeyboardEvent } from 'react';

const fields = 'input:not([type="hidden"]):not(:disabled), textarea:not(:disabled), select:not(:disabled)';

/** Enter goes on to the next field, as a phone's keyboard offers it. It sends nothing that is half typed. */
export function goOnWithEnter(event: KeyboardEvent<HTMLFormElement>): void {
  const { target, currentTarget } = event;
  if (event.key !== 'Enter' || event.defaultPrevented || event.nativeEvent.isComposing) return;
  if (!(target instanceof HTMLInputElement) || target.type === 'checkbox') return;
  event.preventDefault();
  const all = [...currentTarget.querySelectorAll<HTMLElement>(fields)];
  all[all.indexOf(target) + 1]?.focus();
}

/** Goes to the first field that has something wrong, once it is shown. */
export function focusFirst(form: HTMLFormElement | null): void {
  // The errors are drawn with the next frame.
  requestAnimationFrame(() => {
    const wrong = form?.querySelector<HTMLElement>(
      '[aria-invalid="true"], [data-error="true"], [data-error]',
    );
    const place = wrong?.closest('[data-path]') ?? null;
    (place?.querySelector<HTMLElement>(fields) ?? wrong)?.focus();
  });
}
