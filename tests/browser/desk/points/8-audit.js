import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Editor } from '../editor.js';

/** Point 8: the audit log. */
export function audit(room, width) {
  it(`8. Audit: who did what and when, the last first, with nothing of the text, at ${width} px`, async () => {
    const editor = await Editor.withDraft(room, `Hemligt möte ${width}`, { width, text: 'Bara i utkastet.' });
    const { page } = editor;
    await editor.save();
    await editor.publish();
    await editor.follow(() => editor.link('Granskning').click());
    const entries = page.locator('.entries li').filter({ hasText: editor.file });
    const said = await entries.locator('p:first-child').allInnerTexts();
    assert.deepEqual(said, ['publicerade', 'sparade', 'skapade'].map(done => `lokal ${done} ${editor.file}`));
    assert.match(await entries.first().locator('time').innerText(), /^\d{1,2} \p{L}+ \d{4} kl\. \d{1,2}\.\d\d$/u);
    assert.doesNotMatch(await editor.words(), /Bara i utkastet/);
    await editor.follow(() => entries.first().getByRole('link', { name: 'versionen efter' }).click());
    await page.getByRole('heading', { name: 'Historik', exact: true }).waitFor();
    await page.locator('.difference').waitFor();
    assert.equal(await page.locator('.notice').count(), 0); // The version itself, not the newest in its place.
    assert.deepEqual(editor.complaints, []);
    await editor.end();
  });
}
