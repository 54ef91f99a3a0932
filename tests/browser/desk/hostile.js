import assert from 'node:assert/strict';
import { it } from 'node:test';
import { careless, frontMatter, liveHtml, markdown } from '../hostile/payloads.js';
import { Trap, touchAll } from '../hostile/trap.js';
import { Editor, until } from './editor.js';

const texts = [...liveHtml, ...careless, ...markdown];
const attacks = [...texts, ...frontMatter];

/** Some of each kind, for pages that show one at a time and are opened; the others are parsed. */
const sample = attacks.filter((_, i) => i % 8 === 0);

/** How long, in milliseconds, something may still happen. */
const patience = 30;

/** A page is touched without its buttons, which would send its forms. */
const touched = { presses: false };

/** The names of files that the attacks permit: a folder's name ends at a slash, and a control character is in no name. */
const names = [...new Set(attacks.map(attack => attack.replace(/[\\/\p{Cc}]/gu, '')))].map((name, i) => `artiklar/attack ${i} ${name}.md`);

const escaped = file => file.split('/').map(encodeURIComponent).join('/');

/** Runs in the browser: what could run or fetch from elsewhere in pages, each an address or a text, without opening them. */
const armedOf = pages => Promise.all(pages.map(async page => {
  const text = page.startsWith('http') ? await (await fetch(page)).text() : page;
  const isOwn = address => address.origin === location.origin;
  const isArmed = ({ localName, textContent, attributes }) =>
    ['iframe', 'object', 'embed', 'base', 'style', 'noscript', 'template'].includes(localName)
    || (localName === 'script' && textContent !== '')
    || (localName === 'meta' && 'http-equiv' in attributes)
    || [...attributes].some(({ name, value }) =>
      name.startsWith('on') || name === 'style' || name === 'srcdoc'
      || (['src', 'action', 'formaction', 'data', 'poster'].includes(name) && !isOwn(new URL(value, location)))
      || (name.endsWith('href') && (localName === 'a' ? !/^https?:$/.test(new URL(value, location).protocol) : !isOwn(new URL(value, location)))));
  return [...new DOMParser().parseFromString(text, 'text/html').querySelectorAll('*')].filter(isArmed).map(element => element.outerHTML.slice(0, 200));
}));

/** A trap at an editor's page; requests to other places count. */
function trapAt({ desk, page }) {
  const strayed = [];
  page.on('request', request => /^https?:/.test(request.url()) && !request.url().startsWith(desk.address) && strayed.push(request.url()));
  return new Trap({ page, strayed, go: (path, options) => page.goto(desk.address + path, options) });
}

/** Nothing of the attacks of tests/browser/hostile runs or is fetched, wherever an editor may have written it. */
export function hostile(room) {
  /** Types texts into an editor one after the other; what each set off, where it did. */
  async function typed(editor, all) {
    const { page } = editor;
    const trap = trapAt(editor);
    const found = {};
    await page.waitForLoadState('networkidle'); // The first preview is there.
    for (const text of all) {
      const alarms = await trap.during(async () => {
        await page.evaluate(() => {
          globalThis.shown = new Promise(done => document.getElementById('preview').addEventListener('load', done, { once: true }));
        });
        await editor.text.fill(text);
        await page.evaluate(() => globalThis.shown);
        await page.evaluate(touchAll, { frame: '#preview' });
      }, patience);
      if (alarms.length > 0) {
        found[text] = alarms;
      }
    }

    return found;
  }

  /** Opens pages of the desk; what each set off, where it did. */
  async function opened(editor, urls) {
    const trap = trapAt(editor);
    const found = {};
    for (const url of urls) {
      const alarms = await trap.spring(url, patience, touched);
      if (alarms.length > 0) {
        found[url] = alarms;
      }
    }

    return found;
  }

  it('Of the attacks nothing runs in the live preview, each by itself, in the form and in the whole file', async () => {
    const [form, file] = await Promise.all(['Attack i formuläret', 'Attack i filen'].map(title => Editor.withDraft(room, title)));
    await file.press('Hela filen');
    const half = Math.floor(texts.length / 2);
    const inText = text => `Före.\n\n${text}\n\nEfter.`;
    const found = await Promise.all([ // Side by side, since each waits for the other end most of the time.
      typed(form, texts.slice(half).map(inText)),
      typed(file, [
        ...texts.slice(0, half).map(text => `---\ndraft: true\n---\n${inText(text)}`),
        ...frontMatter.map(line => `---\n${line}\ndraft: true\n---\n${inText('Text.')}`),
      ]),
    ]);
    assert.deepEqual(found, [{}, {}]);
    assert.deepEqual([...form.complaints, ...file.complaints].filter(c => c.includes('script')), []); // Nor was tried to.
    await Promise.all([form.end(), file.end()]);
  });

  it('Of the attacks nothing runs in the list, the editor, the saved preview, the difference and the actions', async () => {
    const editor = await Editor.at(room, '/desk/ny');
    const { page } = editor;
    await page.getByLabel('Rubrik').fill('Attack <img src=x: onerror=alert(1)>');
    await page.getByLabel('Ingress').fill(attacks.join(' '));
    await page.getByLabel('Ämnen').fill('<script>alert(1)</script>, " onmouseover=alert(1) x="');
    await page.getByLabel('Skribent').fill('"><svg onload=alert(1)>');
    await editor.text.fill(attacks.join('\n\n'));
    await editor.press('Spara utkast');
    editor.file = editor.fileInAddress();
    await editor.text.fill(attacks.map(attack => `${attack} x`).join('\n\n'));
    await editor.save();
    const link = new URL(await page.locator('#link').inputValue()).pathname;
    const file = escaped(editor.file);
    const asked = attack => [ // Pages that show what their address says.
      `/desk/atgard/flytta/${file}?varde=${encodeURIComponent(attack)}`,
      ...['/desk/', '/desk/bilder'].map(list => `${list}?sok=${encodeURIComponent(attack.slice(0, 100))}`),
    ];
    assert.deepEqual(await opened(editor, [
      '/desk/', `/desk/fil/${file}`, `/desk/skriv/${file}`, `/desk/skriv/${file}?vy=fil`, `/desk/forhandsvisa/${file}`, link,
      `/desk/historik/${file}`, `/desk/atgard/publicera/${file}`, `/desk/atgard/radera/${file}`,
      ...sample.flatMap(asked),
    ]), {});
    assert.deepEqual((await page.evaluate(armedOf, attacks.flatMap(asked).map(url => editor.desk.address + url))).flat(), []);
    await editor.go(`/desk/historik/${file}`);
    const difference = await page.locator('.difference ins').allInnerTexts();
    for (const attack of attacks.filter(a => !/[\n\t]/.test(a))) {
      assert.ok(difference.some(line => line.includes(`${attack} x`)), `The difference does not show ${attack}.`);
    }

    await editor.end();
  });

  it('Of the attacks nothing runs in the names of files', async () => {
    const editor = await Editor.at(room, '/desk/');
    const { page, desk } = editor;
    for (const name of names) {
      editor.put(name, '# Namnet\n');
    }

    const listed = new Map(); // By the address of the list's page.
    await until(async () => {
      listed.clear();
      for (let url = '/desk/?sok=attack%20'; url !== null;) {
        await editor.go(url);
        listed.set(url, await page.locator('.files .path').allInnerTexts());
        const next = editor.link('Fler filer');
        url = await next.count() > 0 ? await next.getAttribute('href') : null;
      }

      const all = [...listed.values()].flat();
      return names.every(name => all.some(shown => shown.replace(/\s+/g, ' ') === name.replace(/\s+/g, ' ')));
    }, 'Each name is listed', 60);
    const pagesOf = name => ['/desk/fil/', '/desk/historik/', '/desk/atgard/radera/'].map(page => page + escaped(name));
    assert.deepEqual(await opened(editor, [...listed.keys(), ...names.filter((_, i) => i % 8 === 0).flatMap(pagesOf)]), {});

    const untouched = await page.evaluate(armedOf, names.flatMap(pagesOf).map(url => desk.address + url));
    assert.deepEqual(untouched.flat(), []);
    const raw = await page.evaluate(armedOf, liveHtml.map(attack => `<p>${attack}</p>`));
    assert.deepEqual(liveHtml.filter((_, i) => raw[i].length === 0), []); // Each would have been found.
    await editor.end();
  });
}
