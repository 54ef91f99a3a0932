// Where things stand: rows that fill, one measure, tables that scroll, what is printed.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { extremes, sample } from '../sites/published.js';
import { openBrowser } from '../visits/browser.js';
import { Visit } from '../visits/visit.js';

/** What may be left below a card of the front page, in pixels: two texts that share a slot differ from others by some lines. */
const mostHole = 110;

/** An article with a table of eight columns. */
const table = '/2025/03/allt-i-en-artikel/';

describe('Layout', () => {
  let browser;
  before(async () => { browser = await openBrowser(); });
  after(() => browser.close());

  async function open(site, path, width, height = 800) {
    const visit = await Visit.begin(browser, site, { viewport: { width, height } });
    await visit.go(path);
    return visit;
  }

  for (const width of [390, 768, 1440]) {
    it(`of the front page at ${width} px has no hole, and no row with an empty slot`, async () => {
      const visit = await open(sample, '/', width);
      const { holes, ends } = await visit.page.evaluate(() => {
        const box = element => element.getBoundingClientRect();
        const cards = [...document.querySelectorAll('.card:not(.top)')];
        const main = box(document.querySelector('.cards'));
        const rows = Map.groupBy([...document.querySelectorAll('.cards > :not(.top)')], e => Math.round(box(e).top));
        return {
          holes: cards.map(c => Math.round(box(c).bottom - box(c.querySelector('.meta')).bottom)),
          ends: [...rows.values()].map(slots => Math.round(main.right - box(slots.at(-1)).right)),
        };
      });
      assert.equal(holes.length, 14);
      assert.deepEqual(holes.filter(h => h > mostHole), []);
      assert.deepEqual(ends.filter(e => Math.abs(e) > 1), []);
      await visit.end();
    });
  }

  it('has one measure and one axis for articles, lists and search', async () => {
    for (const path of ['/2026/11/budget-2027/', '/om/', '/nyhetsarkiv/', '/nyhetsarkiv/2019/', '/nyhetsarkiv/2019/10/', '/amnen/hamnen/', '/sok/', '/finns-inte/']) {
      const visit = await open(sample, path, 1440);
      const { left, right } = await visit.page.evaluate(() => {
        const { left, right } = document.querySelector('h1').parentElement.getBoundingClientRect();
        const { paddingLeft } = getComputedStyle(document.querySelector('main'));
        const inset = document.querySelector('h1').parentElement.matches('main') ? parseFloat(paddingLeft) : 0;
        return { left: left + inset, right: right - inset };
      });
      assert.equal(right - left, 608, path);
      assert.equal(left + right, 1440, path);
      await visit.end();
    }
  });

  it('of headlines hyphenates them, in the language of the article', async () => {
    const visit = await open(extremes, '/', 390);
    const headings = await visit.page.evaluate(() => [...document.querySelectorAll('.card h2')]
      .map(h => [getComputedStyle(h).hyphens, h.closest('[lang]').lang]));
    assert.ok(headings.every(([hyphens]) => hyphens === 'auto'));
    assert.ok(headings.some(([, lang]) => lang === 'en') && headings.some(([, lang]) => lang === 'sv'));
    await visit.end();
  });

  it('of a wide table on a telephone keeps its first column and its header in sight', async () => {
    const visit = await open(extremes, table, 390, 100);
    const moved = await visit.page.evaluate(() => {
      const table = document.querySelector('table');
      const [corner, first, last] = ['thead th', 'tbody tr:last-child > :first-child', 'tbody tr:last-child > :last-child'].map(s => table.querySelector(s));
      const at = () => ({ corner: corner.getBoundingClientRect(), first: first.getBoundingClientRect(), last: last.getBoundingClientRect(), table: table.getBoundingClientRect() });
      const before = at();
      table.scrollTo(10_000, 10_000);
      const after = at();
      return {
        isCut: before.last.right > before.table.right + 20, scrolledDown: table.scrollTop,
        isShown: Math.abs(after.last.right - after.table.right), first: after.first.left - after.table.left,
        corner: [after.corner.left - after.table.left, after.corner.top - after.table.top],
      };
    });
    assert.ok(moved.isCut && moved.scrolledDown > 0, JSON.stringify(moved));
    assert.ok(moved.isShown <= 1 && moved.first === 0, JSON.stringify(moved));
    assert.deepEqual(moved.corner, [0, 0]);
    await visit.end();
  });

  it('of a wide table shades the edge behind which it goes on, and that edge alone', async () => {
    const visit = await open(extremes, table, 390);
    const other = await browser.newPage();
    /** How dark the table's right edge is, from 0 to 255, between two lines of text. */
    const darkness = async () => {
      const { right, bottom } = await visit.page.evaluate(() => document.querySelector('tbody').getBoundingClientRect()
        && (({ right }, { bottom }) => ({ right, bottom }))(document.querySelector('table').getBoundingClientRect(), document.querySelector('tbody').getBoundingClientRect()));
      const shot = await visit.page.screenshot({ clip: { x: right - 3, y: bottom - 5, width: 2, height: 2 } });
      return other.evaluate(async url => {
        const image = await createImageBitmap(await (await fetch(url)).blob());
        const canvas = new OffscreenCanvas(2, 2).getContext('2d');
        canvas.drawImage(image, 0, 0);
        return 255 - canvas.getImageData(0, 0, 1, 1).data[0];
      }, `data:image/png;base64,${shot.toString('base64')}`);
    };
    await visit.page.locator('table').scrollIntoViewIfNeeded();
    assert.ok(await darkness() > 60);
    await visit.page.evaluate(() => document.querySelector('table').scrollTo(10_000, 0));
    assert.ok(await darkness() < 10);
    await visit.end();
  });

  it('in print says where the page and its links are, and breaks no table and no card', async () => {
    const visit = await open(extremes, table, 768);
    await visit.page.emulateMedia({ media: 'print' });
    const printed = await visit.page.evaluate(() => {
      const own = document.querySelector('[rel=canonical]');
      const after = selector => getComputedStyle(document.querySelector(selector), '::after').content;
      const style = getComputedStyle(document.querySelector('table'));
      return {
        own: getComputedStyle(own, '::after').content, height: own.getBoundingClientRect().height,
        link: after('.body p a[href^=http]'), footnote: after('.footnote-ref'), picture: after('.hero a'),
        table: [style.display, style.breakInside],
      };
    });
    assert.ok(printed.height > 10);
    assert.match(printed.own, /ytterligheter\.example\/2025\/03\/allt-i-en-artikel/);
    assert.match(printed.link, /https:\/\/www\.lysekil\.se/);
    assert.deepEqual([printed.footnote, printed.picture], ['none', 'none']);
    assert.deepEqual(printed.table, ['table', 'avoid']);
    await visit.go('/');
    assert.equal(await visit.page.evaluate(() => getComputedStyle(document.querySelector('.card')).breakInside), 'avoid');
    await visit.end();
  });
});
