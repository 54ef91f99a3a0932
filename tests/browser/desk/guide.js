import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { it } from 'node:test';
import { Editor } from './editor.js';
import { steps } from './guide-steps.js';

const docs = path.resolve(import.meta.dirname, '../../../docs');
const folder = path.join(docs, 'redaktor');
const screenshots = path.resolve(import.meta.dirname, '../screenshots');
const mostBytes = 120_000;

/** What "npm run guide-pictures" says. */
const writes = process.env.LYSEKIL_GUIDE === 'write';

/** The guide for editors, docs/redaktor.md: what it tells can be done, and its pictures are of it. */
export function guide(room) {
  /** The words on the buttons, links and fields of the pages on the way. */
  const labels = new Set();

  it('The guide for editors: each of its steps works, and makes a small picture', async () => {
    const editor = await Editor.at(room, '/desk/');
    const { page } = editor;
    const look = async () => {
      for (const label of await page.locator('button, a, label, summary, .views span').allInnerTexts()) {
        labels.add(label.trim());
      }
    };
    mkdirSync(folder, { recursive: true });
    mkdirSync(screenshots, { recursive: true });
    for (const { name, take } of steps) {
      const shot = await take({ page, editor, look });
      writeFileSync(path.join(screenshots, `guide-${name}.png`), shot);
      const picture = await toWebp(room.browser, shot);
      await look();
      assert.ok(picture.length < mostBytes, `${name}: ${picture.length} bytes`);
      if (writes) {
        writeFileSync(path.join(folder, `${name}.webp`), picture);
      }
    }

    assert.deepEqual(editor.complaints, []);
    await editor.end();
  });

  it('The guide for editors: its pictures are those of the steps, and the desk has what it says', () => {
    const text = readFileSync(path.join(docs, 'redaktor.md'), 'utf8');
    const pictures = [...text.matchAll(/!\[([^\]]*)\]\(redaktor\/([^)]+)\)/g)];
    const names = steps.map(step => `${step.name}.webp`);
    assert.deepEqual(pictures.map(([, , file]) => file), names);
    assert.deepEqual(readdirSync(folder).sort(), [...names].sort());
    assert.deepEqual(pictures.filter(([, description]) => description.length < 20), []);
    const named = [...text.matchAll(/\*\*([^*]+)\*\*/g)].map(([, label]) => label);
    assert.ok(named.length > 10, `${named}`);
    assert.deepEqual(named.filter(label => !labels.has(label)), []);
  });
}

/** The picture as WebP, which the browser itself can write. */
async function toWebp(browser, png) {
  const page = await browser.newPage();
  const data = await page.evaluate(async source => {
    const bitmap = await createImageBitmap(await (await fetch(source)).blob());
    const canvas = Object.assign(document.createElement('canvas'), { width: bitmap.width, height: bitmap.height });
    canvas.getContext('2d').drawImage(bitmap, 0, 0);
    return canvas.toDataURL('image/webp', 0.85);
  }, `data:image/png;base64,${png.toString('base64')}`);
  await page.close();
  return Buffer.from(data.split(',')[1], 'base64');
}
