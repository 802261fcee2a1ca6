import { Button, Menu, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { defaultDocument, pages } from '#core/blueprint/document.ts';
import { templateFor } from '#core/blueprint/templates.ts';
import { workedExample, workedExampleCurrency, workedExampleFunnel } from '#core/blueprint/worked-example.ts';
import { type CurrencyCode, parseCurrencyCode } from '#core/money.ts';
import { type Archetype, archetypeLabels } from '#core/program/archetype.ts';
import type { PageWord } from '#core/program/page.ts';
import { ConfirmDanger } from '../../../ui/confirm-danger.tsx';
import { SidePanel } from '../../../ui/side-panel.tsx';
import { PagePrint } from './print/page-print.tsx';

type Start = { readonly label: string; readonly body: unknown };

/** Another beginning for the page: a template of an archetype, the defaults, what is in force; and a worked example. */
export function StartFrom(props: {
  word: PageWord;
  inForce: unknown;
  /** Null for readers, who can look at the example only. */
  onStart: ((body: unknown) => void) | null;
}): ReactNode {
  const { word, onStart } = props;
  const [looking, setLooking] = useState(false);
  const [asked, setAsked] = useState<Start | null>(null);
  const archetypes = Object.entries(archetypeLabels) as [Archetype, string][];
  return (
    <>
      <Button variant="default" onClick={() => setLooking(true)}>
        See a worked example
      </Button>
      {onStart === null ? null : (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="default">Start from</Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Label>Template of an archetype</Menu.Label>
            {archetypes.map(([archetype, label]) => (
              <Menu.Item
                key={archetype}
                onClick={() =>
                  setAsked({ label: `the ${label} template`, body: templateFor(archetype)[word] })
                }
              >
                {label}
              </Menu.Item>
            ))}
            <Menu.Divider />
            <Menu.Item
              onClick={() => setAsked({ label: 'the method’s defaults', body: defaultDocument()[word] })}
            >
              The method’s defaults
            </Menu.Item>
            {props.inForce === null ? null : (
              <Menu.Item onClick={() => setAsked({ label: 'the version in force', body: props.inForce })}>
                The version in force
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      )}
      <ConfirmDanger
        opened={asked !== null}
        onClose={() => setAsked(null)}
        onConfirm={() => {
          if (asked !== null) onStart?.(asked.body);
        }}
        title={`Start from ${asked?.label ?? ''}?`}
        confirmLabel="Replace the draft"
      >
        It takes the place of what stands on this page now. Versions that were proposed or signed stay as they
        are.
      </ConfirmDanger>
      <SidePanel opened={looking} onClose={() => setLooking(false)} title="A worked example">
        <Text size="sm" mb="md">
          A program of an invented company, in {workedExampleCurrency}, that passes every check. To look at,
          not to copy.
        </Text>
        <PagePrint
          page={pages[word]}
          body={workedExample[word]}
          organization="An invented company"
          currency={parseCurrencyCode(workedExampleCurrency) ?? ('USD' as CurrencyCode)}
          facts={workedExampleFunnel}
          edition="Worked example"
          since={null}
          isDraft={false}
          signatures={[]}
        />
      </SidePanel>
    </>
  );
}
