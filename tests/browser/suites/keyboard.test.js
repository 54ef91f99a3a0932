// Without a mouse: every stop of the tabulator is seen, and all of the site can be reached.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { kinds } from '../sites/kinds.js';
import { sample } from '../sites/published.js';
import { openBrowser } from '../visits/browser.js';
import { Visit } from '../visits/visit.js';

/** Where the focus is, and how it shows. */
function focus(page) {
  return page.evaluate(() => {
    const element = document.activeElement;
    const box = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    return {
      name: element.outerHTML.slice(0, 100),
      isBody: element === document.body,
      outline: style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth),
      isInView: box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    };
  });
}

describe('The keyboard', () => {
  let browser, visit, page;
  before(async () => { browser = await openBrowser(); });
  after(() => browser.close());

  for (const { kind, site, path } of kinds) {
    it(`stops at every link of the ${kind}, and each stop is seen`, async () => {
      visit = await Visit.begin(browser, site, { reducedMotion: 'reduce', viewport: { width: 400, height: 700 } });
      page = visit.page;
      await visit.go(path);
      const expected = await page.locator('a[href]:not([tabindex="-1"]), summary, [tabindex="0"], input:visible, button:visible').count();
      let stops = 0;
      for (; stops <= expected; stops++) {
        await page.keyboard.press('Tab');
        const at = await focus(page);
        if (at.isBody) {
          break;
        }

        assert.ok(at.outline >= 2, `the focus does not show on ${at.name}`);
        assert.ok(at.isInView, `the focus is out of sight on ${at.name}`);
      }

      assert.equal(stops, expected);
      await visit.end();
    });
  }

  it('skips the menu', async () => {
    visit = await Visit.begin(browser, sample);
    page = visit.page;
    await visit.go('/');
    await page.keyboard.press('Tab');
    assert.match((await focus(page)).name, /Hoppa till innehållet/);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    assert.ok(await page.evaluate(() => document.querySelector('main').contains(document.activeElement)));
    await visit.end();
  });

  it('reads an article and finds the archive', async () => {
    const follow = async text => {
      for (let stop = 0; stop < 60; stop++) {
        await page.keyboard.press('Tab');
        if (await page.evaluate(text => document.activeElement.textContent.trim() === text, text)) {
          await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
          return;
        }
      }

      assert.fail(`no stop at ${text}`);
    };
    visit = await Visit.begin(browser, sample);
    page = visit.page;
    await visit.go('/');
    await follow('Eleverna röstade om skolgården');
    assert.equal(visit.path, '/2026/11/skolval-om-skolgarden/');
    await follow('Nyhetsarkiv');
    await follow('2018');
    await follow('November');
    assert.equal(visit.path, '/nyhetsarkiv/2018/11/');
    await visit.end();
  });
});
