import { spotlight } from '@mantine/spotlight';
import { type ReactNode, useEffect, useState } from 'react';
import { CommandPalette, type CommandPaletteProps } from './command-palette.tsx';
import { KeyboardHelp } from './keyboard-help.tsx';
import type { ToolWish } from './tools.tsx';

/** The dialogs of `Tools`, in a file of their own so that they load on demand. */
export function ToolDialogs(props: CommandPaletteProps & { wish: ToolWish }): ReactNode {
  const { wish, ...palette } = props;
  const [help, setHelp] = useState(false);
  useEffect(() => {
    if (wish.tool === 'palette') spotlight.open();
    else setHelp(true);
  }, [wish]);
  return (
    <>
      <CommandPalette {...palette} />
      <KeyboardHelp opened={help} onClose={() => setHelp(false)} />
    </>
  );
}
