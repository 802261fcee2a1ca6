/**
 * Turns a plain press on any `<a href>` of this site into a navigation without a page load. One listener serves
 * text links, buttons and links inside drawings alike; whatever asks for the browser's own way (a new tab, a
 * download, another site) keeps it. Returns the function that stops listening.
 */
export function followLinks(root: Document, navigate: (href: string) => void): () => void {
  const onClick = (event: MouseEvent): void => {
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = (event.target as Element | null)?.closest?.('a[href]');
    const href = link?.getAttribute('href') ?? '';
    if (link === null || !isOwnPage(href)) return;
    if (link?.hasAttribute('download') === true) return;
    const target = link?.getAttribute('target');
    if (target !== null && target !== undefined && target !== '_self') return;
    event.preventDefault();
    navigate(href);
  };
  root.addEventListener('click', onClick);
  return () => root.removeEventListener('click', onClick);
}

/** A path of ours that the router knows: not another site, not the API, not a place within the page. */
export function isOwnPage(href: string): boolean {
  return href.startsWith('/') && !href.startsWith('//') && !/^\/(?:api|assets)(?:\/|$)/.test(href);
}
