import assert from 'node:assert/strict';
import path from 'node:path';
import { it } from 'node:test';
import axe from 'axe-core';
import { Editor, widths } from './editor.js';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const screenshots = path.join(import.meta.dirname, '../screenshots');

/** The addresses of the desk's pages, a file's among them. */
const pagesOf = file => [
  '/desk/', '/desk/?visa=deleted', '/desk/ny', `/desk/fil/${file}`, `/desk/skriv/${file}?sparat=ja`, `/desk/skriv/${file}?vy=fil`,
  `/desk/historik/${file}`, '/desk/bilder', '/desk/bilder/raderade', '/desk/granskning', '/desk/installningar', `/desk/atgard/publicera/${file}`,
  `/desk/atgard/schemalagg/${file}`, `/desk/atgard/radera/${file}`, `/desk/atgard/flytta/${file}`,
];

/** What axe finds on the page as it is now, a line for each violation. */
const violations = page => page.evaluate(async runOnly => (await globalThis.axe.run({ runOnly })).violations
  .map(v => `${v.id}: ${v.nodes.map(n => n.html).join(' ')}`), tags);

/** A picture of the page for those who look at it, in screenshots/. */
const picture = (page, ...name) => page.screenshot({ path: path.join(screenshots, `desk-${name.join('-')}.png`) });

export function accessibility(room) {
  it('axe finds no violation on any page, light and dark, narrow and wide, and nothing scrolls sideways', async () => {
    const editor = await Editor.withDraft(room, 'Tillgänglig', { reducedMotion: 'reduce' });
    const { page, file } = editor;
    for (const url of pagesOf(file)) {
      await editor.go(url);
      await page.evaluate(axe.source);
      for (const colorScheme of ['light', 'dark']) {
        await page.emulateMedia({ colorScheme });
        for (const width of widths) {
          await page.setViewportSize({ width, height: 900 });
          assert.deepEqual(await violations(page), [], `${url}, ${colorScheme}, ${width} px`);
          const scrollWidth = await page.evaluate(() => document.documentElement.scrollWidth);
          assert.ok(scrollWidth <= width, `${url} scrolls sideways: ${scrollWidth} px in ${width}`);
          const name = url.replace(file, '').replace(/[^a-z]+/g, '-').replace(/^-desk-|-$/g, '') || 'filer';
          await picture(page, name, width, colorScheme);
        }
      }
    }

    await editor.end();
  });
}
