import assert from 'node:assert/strict';
import path from 'node:path';
import { it } from 'node:test';
import { Editor } from './editor.js';

/** The main path of an editor, without a mouse. */
export function keyboard(room, width) {
  it(`By the keyboard alone: new article, picture, preview, link, publish, correct, restore, at ${width} px`, async () => {
    const editor = await Editor.at(room, '/desk/', { width });
    const { page, desk } = editor;
    await editor.enter('Ny artikel');
    await editor.tabTo('#rubrik');
    await page.keyboard.type(`Kajen öppnar igen ${width}`);
    await editor.tabTo('#text');
    await page.keyboard.type('Den första versionen.');
    await editor.enter('Spara utkast');
    editor.file = editor.fileInAddress();
    assert.match(editor.stored, /Den första versionen\./);

    await editor.tabTo('#text');
    await page.keyboard.press('ControlOrMeta+End');
    await editor.tabTo('#pictures input[type=file]');
    await page.locator(':focus').setInputFiles(path.join(desk.content, 'bilder/hamnen.jpg')); // The dialog is the browser's own.
    await page.getByLabel('Vad visar bilden?').and(page.locator(':focus')).waitFor(); // It takes the focus by itself.
    await page.keyboard.type('Kajen i sol');
    await editor.tabTo('.placement .actions button');
    await page.keyboard.press('Enter');
    await editor.preview.getByAltText('Kajen i sol').waitFor();
    await editor.enter('Spara');

    await editor.tabTo('.preview summary');
    await page.keyboard.press('Enter');
    await editor.tabTo('#link');
    const link = await page.evaluate(() => document.getSelection().toString() || document.activeElement.value);
    assert.match(await (await fetch(new URL(link, desk.address))).text(), /Den första versionen\./);

    await editor.enter('Publicera nu');
    const url = (await editor.words()).match(/\/\d{4}\/\d\d\/[^\s/]+\//)[0];
    await editor.enter('Publicera');
    await desk.becomesLive(url, 'alt="Kajen i sol"');

    await editor.enter(editor.file);
    await editor.enter('Redigera');
    await editor.tabTo('#text');
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('Den rättade versionen.');
    await editor.enter('Spara');
    await desk.becomesLive(url, 'Den rättade versionen.');

    await editor.enter('Historik');
    await editor.tabTo('.versions li:nth-child(2) a'); // The version before the one that is live.
    await editor.follow(() => page.keyboard.press('Enter'));
    await editor.enter('Återställ versionen');
    await desk.becomesLive(url, 'Den första versionen.');
    assert.deepEqual(editor.complaints, []);
    await editor.end();
  });
}
