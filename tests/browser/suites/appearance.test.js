// How it looks: light or dark as the visitor wishes, and pictures of it for people to judge, in screenshots/.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { sample } from '../sites/published.js';
import { openBrowser } from '../visits/browser.js';
import { Visit } from '../visits/visit.js';

const screenshots = path.resolve(import.meta.dirname, '../screenshots');

/** How bright the colour of the page's paper and ink are, from 0 to 255. */
function brightness(page) {
  return page.evaluate(() => {
    const bright = color => color.match(/\d+/g).slice(0, 3).reduce((sum, c) => sum + Number(c), 0) / 3;
    const { backgroundColor, color } = getComputedStyle(document.body);
    return { paper: bright(backgroundColor), ink: bright(color) };
  });
}

describe('Appearance', () => {
  let browser;
  before(async () => {
    mkdirSync(screenshots, { recursive: true });
    browser = await openBrowser();
  });
  after(() => browser.close());

  for (const [name, address] of [['front-page', '/'], ['article', '/2026/11/budget-2027/'], ['archive', '/nyhetsarkiv/']]) {
    for (const [width, size] of [['narrow', { width: 390, height: 844 }], ['wide', { width: 1280, height: 900 }]]) {
      it(`of the ${name}, ${width}: dark on light, light on dark, no picture missing`, async () => {
        const visit = await Visit.begin(browser, sample, { viewport: size, colorScheme: 'light' });
        await visit.go(address);
        for (const colorScheme of ['light', 'dark']) {
          await visit.page.emulateMedia({ colorScheme });
          await visit.page.screenshot({ path: path.join(screenshots, `${name}-${width}-${colorScheme}.png`), fullPage: name !== 'front-page' });
          const { paper, ink } = await brightness(visit.page);
          assert.ok(colorScheme === 'light' ? paper > 240 && ink < 60 : paper < 40 && ink > 200, `paper ${paper}, ink ${ink}`);
        }

        const missing = await visit.page.evaluate(async () => {
          const images = [...document.images];
          images.forEach(i => { i.loading = 'eager'; });
          await Promise.allSettled(images.map(i => i.decode()));
          return images.filter(i => i.naturalWidth === 0).map(i => i.src);
        });
        assert.deepEqual(missing, []);
        await visit.end();
      });
    }
  }

  it('in print is black on white, without what only leads elsewhere', async () => {
    const visit = await Visit.begin(browser, sample, { colorScheme: 'dark' });
    await visit.go('/2026/11/budget-2027/');
    await visit.page.emulateMedia({ media: 'print' });
    assert.deepEqual(await brightness(visit.page), { paper: 255, ink: 0 });
    assert.ok(await visit.page.getByRole('heading', { level: 1 }).isVisible());
    assert.ok(!await visit.page.getByRole('navigation', { name: 'Huvudmeny' }).isVisible());
    assert.ok(!await visit.page.getByRole('contentinfo').isVisible());
    await visit.end();
  });
});
