import { Button, Menu, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { defaultDocument, pages } from '#core/blueprint/document.ts';
import { templateFor } from '#core/blueprint/templates.ts';
import { workedExample, workedExampleCurrency, workedExampleFunnel } from '#core/blueprint/worked-example.ts';
import { type CurrencyCode, parseCurrencyCode } from '#core/money.ts';
import { type Archetype, archetypeLabels } from '#core/program/archetype.ts';
import type { PageWord } from '#core/program/page.ts';
import { api } from '../../../api.ts';
import { take } from '../../../api-client.ts';
import { ConfirmDanger } from '../../../ui/confirm-danger.tsx';
import { SidePanel } from '../../../ui/side-panel.tsx';
import { toastProblem } from '../../../ui/toast.tsx';
import { useDesk } from '../../desk-context.ts';
import { PagePrint } from './print/page-print.tsx';

type Start = { readonly label: string; readonly body: unknown };

/** Another beginning for the page: a template of an archetype, the defaults, what is in force; and a worked example. */
export function StartFrom(props: {
  word: PageWord;
  inForce: unknown;
  /** Null for readers, who can look at the example only. */
  onStart: ((body: unknown) => void) | null;
  /** The draft that can be thrown away; null where there is none. */
  draftRevision: number | null;
}): ReactNode {
  const discard = useDiscard(props.word);
  const [discarding, setDiscarding] = useState(false);
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
            {props.draftRevision === null ? null : (
              <Menu.Item onClick={() => setDiscarding(true)}>Nothing: throw this draft away</Menu.Item>
            )}
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
      <ConfirmDanger
        opened={discarding}
        onClose={() => setDiscarding(false)}
        onConfirm={async () => {
          if (props.draftRevision !== null) await discard(props.draftRevision);
        }}
        title="Throw this draft away?"
        confirmLabel="Throw it away"
      >
        The page then says again what stands without it: the newest version, or the method’s defaults. The
        text of this draft cannot be brought back.
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

/** Throws the draft of a page away, unless somebody has written in it since. */
function useDiscard(word: PageWord): (revision: number) => Promise<void> {
  const { slug } = useDesk();
  const queries = useQueryClient();
  return async (revision) => {
    try {
      await take(
        api.DELETE('/api/v1/o/{org}/program/pages/{word}/draft', {
          params: { path: { org: slug, word }, query: { revision } },
        }),
      );
    } catch (error) {
      toastProblem(error);
    }
    await queries.invalidateQueries({ queryKey: ['program', slug] });
  };
}
