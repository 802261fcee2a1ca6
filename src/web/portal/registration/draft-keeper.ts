import { ApiProblem, type Problem, problemOf, unreachable } from '../../problem.ts';
import type { Typed } from '../../registration/typed.ts';

/** What leaves the browser. A key is given where the call must happen once, however often it is sent. */
export type Sending<Reply> = {
  readonly begin: (typed: Typed, key: string) => Promise<{ registrationId: string; number: number }>;
  readonly save: (registrationId: string, typed: Typed) => Promise<unknown>;
  readonly send: (registrationId: string, words: string, key: string) => Promise<Reply>;
};

/** A draft that the server has already, or null: nothing was typed yet. */
export type Begun = { readonly registrationId: string; readonly number: number } | null;

/** How the draft stands, for the screen. `offline`: it is kept here and goes out by itself. */
export type KeeperState = {
  readonly typed: Typed;
  /** What is said beside the form, such as the answer to a question. */
  readonly words: string;
  readonly begun: Begun;
  readonly saving: 'untouched' | 'saving' | 'saved' | 'offline' | 'refused';
  readonly sending: 'no' | 'sending' | 'waiting';
  /** Why the server refused what was typed or sent; null otherwise. */
  readonly problem: Problem | null;
};

/** What of a draft the server may not have yet. It stays in this browser until it has. */
type Held = {
  readonly typed: Typed;
  readonly words: string;
  readonly begun: Begun;
  /** The first call and its key: sent again unchanged, it begins one registration only. */
  readonly beginning: { readonly key: string; readonly typed: Typed } | null;
  readonly sendKey: string | null;
  readonly isSaved: boolean;
};

export type KeeperPorts = {
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  /** Calls back when the connection returns; the answer stops that. */
  readonly onOnline: (callback: () => void) => () => void;
  readonly newKey: () => string;
};

export type KeeperOptions<Reply> = {
  readonly sending: Sending<Reply>;
  readonly ports: KeeperPorts;
  /** Names whose drafts these are, so that two people on one phone do not meet. */
  readonly place: string;
  readonly begun: Begun;
  /** What the form begins with, or what the server has of the draft. */
  readonly typed: Typed;
  /** What is said beside the form to begin with. */
  readonly words?: string | undefined;
};

/** Typing rests this long before it is saved. */
const restMs = 600;
/** What was not taken is sent again after so long, then twice as long, up to a limit. */
const firstRetryMs = 2000;
const lastRetryMs = 30_000;
const passing = new Set([0, 429, 502, 503, 504]);

/**
 * Keeps a draft while it is typed: in the browser at once, on the server after a rest, one call at a time. Without a
 * connection nothing is lost and nothing happens twice: calls go out again with the key that they had.
 */
export class DraftKeeper<Reply> {
  private readonly options: KeeperOptions<Reply>;
  private readonly listeners = new Set<() => void>();
  private held: Held;
  private state: KeeperState;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private retryMs = firstRetryMs;
  private running: Promise<void> | null = null;
  private wake: (() => void) | null = null;
  private stopOnline: (() => void) | null = null;

  constructor(options: KeeperOptions<Reply>) {
    this.options = options;
    const { begun, typed, words = '' } = options;
    const kept = this.read(begun);
    this.held = kept ?? {
      ...{ typed, words, begun, beginning: null, sendKey: null },
      isSaved: true,
    };
    this.state = {
      typed: this.held.typed,
      words: this.held.words,
      begun: this.held.begun,
      saving: kept !== null ? 'saving' : begun === null ? 'untouched' : 'saved',
      sending: 'no',
      problem: null,
    };
  }

  /** Whether “send” was pressed before and no answer has come yet; then it is to be pressed again. */
  readonly wasSent = (): boolean => this.held.sendKey !== null;

  readonly snapshot = (): KeeperState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Begins to listen for the connection, and sends what lies here from before. */
  start(): void {
    this.stopOnline ??= this.options.ports.onOnline(() => this.again());
    if (!this.held.isSaved) this.schedule(0);
  }

  /** Stops all timers. What is not saved stays in the browser. */
  stop(): void {
    this.stopOnline?.();
    this.stopOnline = null;
    this.clear();
  }

  /** Takes in what the form holds now. */
  type(typed: Typed): void {
    this.change({ typed });
  }

  /** Takes in what is said beside the form. */
  say(words: string): void {
    this.hold({ words });
    this.show({ words });
  }

  /** Saves what is typed now. Rejects with an `ApiProblem` where the server refuses it or cannot be reached. */
  async settle(): Promise<void> {
    this.clear();
    // What was typed while a call was out is saved by the next one.
    while (!this.held.isSaved || this.running !== null) {
      await (this.running ?? this.run());
      if (this.state.saving === 'offline' || this.state.saving === 'refused') {
        throw new ApiProblem(this.state.problem ?? unreachable);
      }
    }
  }

  /**
   * Sends the draft once, however long the connection is away and however often it is sent: until an answer comes, the
   * same key goes out again. Rejects with an `ApiProblem` where the server refuses.
   */
  async send(): Promise<Reply> {
    const key = this.held.sendKey ?? this.options.ports.newKey();
    this.hold({ sendKey: key });
    this.show({ sending: 'sending', problem: null });
    for (;;) {
      try {
        await this.settle();
        const { begun, words } = this.held;
        if (begun === null) throw new ApiProblem(unreachable);
        const reply = await this.options.sending.send(begun.registrationId, words, key);
        this.forget();
        return reply;
      } catch (error) {
        const problem = problemOf(error);
        if (!passing.has(problem.status)) {
          // A refused key is spent: mended, it is sent under a new one.
          this.hold({ sendKey: null });
          this.show({ sending: 'no', problem });
          throw error;
        }
        this.show({ sending: 'waiting' });
        await this.pause();
        this.show({ sending: 'sending' });
      }
    }
  }

  /** Nothing of this draft stays in the browser. */
  forget(): void {
    this.clear();
    this.options.ports.storage.removeItem(this.nameOf(this.held.begun));
    this.held = { ...this.held, isSaved: true, sendKey: null };
  }

  private change(typed: Pick<Held, 'typed'>): void {
    this.hold({ ...typed, isSaved: false });
    this.show({ ...typed, saving: this.state.saving === 'offline' ? 'offline' : 'saving' });
    if (this.state.saving !== 'offline') this.schedule(restMs);
  }

  private schedule(ms: number): void {
    this.clear();
    this.timer = setTimeout(() => {
      this.timer = null;
      void this.run();
    }, ms);
  }

  private clear(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }

  private run(): Promise<void> {
    this.running ??= this.save().finally(() => {
      this.running = null;
    });
    return this.running;
  }

  private async save(): Promise<void> {
    try {
      const begun = this.held.begun ?? (await this.begin());
      const { typed } = this.held;
      if (!this.held.isSaved) {
        await this.options.sending.save(begun.registrationId, typed);
        if (this.held.typed === typed) this.hold({ isSaved: true });
      }
      this.retryMs = firstRetryMs;
      this.show({ saving: this.held.isSaved ? 'saved' : 'saving', problem: null });
      if (!this.held.isSaved && this.timer === null) this.schedule(restMs);
    } catch (error) {
      const problem = problemOf(error);
      const passes = passing.has(problem.status);
      this.show({ saving: passes ? 'offline' : 'refused', problem: passes ? null : problem });
      if (passes) this.schedule(this.nextRetry());
    }
  }

  private async begin(): Promise<NonNullable<Begun>> {
    const beginning = this.held.beginning ?? { key: this.options.ports.newKey(), typed: this.held.typed };
    this.hold({ beginning });
    let begun: NonNullable<Begun>;
    try {
      begun = await this.options.sending.begin(beginning.typed, beginning.key);
    } catch (error) {
      if (!passing.has(problemOf(error).status)) this.hold({ beginning: null });
      throw error;
    }
    this.options.ports.storage.removeItem(this.nameOf(null));
    this.hold({ begun, beginning: null, isSaved: beginning.typed === this.held.typed });
    this.show({ begun });
    return begun;
  }

  private again(): void {
    this.retryMs = firstRetryMs;
    this.wake?.();
    if (!this.held.isSaved) this.schedule(0);
  }

  private nextRetry(): number {
    const ms = this.retryMs;
    this.retryMs = Math.min(lastRetryMs, ms * 2);
    return ms;
  }

  private pause(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.wake?.(), this.nextRetry());
      this.wake = () => {
        clearTimeout(timer);
        this.wake = null;
        resolve();
      };
    });
  }

  private show(changes: Partial<KeeperState>): void {
    this.state = { ...this.state, ...changes };
    for (const listener of this.listeners) listener();
  }

  private hold(changes: Partial<Held>): void {
    this.held = { ...this.held, ...changes };
    const { storage } = this.options.ports;
    const name = this.nameOf(this.held.begun);
    const isNeeded = !this.held.isSaved || this.held.words !== '' || this.held.sendKey !== null;
    try {
      if (isNeeded) storage.setItem(name, JSON.stringify(this.held));
      else storage.removeItem(name);
    } catch {
      // A browser that keeps nothing (private, full) still has it in memory, and the server soon.
    }
  }

  private read(begun: Begun): Held | null {
    try {
      const text = this.options.ports.storage.getItem(this.nameOf(begun));
      const held: unknown = text === null ? null : JSON.parse(text);
      return isHeld(held) ? held : null;
    } catch {
      return null;
    }
  }

  private nameOf(begun: Begun): string {
    return `tandem-draft ${this.options.place} ${begun?.registrationId ?? 'new'}`;
  }
}

function isHeld(value: unknown): value is Held {
  return typeof value === 'object' && value !== null && 'typed' in value && 'begun' in value;
}
