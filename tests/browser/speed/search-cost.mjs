// What queries cost a visitor of a large site: bytes, requests and time, in Chromium at the speed of a slow telephone network.
//   dotnet run -c Release --project tests/Lysekil.Benchmarks -- rebuild --articles 1000 --to SITE
//   node tests/browser/speed/search-cost.mjs SITE
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { openBrowser } from '../visits/browser.js';

const network = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
const mostSeconds = 120;
const queries = JSON.parse(readFileSync(new URL('search-queries.json', import.meta.url)));
const site = path.resolve(process.argv[2]);
const scripts = path.resolve(import.meta.dirname, '../../../functions/Lysekil.Publishing/Rendering/Search');
const types = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.mjs': 'text/javascript', '.json': 'application/json' };

/** Serves the pages as blob storage does: those that are stored compressed with their coding. */
function answer(request, response) {
  const address = decodeURIComponent(new URL(request.url, 'http://x').pathname);
  let file = path.join(site, address);
  if (existsSync(file) && statSync(file).isDirectory()) file = path.join(file, 'index.html');
  if (/^\/sok\.\w+\.js$/.test(address)) file = path.join(scripts, 'search.mjs'); // A filled site has no scripts of its own.
  else if (address === '/words.mjs') file = path.join(scripts, 'words.mjs');
  else if (!file.startsWith(site) || !existsSync(file)) return response.writeHead(404).end();
  const isGzip = path.dirname(file).endsWith('/sok') && readFileSync(file).readUInt16BE() === 0x1f8b;
  response.writeHead(200, {
    'Content-Type': types[path.extname(file)] ?? 'application/octet-stream',
    'Content-Length': statSync(file).size,
    ...(isGzip ? { 'Content-Encoding': 'gzip' } : {}),
  });
  createReadStream(file).pipe(response);
}

/** The most requests of which each began after another had ended. */
function roundsOf(requests) {
  let [rounds, end] = [0, -1];
  for (const request of requests.filter(r => r.end).sort((a, b) => a.end - b.end)) {
    if (request.begin >= end) [rounds, end] = [rounds + 1, request.end];
  }

  return rounds;
}

/** Asks for one query in a fresh browser profile, and clicks on as long as what it must find is not shown. */
async function measure(browser, origin, { query, finds }) {
  const context = await browser.newContext({ locale: 'sv-SE' });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  const requests = new Map();
  devtools.on('Network.requestWillBeSent', e => requests.set(e.requestId, { url: e.request.url, begin: e.timestamp, bytes: 0 }));
  devtools.on('Network.loadingFinished', e => Object.assign(requests.get(e.requestId) ?? {}, { end: e.timestamp, bytes: e.encodedDataLength }));
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', network);
  await page.goto(`${origin}/sok/`);
  await page.locator('#q').focus();
  await page.waitForLoadState('networkidle');
  requests.clear(); // What the focus loads is there before a word is typed.
  const began = performance.now();
  await page.evaluate(text => {
    const q = document.querySelector('#q');
    q.value = text;
    q.form.requestSubmit();
  }, query);
  const hit = page.locator('.results li', { has: page.locator(`h2, p`, { hasText: finds }) }).first();
  const more = page.locator('.more');
  let clicks = 0;
  const first = page.locator('.results li').first().waitFor({ timeout: mostSeconds * 1000 }).then(() => performance.now() - began).catch(() => null);
  let found = null;
  while (found === null && performance.now() - began < mostSeconds * 1000) {
    if (await hit.isVisible()) found = performance.now() - began;
    else if (await page.locator('.found', { hasText: /träff/ }).isVisible() && await more.isVisible()) {
      clicks++;
      await more.click();
    } else if (await page.locator('.found', { hasText: 'hela arkivet' }).isVisible() && !await more.isVisible()) break;
    else await page.waitForTimeout(20);
  }

  const all = [...requests.values()].filter(r => r.end);
  const result = {
    query, found: found !== null, clicks, requests: all.length, rounds: roundsOf(all), kB: Math.round(all.reduce((sum, r) => sum + r.bytes, 0) / 1000),
    first: found === null ? null : (await first) / 1000, seconds: found === null ? null : found / 1000,
  };
  await context.close();
  return result;
}

const server = createServer(answer);
await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
const browser = await openBrowser();
const rows = [];
for (const query of queries) {
  rows.push(await measure(browser, `http://127.0.0.1:${server.address().port}`, query));
  console.error(JSON.stringify(rows.at(-1)));
}

await browser.close();
server.close();
server.closeAllConnections();
const median = key => rows.map(r => r[key] ?? Infinity).sort((a, b) => a - b)[rows.length >> 1];
console.log('| query | found | clicks | requests | one after another | kB | s to the first | s to it |\n|---|---|---|---|---|---|---|---|');
for (const r of rows) {
  console.log(`| ${r.query} | ${r.found ? 'yes' : 'no'} | ${r.clicks} | ${r.requests} | ${r.rounds} | ${r.kB} | ${r.first?.toFixed(2) ?? '–'} | ${r.seconds?.toFixed(2) ?? '–'} |`);
}

console.log(`| median of ${rows.length} | ${rows.filter(r => r.found).length} | ${median('clicks')} | ${median('requests')} | ${median('rounds')} | ${median('kB')} | ${median('first').toFixed(2)} | ${median('seconds').toFixed(2)} |`);
