import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { CommandPaletteProps } from './command-palette.tsx';
import { useShortcut } from './shortcuts.tsx';

const ToolDialogs = lazy(() =>
  import('./tool-dialogs.tsx').then((module) => ({ default: module.ToolDialogs })),
);

/** Which dialog was asked for last; a new object each time, so that asking twice opens it twice. */
export type ToolWish = { readonly tool: 'palette' | 'help' };

/**
 * The command palette (Mod-K, /) and the keyboard help (?). Their code is loaded when the first of them is asked for.
 * Calls its children with the function that opens the palette.
 */
export function Tools(
  props: CommandPaletteProps & { children: (openPalette: () => void) => ReactNode },
): ReactNode {
  const { children, ...palette } = props;
  const [wish, setWish] = useState<ToolWish | null>(null);
  const openPalette = (): void => setWish({ tool: 'palette' });
  useShortcut('mod+k', 'Go, find or act', 'General', openPalette);
  useShortcut('/', 'Search', 'General', openPalette);
  useShortcut('?', 'Show this help', 'General', () => setWish({ tool: 'help' }));
  return (
    <>
      {wish === null ? null : (
        <Suspense fallback={null}>
          <ToolDialogs wish={wish} {...palette} />
        </Suspense>
      )}
      {children(openPalette)}
    </>
  );
}
