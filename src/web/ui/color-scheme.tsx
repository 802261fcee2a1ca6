import { ActionIcon, Tooltip, useMantineColorScheme } from '@mantine/core';
import type { ReactNode } from 'react';
import { MoonIcon, SunIcon, SystemIcon } from './icons.tsx';

const next = { auto: 'light', light: 'dark', dark: 'auto' } as const;
const names = { auto: 'as the system', light: 'light', dark: 'dark' } as const;

/** Steps through system, light and dark. */
export function ColorSchemeToggle(): ReactNode {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const label = `Colours: ${names[colorScheme]}. Change to ${names[next[colorScheme]]}`;
  return (
    <Tooltip label={label}>
      <ActionIcon size={32} aria-label={label} onClick={() => setColorScheme(next[colorScheme])}>
        {colorScheme === 'auto' ? <SystemIcon /> : colorScheme === 'light' ? <SunIcon /> : <MoonIcon />}
      </ActionIcon>
    </Tooltip>
  );
}
