// Articles of editors who mean harm: nothing that they wrote runs, and nothing is fetched for them.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { attacks } from '../hostile/content.js';
import { liveHtml } from '../hostile/payloads.js';
import { Trap } from '../hostile/trap.js';
import { hostile } from '../sites/published.js';
import { openBrowser } from '../visits/browser.js';
import { Visit } from '../visits/visit.js';

/** A site of nothing but the attacks, as they are, at /0/, /1/ and so on. */
function unguarded(head) {
  return {
    address: 'https://vidoppen.example',
    answer: path => {
      const attack = liveHtml[Number(path.slice(1, -1))];
      return attack === undefined
        ? { status: 404, contentType: 'text/plain', body: '' }
        : { status: 200, contentType: 'text/html; charset=utf-8', body: `<!doctype html><html><head>${head}</head><body><main>${attack}</main></body></html>` };
    },
  };
}

describe('Hostile articles', () => {
  let browser;
  before(async () => { browser = await openBrowser(); });
  after(() => browser.close());

  /** What each of some pages set off, where it did. */
  async function caught(site, paths, patience = 50) {
    const visit = await Visit.begin(browser, site);
    const trap = new Trap(visit);
    const found = {};
    for (const path of paths) {
      const alarms = await trap.spring(path, patience);
      if (alarms.length > 0) {
        found[path] = alarms;
      }
    }

    await visit.end();
    return found;
  }

  const everyAttack = liveHtml.map((_, i) => `/${i}/`);

  it('hold at least 60 attacks of five kinds', () => assert.ok(attacks >= 60, `${attacks}`));

  it('would do harm: in a page without our care, the attacks in HTML run, and the trap notices', async () => {
    const harmful = Object.keys(await caught(unguarded(''), everyAttack, 5000));
    assert.deepEqual(everyAttack.filter(p => !harmful.includes(p)).map(p => liveHtml[Number(p.slice(1, -1))]), []);
  });

  it('run nothing and fetch nothing, on any page of the site', async () => {
    assert.ok(hostile.articles.length >= 90);
    assert.deepEqual(await caught(hostile, hostile.pages), {});
  });

  it('would still run nothing if the allow-list let all of it through: the policy in each page holds', async () => {
    const policyOf = page => /<meta http-equiv="Content-Security-Policy" content="([^"]+)">/.exec(hostile.text(page))[1]
      .replace(/script-src 'sha256-[^']+'; ?/, '') // Of data, which no browser runs.
      .replace("manifest-src 'self';", ''); // Of the front page alone: its name and icon on a home screen.
    const pages = hostile.pages.filter(p => p !== '/sok/'); // The one page that has a script.
    for (const page of pages) {
      assert.equal(policyOf(page), policyOf('/'), page);
    }

    const alarms = Object.values(await caught(unguarded(`<meta http-equiv="Content-Security-Policy" content="${policyOf('/')}">`), everyAttack)).flat();
    assert.deepEqual(alarms.filter(a => a === 'alert'), []);
  });

  it('are not published as files that a browser would run', () => {
    assert.deepEqual(
      hostile.files.filter(f => f.startsWith('/bilder/') && !f.endsWith('.webp')), // Copies of the pictures.
      ['/bilder/bild.png', '/bilder/tva.png', "/bilder/x' onerror='alert(1).png"]);
    for (const refused of ['bilder/elak.svg', 'bilder/elak.html', 'bilder/elak.js', 'bilder/elak.png']) {
      assert.ok(!hostile.has(`/${refused}`) && hostile.log.includes(refused), `${refused} is neither published nor passed over in silence`);
    }
  });
});
