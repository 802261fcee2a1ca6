import { createConnection } from 'node:net';
import { listenAddress, type MailInSettings } from '../config-mail-in.ts';

const longestMs = 3_000;

/** Whether the server that is running takes mail where the settings say. Sends nothing but a greeting and a good-bye. */
export async function checkMailIn(settings: MailInSettings): Promise<{ ok: boolean; detail: string }> {
  const address = listenAddress(settings);
  const heard = await greetingOf(settings);
  if (heard.startsWith(`220 ${settings.domain} `)) {
    return { ok: true, detail: `mail for @${settings.domain} comes in at ${address}` };
  }
  if (heard === '') {
    return { ok: false, detail: `nothing answers at ${address}: is \`tandem start\` running?` };
  }
  return { ok: false, detail: `something else answers at ${address}: set TANDEM_MAIL_IN to a free port` };
}

/** The first line that is said to who connects; empty when nobody answers in time. */
function greetingOf({ host, port }: MailInSettings): Promise<string> {
  return new Promise((resolve) => {
    const isEverywhere = host === '0.0.0.0' || host === '::';
    const socket = createConnection({ host: isEverywhere ? 'localhost' : host, port, timeout: longestMs });
    const end = (line: string) => {
      socket.destroy();
      resolve(line);
    };
    socket.once('data', (piece) => {
      const [line = ''] = piece.toString().split('\r\n');
      socket.end('QUIT\r\n', () => end(line));
    });
    socket.once('timeout', () => end(''));
    socket.once('error', () => end(''));
    socket.once('close', () => end(''));
  });
}
