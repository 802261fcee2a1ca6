import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** A letter as a mail program shows it. */
export type TakenLetter = {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Where a reply goes. */
  readonly replyTo: string | null;
};

/** A mail server on the loopback that keeps what it takes. */
export async function openLetterBox() {
  const letters: TakenLetter[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, session, done) => {
      simpleParser(stream, { skipImageLinks: true }).then((mail) => {
        letters.push(letterOf(mail, session.envelope.rcptTo[0]?.address ?? ''));
        done();
      }, done);
    },
  });
  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters: letters as readonly TakenLetter[],
    /** The newest letter to somebody that has these words, waited for. */
    letterTo: async (to: string, words: string): Promise<TakenLetter> => {
      for (let attempt = 0; attempt < 120; attempt += 1) {
        const found = letters.findLast(
          (one) => one.to === to && `${one.subject}\n${one.text}`.includes(words),
        );
        if (found !== undefined) return found;
        await new Promise((resolve) => setTimeout(resolve, 250));
      }
      const others = letters.map((one) => `${one.to}: ${one.subject}`).join('\n');
      throw new Error(`no letter to ${to} with “${words}” in 30 seconds, but:\n${others}`);
    },
    close: () => new Promise<void>((closed) => server.close(closed)),
  };
}

function letterOf(mail: ParsedMail, to: string): TakenLetter {
  return {
    to,
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html: typeof mail.html === 'string' ? mail.html : '',
    replyTo: mail.replyTo?.value[0]?.address ?? null,
  };
}
