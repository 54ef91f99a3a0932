// axe-core, by the success criteria of WCAG 2.2 AA and its own best practices, on a page of each kind.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import axe from 'axe-core';
import { kinds } from '../sites/kinds.js';
import { openBrowser } from '../visits/browser.js';
import { Visit } from '../visits/visit.js';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const colorSchemes = ['light', 'dark'];
const widths = [320, 1280];

/** What axe says of the page as it is now: a line for each violation, with the elements that show it. */
async function violations(page) {
  const { violations } = await page.evaluate(tags => globalThis.axe.run({ runOnly: tags }), tags);
  return violations.map(v => `${v.id}: ${v.help}: ${v.nodes.map(n => n.html).join(' ')}`);
}

describe('axe', () => {
  let browser;
  before(async () => { browser = await openBrowser(); });
  after(() => browser.close());

  for (const { kind, site, path } of kinds) {
    it(`finds nothing on the ${kind}, light and dark, narrow and wide`, async () => {
      const visit = await Visit.begin(browser, site, { reducedMotion: 'reduce' });
      await visit.go(path);
      await visit.page.evaluate(axe.source);
      for (const colorScheme of colorSchemes) {
        await visit.page.emulateMedia({ colorScheme });
        for (const width of widths) {
          await visit.page.setViewportSize({ width, height: 800 });
          assert.deepEqual(await violations(visit.page), [], `${colorScheme}, ${width} px`);
          const scrollWidth = await visit.page.evaluate(() => document.documentElement.scrollWidth);
          assert.ok(scrollWidth <= width, `scrolls sideways: ${scrollWidth} px in ${width} (WCAG 1.4.10)`);
        }
      }

      await visit.end();
    });
  }

  it('finds something on a page that is wrong', async () => {
    const page = await browser.newPage();
    await page.setContent('<!doctype html><html><body style="color:#999"><img src=x><a href=x></a>grått</body></html>');
    await page.evaluate(axe.source);
    const found = (await violations(page)).map(v => v.split(':')[0]);
    for (const rule of ['html-has-lang', 'document-title', 'image-alt', 'link-name', 'color-contrast', 'landmark-one-main']) {
      assert.ok(found.includes(rule), `${rule} is not in ${found}`);
    }
  });
});
