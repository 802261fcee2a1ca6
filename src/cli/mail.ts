import { loadConfig } from '#server/config.ts';
import { type FolderMail, readMailFolder } from '#server/mail/folder.ts';
import { mailFolder } from '#server/mail/mail-out.ts';
import { defineCommand, jsonOption } from './command.ts';

const listed = 20;

/** `tandem mail`: the messages that were written to the data folder because no SMTP server is set. */
export const mailCommand = defineCommand({
  usage: '[--last] [--json]',
  help: [
    `Lists the newest ${listed} messages; with --last prints the newest one whole, with its link.`,
    'Where SMTP_URL is set, mail leaves by SMTP and the folder only holds what was written before.',
  ],
  options: { ...jsonOption, last: { type: 'boolean' } },
  async run({ values }, io) {
    const config = loadConfig();
    const folder = mailFolder(config.dataDir);
    const mails = await readMailFolder(folder, values.last ? 1 : listed);
    const goesTo = config.smtpUrl === null ? ('folder' as const) : ('smtp' as const);
    if (values.json) io.json({ folder, goesTo, mails });
    else if (mails.length === 0) io.print(`No mail in ${folder}.`);
    else if (values.last) io.print(mails.map(whole).join(''));
    else io.print(mails.map(line).join('\n'));
    if (goesTo === 'smtp') io.progress('SMTP_URL is set: new mail leaves by SMTP and is not written here.');
    return 0;
  },
});

function line(mail: FolderMail): string {
  const at = mail.at.replace('T', ' ').replace(/\.\d+Z$/, 'Z');
  return [`${at}  ${mail.to}  ${mail.subject}`, ...(mail.link ? [`  ${mail.link}`] : [])].join('\n');
}

function whole(mail: FolderMail): string {
  return [`Date: ${mail.at}`, `To: ${mail.to}`, `Subject: ${mail.subject}`, '', mail.text.trimEnd()].join(
    '\n',
  );
}
