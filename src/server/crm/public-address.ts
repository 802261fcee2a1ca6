import type { Ports } from '../access/context.ts';
import { installationAddress } from '../access/set-up.ts';
import type { Config } from '../config.ts';

/**
 * The address under which people reach this installation: as configured, else as stored at set-up. Null where neither
 * says one: a link to the machine itself would lead nobody anywhere.
 */
export async function publicAddress(ports: Ports, config: Pick<Config, 'publicUrl'>): Promise<string | null> {
  return config.publicUrl ?? (await installationAddress(ports)).get();
}
