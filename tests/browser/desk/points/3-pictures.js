import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { it } from 'node:test';
import { Editor, until } from '../editor.js';

/** Point 3: pictures. */
export function pictures(room, width) {
  it(`3. Pictures: into the text at the cursor, with words for it, and the library tells where, at ${width} px`, async () => {
    const text = 'Före.\n\nEfter.';
    const editor = await Editor.withDraft(room, `Bilden ${width}`, { width, text });
    const { page, desk } = editor;
    await editor.text.evaluate(t => t.setSelectionRange(5, 5));
    const name = `kajen-${width}.jpg`;
    await page.locator('#pictures input[type=file]').setInputFiles({
      name, mimeType: 'image/jpeg', buffer: readFileSync(path.join(desk.content, 'bilder/hamnen.jpg')),
    });
    await editor.button('Sätt in i texten').click();
    await page.getByText('Skriv först vad bilden visar.').waitFor();
    await page.getByLabel('Vad visar bilden?').fill('Kajen i sol');
    await page.locator('.placement').getByLabel('Bildtext').fill('Klar till hösten.');
    await page.locator('.placement').getByLabel('Fotograf').fill('Åsa Ström');
    await editor.button('Sätt in i texten').click();
    assert.equal(
      (await editor.text.inputValue()).trimEnd(),
      `Före.\n\n![Kajen i sol](/bilder/${name} "Klar till hösten. Foto: Åsa Ström")\n\nEfter.`);
    await editor.save();
    const url = await editor.publish();
    await desk.becomesLive(url, 'alt="Kajen i sol"');

    const listed = page.locator('.library li').filter({ hasText: name });
    await until(async () => {
      await editor.go('/desk/bilder');
      return /Används i/.test(await listed.first().innerText());
    }, 'The library tells where the picture is used');
    assert.match(await listed.first().innerText(), new RegExp(path.basename(editor.file)));
    assert.deepEqual(editor.complaints, []);
    await editor.end();
  });

  it(`3. Pictures: one of those that are there is chosen once more, at ${width} px`, async () => {
    const editor = await Editor.withDraft(room, `Fyren igen ${width}`, { width, text: 'Före.' });
    const { page } = editor;
    await editor.text.evaluate(t => t.setSelectionRange(5, 5));
    await page.getByText('Välj bland bilderna som redan finns').click();
    const choices = page.locator('.choices').getByRole('button');
    await choices.filter({ hasText: 'fyren.jpg' }).waitFor();
    await page.getByLabel('Sök bland bilderna').fill('HAMN');
    await choices.filter({ hasText: 'fyren.jpg' }).waitFor({ state: 'detached' });
    await choices.filter({ hasText: 'hamnen.jpg' }).click();
    await page.getByLabel('Vad visar bilden?').fill('Hamnen');
    await editor.button('Sätt in i texten').click();
    assert.equal((await editor.text.inputValue()).trimEnd(), 'Före.\n\n![Hamnen](/bilder/hamnen.jpg)');
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth) <= width);
    await editor.preview.getByAltText('Hamnen').waitFor();
    assert.deepEqual(editor.complaints, []);
    await editor.end();
  });

  it(`3. Pictures: one that was deleted past the desk is listed, seen and restored, at ${width} px`, async () => {
    const editor = await Editor.at(room, '/desk/bilder', { width });
    const { page, desk } = editor;
    const name = `borttagen-${width}.jpg`;
    await page.getByLabel('Lägg till bilder').setInputFiles({
      name, mimeType: 'image/jpeg', buffer: readFileSync(path.join(desk.content, 'bilder/hamnen.jpg')),
    });
    await editor.button('Ladda upp').click();
    await page.locator('.library li').filter({ hasText: name }).waitFor(); // The page has loaded itself again.
    editor.file = `bilder/${name}`;
    const { stored } = editor;
    rmSync(path.join(desk.content, editor.file)); // As a synced folder does.

    await editor.go('/desk/?visa=deleted');
    await editor.follow(() => editor.link('alla raderade bilder').click());
    await until(async () => {
      await page.reload();
      return (await editor.words()).includes(name);
    }, 'The deleted picture is listed');
    await editor.follow(() => editor.link(name).click());
    await until(() => page.locator('img.version').evaluate(img => img.naturalWidth > 0), 'The picture is seen');
    await editor.press('Återställ versionen');
    assert.equal(editor.stored, stored);
    assert.deepEqual(editor.complaints, []);
    await editor.end();
  });

  it(`3. Pictures: several at once, a very large one made smaller, and a refused one explained, at ${width} px`, async () => {
    const editor = await Editor.at(room, '/desk/bilder', { width });
    const { page, desk } = editor;
    const wide = await page.evaluate(() => Object.assign(document.createElement('canvas'), { width: 5000, height: 60 }).toDataURL());
    await page.getByLabel('Lägg till bilder').setInputFiles([
      { name: `bred-${width}.png`, mimeType: 'image/png', buffer: Buffer.from(wide.split(',')[1], 'base64') },
      { name: `elak-${width}.svg`, mimeType: 'image/svg+xml', buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>') },
    ]);
    await editor.button('Ladda upp').click();
    await page.locator('#progress').getByText(`elak-${width}.svg sparades inte.`).waitFor();
    await page.locator('#progress').getByText(`bred-${width}.png är sparad.`).waitFor();
    const stored = readFileSync(path.join(desk.content, `bilder/bred-${width}.png`));
    assert.equal(stored.readUInt32BE(16), 4096); // The width in a PNG's first chunk.
    assert.deepEqual(editor.complaints, []);
    await editor.end();
  });
}
