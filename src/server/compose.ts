import type { Logger } from 'pino';
import { crmFiles } from '#connectors/crm-files.ts';
import { fileReader } from '#connectors/file-reader.ts';
import { slackPoster } from '#connectors/slack/incoming-webhook.ts';
import type { LocalDate } from '#core/calendar.ts';
import { loadDemoAgain } from '#seeds/demo/load-demo.ts';
import { mailInvitation } from './access/invite.ts';
import { installationAddress } from './access/set-up.ts';
import { runReplay } from './attribution/replay/run-replay.ts';
import { settleCreditsOf } from './attribution/settle-credits.ts';
import { type Clock, systemClock } from './clock.ts';
import type { Config } from './config.ts';
import { openPool } from './database/pool.ts';
import { writeTransaction } from './database/transaction.ts';
import { fillBlocks } from './ecosystem/fill-blocks.ts';
import type { Services } from './http/services.ts';
import { identityTasks } from './identity/letters.ts';
import { openIdentity } from './identity/open-identity.ts';
import { findUser } from './identity/users.ts';
import { type IdMaker, randomIds } from './ids.ts';
import { runImport } from './import/run-import.ts';
import { enqueue } from './jobs/enqueue.ts';
import { prune } from './jobs/prune.ts';
import type { Tasks } from './jobs/worker.ts';
import { openMail } from './mail/mail-out.ts';
import { addressOf } from './mail-in/address.ts';
import { mailAtOnce, mailDigests } from './notice/compose-letters.ts';
import { deliver } from './notice/deliver.ts';
import type { DeliveryPorts, SlackOut } from './notice/delivery-ports.ts';
import { composePost } from './notice/slack/compose-post.ts';
import { unsubscribeKey } from './notice/unsubscribe-token.ts';
import { formKey } from './registration/form/secret.ts';
import { runQueue } from './registration/queue.ts';
import { sealingKey } from './seal.ts';

export type Composed = {
  readonly services: Services;
  readonly tasks: Tasks;
  readonly prune: () => Promise<void>;
  readonly close: () => Promise<void>;
};

export type ComposeOptions = {
  readonly config: Config;
  readonly appUrl: string;
  readonly log: Logger;
  readonly clock?: Clock;
  readonly ids?: IdMaker;
  readonly poolSize?: number;
  /** Where posts to Slack leave; tests call a server of the machine itself. */
  readonly slack?: SlackOut;
};

/** Wires the ports into services, by hand and in one place. Opens a pool and nothing else. */
export async function compose(options: ComposeOptions): Promise<Composed> {
  const { config, log } = options;
  const clock = options.clock ?? systemClock;
  const ids = options.ids ?? randomIds;
  const pool = openPool(
    { connectionString: options.appUrl },
    { max: options.poolSize ?? 10, name: 'tandem' },
  );
  const ports = { pool, clock, ids };
  const stored = await installationAddress(ports);
  const publicUrl = () =>
    config.publicUrl ?? stored.get() ?? `http://${shownHost(config.host)}:${config.port}`;
  const mail = openMail({
    ...(config.smtpUrl ? { smtpUrl: config.smtpUrl } : {}),
    dataFolder: config.dataDir,
    publicUrl: publicUrl(),
    now: clock.now,
  });
  const identity = openIdentity({
    pool,
    // better-auth reads the machine's own time, so what stands beside it must too.
    clock: systemClock,
    ids,
    secret: config.secret,
    publicUrl,
    mail,
    enqueue: (job) => writeTransaction(pool, {}, (tx) => enqueue(tx, job.task, job.payload as never)),
    observe: (event) => log.info(event, 'identity'),
    report: (level, message, detail) => log[level]({ detail }, message),
  });
  const delivery: DeliveryPorts = {
    ports,
    mail,
    slack: options.slack ?? slackPoster(),
    slackKey: sealingKey(config.secret, 'slack'),
    unsubscribeKey: unsubscribeKey(config.secret),
    mailAddress: (parts) => addressOf(config, parts),
    formKey: formKey(config.secret),
    publicUrl,
    findUser: (userId) => findUser(identity, userId),
  };
  const services: Services = {
    config,
    ports,
    identity,
    mail,
    delivery,
    fileReader,
    crmFiles,
    log,
    publicUrl,
    rememberPublicUrl: stored.set,
  };
  const tasks: Tasks = {
    ...identityTasks(identity),
    'access.mail_invitation': (payload) => mailInvitation(ports, mail, publicUrl(), payload),
    run_import: (payload) => runImport(ports, fileReader, payload),
    decide_credits: (payload) => settleCreditsOf(ports, payload.org),
    replay_credit: (payload) => runReplay(ports, payload),
    'notice.mail_at_once': (payload) => mailAtOnce(ports, payload),
    'notice.mail_digests': (payload) => mailDigests(ports, payload),
    'notice.post': (payload) => composePost(ports, payload),
    'notice.deliver': (payload) => deliver(delivery, payload),
    fill_account_blocks: () => fillBlocks(ports),
    'registration.queue': (payload) => runQueue(ports, payload),
    load_demo: (payload) => loadDemoAgain(ports, fileReader, payload.endOn as LocalDate),
  };
  return {
    services,
    tasks,
    prune: () => prune(ports, identity),
    close: async () => {
      mail.close();
      await pool.end();
    },
  };
}

/** An address that listens everywhere is reached, from this machine, at localhost. */
function shownHost(host: string): string {
  return host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
}
