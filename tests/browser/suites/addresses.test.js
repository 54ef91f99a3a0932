// Addresses that are not what they were: missing pages, and pages that have moved.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { extremes, sample } from '../sites/published.js';
import { openBrowser } from '../visits/browser.js';
import { Visit } from '../visits/visit.js';

describe('Addresses', () => {
  let browser;
  before(async () => { browser = await openBrowser(); });
  after(() => browser.close());

  for (const path of ['/finns-inte/', '/2019/10/finns-inte', '/amnen/finns-inte/2019/', '/%F0%9F%A6%91/']) {
    it(`${path} is answered 404, with a page that leads on and is not for search engines`, async () => {
      const visit = await Visit.begin(browser, sample);
      const response = await visit.go(path);
      assert.equal(response.status(), 404);
      assert.equal(await visit.page.getByRole('heading', { level: 1 }).textContent(), 'Sidan finns inte');
      assert.equal(await visit.page.locator('meta[name=robots]').getAttribute('content'), 'noindex');
      assert.equal(await visit.page.locator('link[rel=canonical]').count(), 0);
      await visit.page.getByRole('link', { name: 'Till startsidan' }).click();
      assert.equal(visit.path, '/');
      await visit.end();
    });
  }

  const moved = [
    [sample, '/nyheter/2018/budget-klar/', '/2018/11/budget-2019-antagen/'],
    [sample, '/nyheter/budget-2019/', '/2018/11/budget-2019-antagen/'],
    [extremes, '/nyheter/allt/', '/2025/03/allt-i-en-artikel/'],
    [extremes, '/nyheter/2025/en-mycket-gammal-adress/', '/2025/03/allt-i-en-artikel/'],
  ];
  for (const [site, from, to] of moved) {
    for (const javaScriptEnabled of [true, false]) {
      it(`${from} leads at once to ${to}${javaScriptEnabled ? '' : ', without JavaScript'}`, async () => {
        const visit = await Visit.begin(browser, site, { javaScriptEnabled });
        const html = site.text(from);
        assert.ok(html.includes(`<link rel="canonical" href="${site.address}${to}">`));
        assert.ok(html.includes(`<meta http-equiv="refresh" content="0; url=${site.address}${to}">`));
        await visit.go(from);
        await visit.page.waitForURL(site.address + to, { timeout: 5000 });
        await visit.end();
      });
    }
  }

  it('of all pages are their canonical ones, but for those that have moved', () => {
    for (const site of [sample, extremes]) {
      for (const path of site.pages.filter(p => p !== '/404.html' && !site.text(p).includes('http-equiv="refresh"'))) {
        assert.ok(site.text(path).includes(`<link rel="canonical" href="${site.address}${path}">`), path);
      }
    }
  });
});
