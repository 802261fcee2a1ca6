import { useEffect, useState, useSyncExternalStore } from 'react';
import { usePortalLanguage } from '../language.ts';
import { usePortal } from '../portal-context.ts';
import { browserPorts, sendingOf } from './browser-ports.ts';
import { DraftKeeper, type KeeperState } from './draft-keeper.ts';
import type { RegisterFormProps } from './register-form.tsx';

type Keeper = DraftKeeper<Awaited<ReturnType<ReturnType<typeof sendingOf>['send']>>>;

/** The keeper of the draft on this page, and how the draft stands. Tells once when a draft has got its number. */
export function useDraft(props: RegisterFormProps): readonly [Keeper, KeeperState] {
  const { slug, partner, me } = usePortal();
  const { language } = usePortalLanguage();
  const [keeper] = useState(
    () =>
      new DraftKeeper({
        sending: sendingOf(slug, language, props.kind),
        ports: browserPorts,
        place: `${slug} ${partner.partnerId} ${me.name}`,
        begun: props.begun,
        typed: props.typed,
      }),
  );
  const draft = useSyncExternalStore(keeper.subscribe, keeper.snapshot);
  const { onBegun } = props;
  const wasBegun = props.begun !== null;
  const number = draft.begun?.number;
  useEffect(() => {
    keeper.start();
    return () => keeper.stop();
  }, [keeper]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: told once, when the number comes
  useEffect(() => {
    if (!wasBegun && number !== undefined) onBegun(number);
  }, [number]);
  return [keeper, draft];
}
