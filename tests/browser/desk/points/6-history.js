import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Editor } from '../editor.js';

/** Point 6: every version that was saved. */
export function history(room, width) {
  it(`6. History: what changed, and the way back to an older version, which loses none, at ${width} px`, async () => {
    const editor = await Editor.withDraft(room, `Kajens längd ${width}`, { width, text: 'Kajen är en liten kaj i Norra hamnen.' });
    const { page } = editor;
    await editor.text.fill('Kajen är en stor kaj i Norra hamnen.');
    await editor.save();
    await editor.follow(() => editor.link('Historik').click());
    assert.equal(await page.locator('.difference del b').innerText(), 'liten');
    assert.equal(await page.locator('.difference ins b').innerText(), 'stor');
    assert.equal(await page.locator('.versions li').count(), 2);
    assert.match(await page.locator('.versions li').first().innerText(), /^i dag \d{1,2}\.\d\d\s+gäller nu\s+Sparad av lokal/);

    await editor.follow(() => page.locator('.versions a').last().click());
    await page.getByRole('heading', { name: 'Första versionen' }).waitFor();
    await editor.press('Återställ versionen');
    assert.match(editor.stored, /en liten kaj/);
    await editor.follow(() => editor.link('Historik').click());
    assert.equal(await page.locator('.versions li').count(), 3);
    assert.equal(await page.locator('.difference ins b').innerText(), 'liten');
    assert.deepEqual(editor.complaints, []);
    await editor.end();
  });
}
