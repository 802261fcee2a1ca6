import { useEffect, useState } from 'react';

/** The token that stands behind `#` in a mailed or printed address; browsers send that part to nobody. */
export function tokenOf(hash: string): string {
  return new URLSearchParams(hash.replace(/^#/, '')).get('token')?.trim() ?? '';
}

/** The token of this page's address, read once and taken out of the address, so that no history keeps it. */
export function useSecretToken(): string {
  const [token] = useState(() => {
    const found = tokenOf(window.location.hash);
    if (found !== '')
      window.history.replaceState(
        window.history.state,
        '',
        window.location.pathname + window.location.search,
      );
    return found;
  });
  useEffect(() => {
    // Another address with a token, pasted into this tab, changes only the part behind #: begin anew with it.
    const again = (): void => {
      if (tokenOf(window.location.hash) !== '') window.location.reload();
    };
    window.addEventListener('hashchange', again);
    return () => window.removeEventListener('hashchange', again);
  }, []);
  return token;
}
