// Search as a visitor meets it: with results and without, by keyboard, without JavaScript.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sample } from '../sites/published.js';
import { openBrowser } from '../visits/browser.js';
import { Visit } from '../visits/visit.js';

describe('Search', () => {
  let browser, visit, page;
  before(async () => { browser = await openBrowser(); });
  after(() => browser.close());

  const begin = async options => {
    visit = await Visit.begin(browser, sample, options);
    page = visit.page;
  };
  const titles = () => page.locator('.results h2').allTextContents();
  const found = text => page.locator('.found', { hasText: text }).waitFor();

  it('finds a word in any of its forms, marks it, and leads to the article', async () => {
    await begin();
    await visit.go('/sok/');
    await page.fill('#q', 'hamnarna');
    await page.keyboard.press('Enter');
    await found('hela arkivet');

    assert.ok((await titles()).some(t => /hamn/i.test(t)));
    assert.ok((await page.locator('.results mark').allTextContents()).every(m => /hamn/i.test(m)));
    assert.equal(new URL(page.url()).search, '?q=hamnarna');
    await page.locator('.results a').first().click();
    await page.waitForURL(u => /^\/20\d\d\//.test(u.pathname));
    assert.deepEqual(visit.strayed, []);
    await visit.end();
  });

  it('answers what is asked for while its words are on the way', async () => {
    for (let i = 0; i < 5; i++) {
      await begin();
      await page.route(/\/sok\.\w+\.js$/, async route => {
        await new Promise(resolve => setTimeout(resolve, 100));
        await route.fallback();
      });
      await visit.go('/sok/');
      await page.focus('#q');
      await page.evaluate(() => {
        const q = document.querySelector('#q');
        q.value = 'budget';
        q.form.requestSubmit();
      });
      await found('hela arkivet');
      assert.ok((await titles()).some(t => /budget/i.test(t)));
      await visit.end();
    }
  });

  it('answers an address with a query in it, and asks for no more than shards', async () => {
    await begin();
    await visit.go('/sok/?q=budget');
    await found('hela arkivet');

    assert.ok((await titles()).some(t => /budget/i.test(t)));
    const others = visit.requests.filter(r => !['document', 'stylesheet', 'script', 'image'].includes(r.type));
    assert.ok(others.length > 0 && others.every(r => /^\/sok\/(\d{4}-\d{2}|sidor)\.json$/.test(r.path) && r.status === 200));
    await visit.end();
  });

  it('finds a standing page', async () => {
    await begin();
    await visit.go('/sok/?q=tillgänglighetsredogörelse');
    await page.locator('.results a[href="/tillganglighet/"]').waitFor();
    await visit.end();
  });

  it('says so where there is nothing', async () => {
    await begin();
    await visit.go('/sok/?q=xyzzy');
    await found(/Inga|inget|ingen/i);
    assert.deepEqual(await titles(), []);
    await visit.end();
  });

  it('runs nothing that a query says', async () => {
    await begin();
    const dialogs = [];
    page.on('dialog', d => { dialogs.push(d.message()); return d.dismiss(); });
    await visit.go(`/sok/?q=${encodeURIComponent('<img src=x onerror=alert(1)> budget')}`);
    await page.locator('.found', { hasText: /\S/ }).waitFor();
    assert.deepEqual(dialogs, []);
    assert.equal(await page.locator('main img[src="x"]').count(), 0);
    await visit.end();
  });

  it('works by keyboard alone', async () => {
    await begin();
    await visit.go('/sok/');
    await page.locator('#q').waitFor();
    for (let i = 0; i < 20 && !await page.evaluate(() => document.activeElement.id === 'q'); i++) {
      await page.keyboard.press('Tab');
    }

    await page.keyboard.type('skola');
    await page.keyboard.press('Enter');
    await page.locator('.results li').first().waitFor();
    for (let i = 0; i < 10 && !await page.evaluate(() => !!document.activeElement.closest('.results')); i++) {
      await page.keyboard.press('Tab');
    }

    await page.keyboard.press('Enter');
    await page.waitForURL(u => /^\/20\d\d\//.test(u.pathname));
    await visit.end();
  });

  it('leads elsewhere without JavaScript', async () => {
    await begin({ javaScriptEnabled: false });
    await visit.go('/sok/');
    assert.ok(await page.locator('noscript p', { hasText: 'behöver JavaScript' }).isVisible());
    assert.ok(!await page.locator('#q').isVisible());
    assert.ok(await page.locator('main a[href="/nyhetsarkiv/"]').isVisible());
    await visit.end();
  });
});
