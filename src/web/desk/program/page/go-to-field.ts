/**
 * Brings a field into view and gives it the focus. A path without a field of its own leads to the nearest one around it:
 * `kill[0].on`, else `kill[0]`, else `kill`.
 */
export function goToField(path: string): void {
  for (let at = path; at !== ''; at = at.replace(/(\.[^.[\]]+|\[\d+\])$|^[^.[\]]+$/, '')) {
    const place = document.querySelector<HTMLElement>(`[data-path="${CSS.escape(at)}"]`);
    if (place === null) continue;
    place.closest('details')?.setAttribute('open', '');
    // The middle of what is taller than the window would hide where it begins.
    const isTall = place.offsetHeight > window.innerHeight * 0.6;
    place.scrollIntoView({ block: isTall ? 'start' : 'center', behavior: pace() });
    const field = place.matches('input, textarea, select, button')
      ? place
      : place.querySelector<HTMLElement>('input, textarea, select, button');
    field?.focus({ preventScroll: true });
    return;
  }
}

/** Turns the print beside the form to the section that is being written. */
export function showInPrint(field: Element, print: HTMLElement | null): void {
  const title = field.closest('[data-section]')?.getAttribute('data-section');
  if (print === null || title === null || title === undefined) return;
  const place = print.querySelector<HTMLElement>(`[data-printed="${CSS.escape(title)}"]`);
  if (place === null) return;
  const top = place.getBoundingClientRect().top - print.getBoundingClientRect().top;
  const isSeen = top >= 0 && top + place.offsetHeight <= print.clientHeight;
  if (!isSeen) print.scrollBy({ top: top - 48, behavior: pace() });
}

function pace(): ScrollBehavior {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';
}
