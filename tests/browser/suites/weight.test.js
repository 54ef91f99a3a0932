// What a page costs a visitor: bytes as they are, since blob storage does not compress, and requests.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { kinds } from '../sites/kinds.js';
import { extremes, sample } from '../sites/published.js';
import { openBrowser } from '../visits/browser.js';
import { Visit } from '../visits/visit.js';

const kilobyte = 1024;

describe('Weight', () => {
  let browser;
  before(async () => { browser = await openBrowser(); });
  after(() => browser.close());

  for (const [name, site] of Object.entries({ sample, extremes })) {
    it(`of each article of the site "${name}" without pictures is, with its style, at most 14 KB`, () => {
      const style = site.size(site.styleSheet);
      assert.ok(site.articles.length > 5 && style > 0);
      const heavy = site.articles.filter(a => !site.text(a).includes('<img')).map(a => ({ article: a, bytes: site.size(a) + style })).filter(a => a.bytes > 14 * kilobyte);
      assert.deepEqual(heavy, []);
    });

    it(`of the front page of the site "${name}" with its style is at most 30 KB`, () =>
      assert.ok(site.size('/') + site.size(site.styleSheet) <= 30 * kilobyte));
  }

  for (const { kind, site, path } of kinds) {
    it(`in requests of the ${kind} is the page and its style, and pictures of the site`, async () => {
      const visit = await Visit.begin(browser, site);
      await visit.go(path);
      // The owner of the site of extremes wants the share sheet: it takes each of the articles a script.
      const scripts = path === '/sok/' ? /^\/sok[./]./ : site === extremes && site.articles.includes(path) ? /^\/dela\.[0-9a-f]{16}\.js$/ : /^$/;
      assert.deepEqual(visit.requests.filter(r => r.type !== 'image' && !scripts.test(r.path)).map(r => [r.path, r.type]),
        [[path, 'document'], [site.styleSheet, 'stylesheet']]);
      assert.deepEqual(visit.requests.filter(r => r.type === 'image' && r.status !== 200), []);
      assert.deepEqual(visit.strayed, []);
      await visit.end();
    });
  }
});
