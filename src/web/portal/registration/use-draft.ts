import { useEffect, useState, useSyncExternalStore } from 'react';
import { usePortalLanguage } from '../language.ts';
import { browserPorts } from './browser-ports.ts';
import { DraftKeeper, type KeeperState } from './draft-keeper.ts';
import { type Submitted, useFormPorts } from './form-ports.ts';
import type { RegisterFormProps } from './register-form.tsx';

type Keeper = DraftKeeper<Submitted>;

/** The keeper of the draft on this page, and how the draft stands. Tells once when a draft has got its number. */
export function useDraft(props: RegisterFormProps): readonly [Keeper, KeeperState] {
  const ports = useFormPorts();
  const { language } = usePortalLanguage();
  const [keeper] = useState(
    () =>
      new DraftKeeper({
        sending: ports.sending(language, props.kind),
        ports: browserPorts,
        place: ports.place,
        begun: props.begun,
        typed: props.typed,
        words: props.words,
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
