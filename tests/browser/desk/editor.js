import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The widths of a telephone and of a screen. */
export const widths = [390, 1280];

/** How often a tabulator is pressed before what it is to reach counts as out of its reach. */
const mostTabs = 120;

/** An editor at the desk, in a browser window of its own. */
export class Editor {
  /** What the pages' scripts complained of, and dialogs that opened. */
  complaints = [];

  constructor(desk, context, page) {
    this.desk = desk;
    this.address = desk.address;
    this.context = context;
    this.page = page;
    page.on('console', message => message.type() === 'error' && !isOnItsWay(message) && this.complaints.push(message.text()));
    page.on('pageerror', error => this.complaints.push(error.message));
    page.on('dialog', dialog => {
      this.complaints.push(`A dialog opens: ${dialog.message()}`);
      dialog.dismiss().catch(() => {}); // A test may have done it.
    });
  }

  /**
   * Opens a page of the desk.
   * @param {string} [options.account] The account, by a name of its own of this machine; by default the laptop's.
   */
  static async at(room, url, { width = 1280, account, ...options } = {}) {
    const context = await room.browser.newContext({
      locale: 'sv-SE', timezoneId: 'Europe/Stockholm', viewport: { width, height: 900 }, ...options,
    });
    const editor = new Editor(room.desk, context, await context.newPage());
    editor.address = account ? room.desk.address.replace('//', `//${account}.`) : editor.address;
    await editor.go(url);
    return editor;
  }

  /** Writes a new article as a draft, and is then in the editor of its file. */
  static async withDraft(room, title, { text = 'Ett stycke.', ...options } = {}) {
    const editor = await Editor.at(room, '/desk/ny', options);
    await editor.page.getByLabel('Rubrik').fill(title);
    await editor.text.fill(text);
    await editor.press('Spara utkast');
    editor.file = editor.fileInAddress();
    return editor;
  }

  go(url) {
    return this.page.goto(this.address + url);
  }

  end() {
    return this.context.close();
  }

  /** The field of the text, in the form; in the view of the whole file, the file. */
  get text() {
    return this.page.locator('#text');
  }

  /** The text as it will look, beside the form. */
  get preview() {
    return this.page.frameLocator('#preview');
  }

  /** The file as it lies in the runner's folder. */
  get stored() {
    return readFileSync(path.join(this.desk.content, this.file), 'utf8');
  }

  /** Puts a file into the runner's folder, as a synced folder does. */
  put(file, content) {
    writeFileSync(path.join(this.desk.content, file), content);
    this.file = file;
  }

  /** The words of the page, without the navigation. */
  words() {
    return this.page.locator('main').innerText();
  }

  fileInAddress() {
    return decodeURIComponent(new URL(this.page.url()).pathname).split('/').slice(3).join('/');
  }

  button(name) {
    return this.page.getByRole('button', { name, exact: true }).last();
  }

  link(name) {
    return this.page.getByRole('link', { name, exact: true });
  }

  /** Does what leads to another page, and waits until that is there. */
  async follow(act) {
    await this.page.evaluate(() => { document.documentElement.dataset.left = 'no'; });
    await act();
    await this.page.waitForFunction(
      () => document.documentElement.dataset.left === undefined && document.readyState === 'complete');
  }

  /** Presses a button that sends a form. */
  press(name) {
    return this.follow(() => this.button(name).click());
  }

  /** Saves what is in the editor. */
  async save() {
    await this.press('Spara');
    await this.page.getByText('Sparat.', { exact: true }).waitFor();
  }

  /**
   * Opens the page of an action, gives what it says that will happen, does it, and is then where it can be undone.
   * @param {string} action The last part of its address.
   * @param {string} button The button that does it.
   * @param {string} [written] The date or the name that it asks for.
   */
  async act(action, button, written) {
    await this.go(`/desk/atgard/${action}/${this.file}${written ? `?varde=${encodeURIComponent(written)}` : ''}`);
    const said = await this.words();
    await this.press(button);
    await this.button('Ångra').waitFor();
    return said;
  }

  /** Publishes the file; the address at which it will be. */
  async publish() {
    const said = await this.act('publicera', 'Publicera');
    return said.match(/\/\d{4}\/\d\d\/[^\s/]+\//)[0];
  }

  /** Moves on with the tabulator until an element has the focus that a selector matches. */
  async tabTo(selector) {
    for (let i = 0; i < mostTabs; i++) {
      await this.page.keyboard.press('Tab');
      if (await this.page.evaluate(wanted => document.activeElement.matches(wanted), selector)) {
        return;
      }
    }

    throw new Error(`The tabulator does not reach ${selector} on ${this.page.url()}.`);
  }

  /** The same for a link or a button of some words, with the Enter key, which leads to another page. */
  async enter(words) {
    for (let i = 0; i < mostTabs; i++) {
      await this.page.keyboard.press('Tab');
      if (await this.page.evaluate(() => document.activeElement.innerText?.trim()) === words) {
        await this.follow(() => this.page.keyboard.press('Enter'));
        return;
      }
    }

    throw new Error(`The tabulator does not reach "${words}" on ${this.page.url()}.`);
  }
}

/** Whether a preview asked for a picture that the site does not have yet. */
const isOnItsWay = message => message.location().url.includes('/desk/webbplats/bilder/') && message.text().includes('404');

/** Waits until something holds, which no page tells by itself. */
export async function until(holds, what, seconds = 20) {
  for (const end = Date.now() + seconds * 1000; Date.now() < end;) {
    if (await holds()) {
      return;
    }

    await new Promise(done => setTimeout(done, 100));
  }

  throw new Error(`${what}: not within ${seconds} s.`);
}
