// The Nu HTML checker of the W3C on each page and style sheet.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, it } from 'node:test';
import { kinds } from '../sites/kinds.js';
import { crowded, extremes, sample } from '../sites/published.js';
import { serve } from '../sites/server.js';

const checker = path.join(path.dirname(createRequire(import.meta.url).resolve('vnu-jar/package.json')), 'build/dist/vnu.jar');

/** How long the checker waits for a page, in milliseconds: the machine may be busy with something else. */
const patience = 60_000;

/** What the checker does not know: an at-rule of CSS View Transitions Level 2, which browsers without it pass over. */
const unknown = /CSS: Unrecognized at-rule “@view-transition”/;

/** The checker's errors and warnings. It fetches the pages: as files they would have no origin for their policy's 'self'. */
async function remarksOn(site, paths) {
  const server = await serve(site);
  try {
    const java = spawn('java', [
      '-Dnu.validator.servlet.allow-forbidden-hosts=true', `-Dnu.validator.servlet.connection-timeout=${patience}`,
      `-Dnu.validator.servlet.socket-timeout=${patience}`, '-jar', checker, '--also-check-css', '--exit-zero-always', '--stdout', '--format', 'json', ...paths.map(p => server.origin + p)]);
    const [output, errors, status] = await Promise.all([text(java.stdout), text(java.stderr), new Promise(end => java.on('close', end))]);
    assert.equal(status, 0, errors);
    return JSON.parse(output).messages
      .filter(m => (m.type !== 'info' || m.subType === 'warning') && !unknown.test(m.message))
      .map(m => `${new URL(m.url).pathname}: ${m.subType ?? m.type}: ${m.message} ${m.extract ?? ''}`);
  } finally {
    await server.close();
  }
}

describe('The Nu HTML checker', () => {
  for (const [name, site] of Object.entries({ sample, extremes })) {
    it(`has no error and no warning for any page of the site "${name}"`, async () => {
      assert.ok(site.pages.length > 30);
      assert.deepEqual(await remarksOn(site, [...site.pages, site.styleSheet]), []);
    });
  }

  it('has none for the kinds of page that only the crowded site has', async () => {
    const paths = kinds.filter(k => k.site === crowded).map(k => k.path);
    assert.ok(paths.length > 2 && paths.every(p => crowded.pages.includes(p)));
    assert.deepEqual(await remarksOn(crowded, paths), []);
  });

  it('has some for a page and a style sheet that deserve them', async () => {
    const wrong = {
      '/': ['text/html; charset=utf-8', '<!doctype html><html lang="sv"><title>Fel</title><p><div></p><img src="x.png"><section></section>'],
      '/x.css': ['text/css; charset=utf-8', 'p { colour: red }'],
    };
    const site = { answer: path => ({ status: 200, contentType: wrong[path][0], body: Buffer.from(wrong[path][1]) }) };
    const remarks = (await remarksOn(site, ['/', '/x.css'])).join('\n');
    assert.match(remarks, /^\/: error: /m);
    assert.match(remarks, /^\/: warning: /m);
    assert.match(remarks, /^\/x\.css: error: /m);
  });
});
