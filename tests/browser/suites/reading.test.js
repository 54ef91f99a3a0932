// A visitor reads: the newest article, its neighbours, back through the archive, by topic.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { extremes, sample } from '../sites/published.js';
import { openBrowser } from '../visits/browser.js';
import { Visit } from '../visits/visit.js';

describe('Reading', () => {
  let browser, visit, page;
  before(async () => { browser = await openBrowser(); });
  after(() => browser.close());

  /** Begins at the front page. */
  async function begin(site, options) {
    visit = await Visit.begin(browser, site, options);
    page = visit.page;
    await visit.go('/');
  }

  for (const javaScriptEnabled of [true, false]) {
    describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
      before(() => begin(sample, { javaScriptEnabled }));
      after(() => visit.end());

      it('the newest article is on top of the front page, and opens', async () => {
        const newest = page.getByRole('article').first().getByRole('heading').getByRole('link');
        const title = await newest.textContent();
        await newest.click();
        assert.equal(visit.path, '/2026/11/budget-2027/');
        assert.equal(await page.getByRole('heading', { level: 1 }).textContent(), title);
        assert.equal(await page.title(), `${title} – Lysekilspolitik`);
        assert.equal(await page.locator('time').first().textContent(), '19 november 2026 kl. 21.30');
      });

      it('its neighbours lead back in time and forth again', async () => {
        await page.locator('a[rel=prev]').click();
        assert.equal(visit.path, '/2026/11/koket-pa-centralskolan/');
        await page.locator('a[rel=next]').click();
        assert.equal(visit.path, '/2026/11/budget-2027/');
      });

      it('the archive leads by year and month to the article that started it all', async () => {
        await page.getByRole('navigation', { name: 'Huvudmeny' }).getByRole('link', { name: 'Nyhetsarkiv' }).click();
        assert.equal(visit.path, '/nyhetsarkiv/');
        await page.getByRole('main').getByRole('link', { name: '2019' }).click();
        assert.equal(visit.path, '/nyhetsarkiv/2019/');
        await page.getByRole('link', { name: 'Oktober' }).click();
        assert.equal(visit.path, '/nyhetsarkiv/2019/10/');
        await page.getByRole('heading', { name: 'Valkyriorna' }).getByRole('link').click();
        assert.equal(visit.path, '/2019/10/valkyriornas-hostmote/');
      });

      it('and a topic back to the rest', async () => {
        await page.getByRole('link', { name: 'Ämnen' }).first().click();
        await page.getByRole('main').getByRole('link', { name: 'Hamnen' }).click();
        await page.getByRole('link', { name: '2021' }).click();
        assert.equal(visit.path, '/amnen/hamnen/2021/');
        await page.getByRole('navigation', { name: 'Brödsmulor' }).getByRole('link', { name: 'Hamnen' }).click();
        assert.equal(visit.path, '/amnen/hamnen/');
      });

      it('every page on the way was there, and nothing was fetched from elsewhere', () => {
        assert.ok(visit.requests.length >= 10);
        assert.deepEqual(visit.requests.filter(r => r.status !== 200), []);
        assert.deepEqual(visit.strayed, []);
      });
    });
  }

  it('an article is shared by the share sheet, where the browser has one and the owner wants it', async () => {
    const path = '/2025/03/in-english/';
    for (const [site, hasSheet, buttons] of [[extremes, true, 1], [extremes, false, 0], [sample, true, 0]]) {
      await begin(site);
      await page.addInitScript(isThere => {
        const share = data => (window.shared = data, Promise.reject(new DOMException('Nej tack', 'AbortError')));
        Object.defineProperty(navigator, 'share', { value: isThere ? share : undefined });
        window.faults = [];
        for (const kind of ['error', 'unhandledrejection', 'securitypolicyviolation']) {
          window.addEventListener(kind, event => window.faults.push(event.type));
        }
      }, hasSheet);
      await visit.go(site === extremes ? path : '/2026/11/budget-2027/', { waitUntil: 'networkidle' });
      const share = page.getByRole('button', { name: 'Dela artikeln' });
      assert.equal(await share.count(), buttons);
      if (buttons > 0) {
        const { height } = await share.boundingBox();
        assert.ok(height >= 24, `${height}`);
        await share.focus();
        await page.keyboard.press('Enter');
        assert.deepEqual(await page.evaluate(() => window.shared),
          { title: await page.getByRole('heading', { level: 1 }).textContent(), url: extremes.address + path });
        assert.equal(await share.evaluate(button => button.closest('[lang]').lang), 'sv');
      }

      assert.deepEqual(await page.evaluate(() => window.faults), []);
      await visit.end();
    }
  });

  it('a footnote leads down and back up', async () => {
    await begin(extremes);
    await visit.go('/2025/03/allt-i-en-artikel/');
    await page.locator('a.footnote-ref').first().click();
    assert.match(new URL(page.url()).hash, /^#fn/);
    await page.locator('a.footnote-back-ref').first().click();
    assert.match(new URL(page.url()).hash, /^#fnref/);
    await visit.end();
  });

  it('an article in another language says so, and the site around it stays Swedish', async () => {
    await begin(extremes);
    await visit.go('/2025/03/in-english/');
    assert.equal(await page.locator('html').getAttribute('lang'), 'en');
    assert.equal(await page.getByRole('banner').getAttribute('lang'), 'sv');
    assert.equal(await page.getByRole('contentinfo').getAttribute('lang'), 'sv');
    await visit.end();
  });

  it('an article that was updated says when; one that was not says nothing', async () => {
    await begin(extremes);
    await visit.go('/2025/03/allt-i-en-artikel/');
    assert.deepEqual(await page.locator('header time').allTextContents(), ['10 mars 2025 kl. 18.30', '12 mars 2025 kl. 07.05']);
    await visit.go('/2025/03/in-english/');
    assert.deepEqual(await page.getByText('Uppdaterad').count(), 0);
    await visit.end();
  });

  it('a topic of nothing but drafts has no page, and nothing leads there', () => {
    assert.equal(extremes.answer('/amnen/tomt-amne/').status, 404);
    assert.ok(!extremes.text('/amnen/').includes('tomt-amne'));
  });
});
