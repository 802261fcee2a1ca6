/**
 * Something only the operator can put right (a setting, a busy data folder, a missing right): the message is
 * one plain line that ends with the remedy, no stack is shown, and the process exits with code 2.
 */
export class RefusalError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'RefusalError';
    this.code = code;
  }
}

/** Where the database code reports what it does; pino's logger fits, and so does a line printer. */
export type Log = {
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
};

/** A log that says nothing, for commands that only want the result. */
export const silentLog: Log = { info() {}, warn() {}, error() {} };
