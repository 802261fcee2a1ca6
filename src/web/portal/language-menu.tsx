import { Button, Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import { type PortalLanguage, portalLanguages } from '#core/registration/portal-format.ts';
import { usePortalLanguage, useWords } from './language.ts';

const languages = Object.keys(portalLanguages) as PortalLanguage[];

/** Chooses the language of the partner's pages; this browser remembers it, and whoever is signed in is written to in it. */
export function LanguageMenu(): ReactNode {
  const { language, choose } = usePortalLanguage();
  const words = useWords();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          size="xs"
          h={32}
          px={8}
          aria-label={`${words.language}: ${portalLanguages[language]}`}
        >
          {language.toUpperCase()}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {languages.map((one) => (
          <Menu.Item key={one} lang={one} onClick={() => choose(one)} fw={one === language ? 650 : undefined}>
            {portalLanguages[one]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
