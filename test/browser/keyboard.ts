import type { ElementHandle, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

type Role = Parameters<Page['getByRole']>[0];

/** How often Tab is pressed for one field at most: the longest form has some four hundred. */
const mostTabs = 600;

/** A person without a mouse: everything is reached by Tab and answered by keys. Locators only look. */
type Keyboard = {
  /** Moves the focus by Tab, or by Shift and Tab where it lies before, to what has this role and name. */
  readonly tabTo: (role: Role, name: string | RegExp) => Promise<void>;
  /** Goes to a field and writes over what stands in it. */
  readonly write: (name: string | RegExp, text: string) => Promise<void>;
  /** Goes to a button or a link and presses Enter. */
  readonly press: (name: string | RegExp, role?: Role) => Promise<void>;
  /** Goes to a list and types the first letters of an option. */
  readonly choose: (name: string | RegExp, option: string) => Promise<void>;
  /** Goes to a group of radio buttons and walks to one of them with the arrows. */
  readonly pick: (group: string | RegExp, option: string | RegExp) => Promise<void>;
  /** Goes to a field for a day and types it. The day and the month must be the same number: either comes first. */
  readonly writeDay: (name: string | RegExp, day: string) => Promise<void>;
  /** Opens a menu by its button and walks down to an item. */
  readonly pickItem: (menu: string, item: string) => Promise<void>;
  /** Types where the focus is. */
  readonly type: (text: string) => Promise<void>;
  readonly key: (key: string, times?: number) => Promise<void>;
};

/** The keyboard of a page; what it looks for it looks for in the dialog that is open, if there is one. */
export function keyboardOf(page: Page): Keyboard {
  const { keyboard } = page;
  const scope = async (): Promise<Page | Locator> => {
    const dialog = page.getByRole('dialog');
    return (await dialog.count()) > 0 ? dialog.last() : page;
  };
  const find = async (role: Role, name: string | RegExp): Promise<Locator> =>
    (await scope()).getByRole(role, typeof name === 'string' ? { name, exact: true } : { name }).first();
  const key = async (name: string, times = 1): Promise<void> => {
    for (let at = 0; at < times; at += 1) await keyboard.press(name);
  };
  const type = (text: string): Promise<void> => keyboard.type(text);

  const tabUntil = async (what: string, wanted: Locator): Promise<void> => {
    await wanted.waitFor({ state: 'attached' });
    const target = (await wanted.elementHandle()) as ElementHandle<Element>;
    const look = () =>
      target.evaluate((element) => {
        const { activeElement } = document;
        if (element.contains(activeElement)) return 'there';
        if (!element.isConnected) return 'gone';
        const order = activeElement?.compareDocumentPosition(element) ?? 0;
        return order & Node.DOCUMENT_POSITION_PRECEDING ? 'before' : 'after';
      });
    for (let presses = 0; presses < mostTabs; presses += 1) {
      const where = await look();
      if (where === 'there') return;
      if (where === 'gone') return tabUntil(what, wanted);
      await keyboard.press(where === 'before' ? 'Shift+Tab' : 'Tab');
    }
    throw new Error(`${what} was not reached by ${mostTabs} presses of Tab`);
  };

  const tabTo: Keyboard['tabTo'] = async (role, name) =>
    tabUntil(`${role} “${name}”`, await find(role, name));

  return {
    tabTo,
    key,
    type,
    write: async (name, text) => {
      // A field that offers something to pick from is a combobox.
      const field = (await find('textbox', name)).or(await find('combobox', name)).first();
      await tabUntil(`field “${name}”`, field);
      await keyboard.press('Control+A');
      await type(text);
    },
    press: async (name, role = 'button') => {
      await tabTo(role, name);
      await keyboard.press('Enter');
    },
    choose: async (name, option) => {
      await tabTo('combobox', name);
      await type(option);
      const chosen = page.locator('select:focus option:checked');
      await expect.poll(() => chosen.textContent()).toBe(option);
    },
    pick: async (group, option) => {
      const around = await find('radiogroup', group);
      await tabUntil(`radio group “${group}”`, around);
      const wanted = around.getByRole(
        'radio',
        typeof option === 'string' ? { name: option, exact: true } : { name: option },
      );
      const count = await around.getByRole('radio').count();
      for (let at = 0; at < count; at += 1) {
        if (await wanted.evaluate((radio) => radio === document.activeElement)) break;
        await keyboard.press('ArrowDown');
      }
      await keyboard.press('Space');
      await expect.poll(() => wanted.isChecked()).toBe(true);
    },
    writeDay: async (name, day) => {
      const [year = '', month = '', date = ''] = day.split('-');
      expect(month).toBe(date);
      const input = (await scope()).getByLabel(name, { exact: typeof name === 'string' }).first();
      await tabUntil(`day “${name}”`, input);
      await key('ArrowLeft', 2);
      await type(`${date}${month}${year}`);
      await expect.poll(() => input.inputValue()).toBe(day);
    },
    pickItem: async (menu, item) => {
      await tabTo('button', menu);
      await keyboard.press('Enter');
      const wanted = page.getByRole('menuitem', { name: item, exact: true });
      await wanted.waitFor();
      for (let at = 0; at < 20; at += 1) {
        if (await wanted.evaluate((element) => element === document.activeElement)) break;
        await keyboard.press('ArrowDown');
      }
      await keyboard.press('Enter');
    },
  };
}
