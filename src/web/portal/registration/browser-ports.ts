import type { KeeperPorts } from './draft-keeper.ts';

/** This browser: what it keeps, and when its connection comes back. */
export const browserPorts: KeeperPorts = {
  // Looked up late: a browser that keeps nothing may refuse the name itself.
  storage: {
    getItem: (name) => localStorage.getItem(name),
    setItem: (name, text) => localStorage.setItem(name, text),
    removeItem: (name) => localStorage.removeItem(name),
  },
  onOnline: (callback) => {
    window.addEventListener('online', callback);
    return () => window.removeEventListener('online', callback);
  },
  newKey: () => crypto.randomUUID(),
};
