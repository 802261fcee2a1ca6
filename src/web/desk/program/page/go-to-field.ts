/**
 * Brings a field into view and gives it the focus. A path without a field of its own leads to the nearest one around it:
 * `kill[0].on`, else `kill[0]`, else `kill`.
 */
export function goToField(path: string): void {
  for (let at = path; at !== ''; at = at.replace(/(\.[^.[\]]+|\[\d+\])$|^[^.[\]]+$/, '')) {
    const place = document.querySelector<HTMLElement>(`[data-path="${CSS.escape(at)}"]`);
    if (place === null) continue;
    const quick = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    place.scrollIntoView({ block: 'center', behavior: quick ? 'auto' : 'smooth' });
    const field = place.matches('input, textarea, select, button')
      ? place
      : place.querySelector<HTMLElement>('input, textarea, select, button');
    field?.focus({ preventScroll: true });
    return;
  }
}
