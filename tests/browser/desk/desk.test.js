// The desk in a real browser, on the real storage emulator: what editors do there, on a telephone and on a screen.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import axe from 'axe-core';
import { frontMatter, liveHtml, markdown } from '../hostile/payloads.js';
import { Desk } from '../sites/desk.js';
import { openBrowser } from '../visits/browser.js';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const widths = [390, 1280];
const screenshots = path.join(import.meta.dirname, '../screenshots');

describe('The desk', () => {
  let browser;
  let desk;
  before(async () => { [browser, desk] = await Promise.all([openBrowser(), Desk.start()]); });
  after(async () => { await Promise.all([browser?.close(), desk?.end()]); });

  /** A page at the desk; what its scripts complain of fails the test. */
  async function open(url, options = {}) {
    const context = await browser.newContext({ locale: 'sv-SE', timezoneId: 'Europe/Stockholm', ...options });
    const page = await context.newPage();
    const complaints = [];
    page.on('console', message => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', error => complaints.push(error.message));
    page.on('dialog', dialog => { complaints.push(`A dialog opens: ${dialog.message()}`); dialog.dismiss(); });
    await page.goto(desk.address + url);
    return { page, context, complaints };
  }

  /** Moves on with the tabulator until what has the focus is called so. */
  async function tabTo(page, name) {
    for (let i = 0; i < 80; i++) {
      await page.keyboard.press('Tab');
      const focused = await page.evaluate(() => {
        const element = document.activeElement;
        return (element?.labels?.[0] ?? element)?.innerText?.trim();
      });
      if (focused === name) {
        return;
      }
    }

    throw new Error(`The tabulator does not reach "${name}" on ${page.url()}.`);
  }

  async function save(page) {
    await Promise.all([page.waitForURL(/sparat/), page.getByRole('button', { name: 'Spara', exact: true }).last().click()]);
  }

  async function newDraft(title, text = 'Ett stycke.') {
    const { page, context, complaints } = await open('/desk/ny');
    await page.getByLabel('Rubrik').fill(title);
    await page.getByLabel('Text', { exact: true }).fill(text);
    await Promise.all([page.waitForURL(/\/desk\/skriv\//), page.getByRole('button', { name: 'Spara utkast' }).click()]);
    const file = decodeURIComponent(new URL(page.url()).pathname.split('/desk/skriv/')[1]);
    return { page, context, complaints, file };
  }

  async function publish(page, file) {
    await page.goto(`${desk.address}/desk/atgard/publicera/${file}`);
    const url = (await page.locator('main').innerText()).match(/\/\d{4}\/\d\d\/[^\s]+\//)[0];
    await Promise.all([page.waitForURL(/gjort/), page.getByRole('button', { name: 'Publicera' }).click()]);
    return url;
  }

  for (const width of widths) {
    it(`takes an article from a new one to a restored version by the keyboard alone, at ${width} px`, async () => {
      const title = `Kajen öppnar igen ${width}`;
      const { page, context, complaints } = await open('/desk/', { viewport: { width, height: 900 } });
      await tabTo(page, 'Ny artikel');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/desk\/ny/);
      await tabTo(page, 'Rubrik');
      await page.keyboard.type(title);
      await tabTo(page, 'Text');
      await page.keyboard.type('Den första versionen.');
      await tabTo(page, 'Spara utkast');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/desk\/skriv\//);
      const file = decodeURIComponent(new URL(page.url()).pathname.split('/desk/skriv/')[1]);
      assert.match(readFileSync(path.join(desk.content, file), 'utf8'), /Den första versionen\./);
      await page.frameLocator('#preview').getByText('Den första versionen.').waitFor();

      await page.goto(`${desk.address}/desk/fil/${file}`);
      await tabTo(page, 'Publicera nu');
      await page.keyboard.press('Enter');
      await page.waitForURL(/atgard\/publicera/);
      const url = (await page.locator('main').innerText()).match(/\/\d{4}\/\d\d\/[^\s]+\//)[0];
      await tabTo(page, 'Publicera');
      await page.keyboard.press('Enter');
      await page.waitForURL(/gjort/);
      await desk.becomesLive(url, 'Den första versionen.');

      await page.goto(`${desk.address}/desk/skriv/${file}`);
      await tabTo(page, 'Text');
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.type('Den rättade versionen.');
      await tabTo(page, 'Spara');
      await page.keyboard.press('Enter');
      await page.waitForURL(/sparat/);
      await desk.becomesLive(url, 'Den rättade versionen.');

      await page.goto(`${desk.address}/desk/historik/${file}`);
      await page.locator('.versions a').nth(1).focus(); // The version before the one that is live.
      await page.keyboard.press('Enter');
      await page.waitForURL(/version=/);
      await tabTo(page, 'Återställ versionen');
      await page.keyboard.press('Enter');
      await page.waitForLoadState();
      await desk.becomesLive(url, 'Den första versionen.');
      assert.deepEqual(complaints, []);
      await context.close();
    });
  }

  it('shows what is typed beside it, and what is wrong at its line', async () => {
    const { page, context, complaints } = await newDraft('Förhandsvisningen');
    await page.getByLabel('Text', { exact: true }).fill('Nytt stycke.\n\n![](/bilder/hamnen.jpg)');
    await page.frameLocator('#preview').getByText('Nytt stycke.').waitFor({ timeout: 5_000 });
    await page.getByText('saknar beskrivning').first().waitFor({ timeout: 5_000 });
    assert.deepEqual(complaints, []);
    await context.close();
  });

  it('keeps what was typed when the browser closes, and gives it back', async () => {
    const { page, context, file } = await newDraft('Krockkudden');
    await page.getByLabel('Text', { exact: true }).fill('Det som inte sparades.');
    await page.frameLocator('#preview').getByText('Det som inte sparades.').waitFor();
    await page.waitForTimeout(500);
    await page.close({ runBeforeUnload: false });
    const again = await context.newPage();
    await again.goto(`${desk.address}/desk/skriv/${file}`);
    await again.getByRole('button', { name: 'Hämta tillbaka texten' }).click();
    assert.equal(await again.getByLabel('Text', { exact: true }).inputValue(), 'Det som inte sparades.');
    await context.close();
  });

  it('explains a refused article at once, and its mended version is live soon after', async () => {
    const { page, context, file } = await newDraft('Tabellen');
    const url = await publish(page, file);
    await desk.becomesLive(url, 'Ett stycke.');
    await page.goto(`${desk.address}/desk/skriv/${file}?vy=fil`);
    const text = page.locator('textarea').first();
    const whole = await text.inputValue();
    await text.fill(whole.replace('title:', 'date: i morgon\ntitle:').replace('Ett stycke.', 'Ett nytt stycke.'));
    await save(page);
    const began = Date.now();
    await page.goto(`${desk.address}/desk/fil/${file}`);
    await page.getByText('i morgon').first().waitFor({ timeout: 10_000 });
    const explained = Date.now() - began;
    await page.goto(`${desk.address}/desk/skriv/${file}?vy=fil`);
    await page.locator('textarea').first().fill(whole.replace('Ett stycke.', 'Ett nytt stycke.'));
    await save(page);
    const mended = await desk.becomesLive(url, 'Ett nytt stycke.');
    assert.ok(explained < 2_000 && mended < 2_000, `explained after ${explained} ms, live ${mended} ms after its mend`);
    await context.close();
  });

  it('shows both versions to the second of two editors, and loses neither', async () => {
    const { page, context, file } = await newDraft('Två redaktörer');
    const { page: other, context: otherContext } = await open(`/desk/skriv/${file}`);
    await page.getByLabel('Text', { exact: true }).fill('Den enas text.');
    await save(page);
    await other.getByLabel('Text', { exact: true }).fill('Den andras text.');
    await other.getByRole('button', { name: 'Spara', exact: true }).last().click();
    await other.waitForLoadState();
    const shown = await other.locator('main').innerText()
      + (await other.locator('textarea').evaluateAll(all => all.map(t => t.value))).join('\n');
    assert.match(shown, /Den enas text\./);
    assert.match(shown, /Den andras text\./);
    assert.match(readFileSync(path.join(desk.content, file), 'utf8'), /Den enas text\./);
    await Promise.all([context.close(), otherContext.close()]);
  });

  it('takes a picture into the text, with the words for it', async () => {
    const { page, context, complaints, file } = await newDraft('Bilden');
    await page.getByLabel('Bilder').setInputFiles(path.join(desk.content, 'bilder/hamnen.jpg'));
    await page.getByLabel('Vad visar bilden?').fill('Kajen i sol');
    await page.getByRole('button', { name: 'Sätt in i texten' }).click();
    await page.waitForFunction(() => document.querySelector('textarea[name=text]').value.includes('![Kajen i sol]'));
    await save(page);
    const url = await publish(page, file);
    await desk.becomesLive(url, 'alt="Kajen i sol"');
    assert.deepEqual(complaints, []);
    await context.close();
  });

  it('shows a draft by its link to a reader who is not signed in, in no search engine and in no cache', async () => {
    const { page, context } = await newDraft('Länken', 'Bara för den som har länken.');
    const link = await page.locator('input[readonly], input[value*="/desk/utkast/"]').first().inputValue();
    const answer = await fetch(new URL(link, desk.address));
    assert.equal(answer.status, 200);
    assert.match(await answer.text(), /Bara för den som har länken\./);
    assert.match(answer.headers.get('x-robots-tag') ?? '', /noindex/);
    assert.match(answer.headers.get('cache-control') ?? '', /no-store/);
    await context.close();
  });

  it('runs nothing of what is typed into it', async () => {
    const attacks = [...Object.values({ ...markdown, ...liveHtml }).flat(), ...Object.values(frontMatter).flat()]
      .filter(attack => typeof attack === 'string');
    assert.ok(attacks.length > 20, `only ${attacks.length} attacks`);
    const { page, context, complaints, file } = await newDraft('Attackerna');
    await page.getByLabel('Text', { exact: true }).fill(attacks.join('\n\n'));
    await page.waitForTimeout(1_500);
    await save(page);
    for (const url of [`/desk/skriv/${file}`, `/desk/historik/${file}`, `/desk/fil/${file}`, `/desk/forhandsvisa/${file}`]) {
      await page.goto(desk.address + url);
      await page.waitForTimeout(300);
    }

    const ran = complaints.filter(c => /dialog|alert|trap/i.test(c) && !/Content Security Policy/i.test(c));
    assert.deepEqual(ran, []);
    await context.close();
  });

  it('has no violation that axe finds, light and dark, narrow and wide', async () => {
    const { page: draft, context: draftContext, file } = await newDraft('Tillgänglig');
    await draft.close();
    const pages = [
      '/desk/', '/desk/?visa=deleted', '/desk/ny', `/desk/fil/${file}`, `/desk/skriv/${file}`, `/desk/skriv/${file}?vy=fil`,
      `/desk/historik/${file}`, '/desk/bilder', '/desk/granskning', `/desk/atgard/publicera/${file}`,
      `/desk/atgard/schemalagg/${file}`, `/desk/atgard/radera/${file}`, `/desk/atgard/flytta/${file}`,
    ];
    const { page, context } = await open('/desk/', { reducedMotion: 'reduce' });
    for (const url of pages) {
      await page.goto(desk.address + url);
      await page.evaluate(axe.source);
      for (const colorScheme of ['light', 'dark']) {
        await page.emulateMedia({ colorScheme });
        for (const width of widths) {
          await page.setViewportSize({ width, height: 900 });
          const found = await page.evaluate(async runOnly => (await globalThis.axe.run({ runOnly })).violations
            .map(v => `${v.id}: ${v.nodes.map(n => n.html).join(' ')}`), tags);
          assert.deepEqual(found, [], `${url}, ${colorScheme}, ${width} px`);
          const scrollWidth = await page.evaluate(() => document.documentElement.scrollWidth);
          assert.ok(scrollWidth <= width, `${url} scrolls sideways: ${scrollWidth} px in ${width}`);
          if (colorScheme === 'light' && ['/desk/', `/desk/skriv/${file}`].includes(url)) {
            const name = url === '/desk/' ? 'desk' : 'desk-writing';
            await page.screenshot({ path: path.join(screenshots, `${name}-${width}.png`) });
          }
        }
      }
    }

    await Promise.all([context.close(), draftContext.close()]);
  });
});
