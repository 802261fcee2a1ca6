import { ActionIcon, Tooltip, useMantineColorScheme } from '@mantine/core';
import type { ReactNode } from 'react';
import { MoonIcon, SunIcon, SystemIcon } from './icons.tsx';
import { useUiTexts } from './texts.ts';

const next = { auto: 'light', light: 'dark', dark: 'auto' } as const;

/** Steps through system, light and dark. */
export function ColorSchemeToggle(): ReactNode {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { colours, changeColours } = useUiTexts();
  const label = changeColours(colours[colorScheme], colours[next[colorScheme]]);
  return (
    <Tooltip label={label}>
      <ActionIcon size={32} aria-label={label} onClick={() => setColorScheme(next[colorScheme])}>
        {colorScheme === 'auto' ? <SystemIcon /> : colorScheme === 'light' ? <SunIcon /> : <MoonIcon />}
      </ActionIcon>
    </Tooltip>
  );
}
