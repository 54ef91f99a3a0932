// Every link, picture and address within the exported sites leads to something that is there.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { crowded, extremes, sample } from '../sites/published.js';
import { openBrowser } from '../visits/browser.js';

/** What a browser finds in a page, without opening it: where it leads, and where others can lead to in it. */
function read(page, html) {
  return page.evaluate(html => {
    const document = new DOMParser().parseFromString(html, 'text/html');
    const all = name => [...document.querySelectorAll(`[${name}]`)].map(e => e.getAttribute(name));
    return {
      links: [...all('href'), ...all('src'), ...all('srcset').flatMap(s => s.split(',').map(c => c.trim().split(/\s+/)[0]))],
      names: all('id'),
    };
  }, html);
}

/** The links of a site's pages that lead to nothing in it, as "page → link". */
async function brokenLinks(page, site) {
  const pages = new Map();
  for (const path of site.pages) {
    pages.set(path, await read(page, site.text(path)));
  }

  const isBroken = (link, from) => {
    const url = new URL(link, site.address + from);
    const fragment = decodeURIComponent(url.hash.slice(1));
    return url.origin === site.address
      && (!site.has(url.pathname) || (fragment !== '' && !pages.get(url.pathname)?.names.includes(fragment)));
  };
  return [...pages].flatMap(([from, { links }]) => links.filter(l => isBroken(l, from)).map(l => `${from} → ${l}`));
}

describe('Links', () => {
  let browser, page;
  before(async () => {
    browser = await openBrowser();
    page = await browser.newPage();
  });
  after(() => browser.close());

  for (const [name, site] of Object.entries({ sample, extremes, crowded })) {
    it(`lead to pages and places of the site "${name}"`, async () => assert.deepEqual(await brokenLinks(page, site), []));

    it(`in the feeds, sitemaps and robots.txt of the site "${name}" do as well`, () => {
      const files = site.files.filter(f => /\.(xml|json|txt)$/.test(f));
      assert.ok(files.includes('/sitemap.xml') && files.includes('/rss.xml') && files.includes('/feed.json'));
      const broken = files.flatMap(f => [...site.text(f).matchAll(new RegExp(`${site.address}([^\\s"'<>\\\\#&]*)`, 'g'))]
        .filter(([, path]) => !site.has(path || '/'))
        .map(([url]) => `${f} → ${url}`));
      assert.deepEqual(broken, []);
    });

    it(`can be followed from the front page of the site "${name}" to every other page`, async () => {
      const reached = new Set(['/']);
      for (const path of reached) {
        for (const link of (await read(page, site.text(path))).links) {
          const url = new URL(link, site.address + path);
          if (url.origin === site.address && site.pages.includes(url.pathname)) {
            reached.add(url.pathname);
          }
        }
      }

      const expected = site.pages.filter(p => p !== '/404.html' && !site.text(p).includes('http-equiv="refresh"'));
      assert.deepEqual(expected.filter(p => !reached.has(p)), []);
    });
  }

  it('that are broken are found', async () => {
    const texts = { '/': '<a href="/x/">x</a><a href="#y">y</a><a href="/a/#z">z</a><img src="b.jpg">', '/a/': '<a href="/#å">å</a>' };
    const site = {
      address: 'https://x.example', pages: Object.keys(texts), text: path => texts[path], has: path => path in texts,
    };
    assert.deepEqual(await brokenLinks(page, site), ['/ → /x/', '/ → #y', '/ → /a/#z', '/ → b.jpg', '/a/ → /#å']);
  });
});
