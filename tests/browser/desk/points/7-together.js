import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Editor } from '../editor.js';

/**
 * Point 7: two people, one article. That another account is writing is shown by name, and on a laptop all have the same
 * account: Lysekil.Desk.Tests sees to that.
 */
export function together(room, width) {
  it(`7. Two people: the second is shown both versions, and the history has both texts, at ${width} px`, async () => {
    const one = await Editor.withDraft(room, `Två redaktörer ${width}`, { width });
    const other = await Editor.at(room, `/desk/skriv/${one.file}`, { width });
    other.file = one.file;
    await one.text.fill('Den enas text.');
    await one.save();
    await other.text.fill('Den andras text.');
    await other.press('Spara');
    await other.page.getByText('Inget är sparat än: någon annan har sparat filen sedan du öppnade den.').waitFor();
    assert.match(await other.page.getByLabel('Den andra versionen, hela filen').inputValue(), /Den enas text\./);
    assert.equal(await other.text.inputValue(), 'Den andras text.');
    assert.match(one.stored, /Den enas text\./);

    await other.text.fill('Den enas text.\n\nDen andras text.');
    await other.save();
    assert.match(one.stored, /Den enas text\.\s+Den andras text\./);
    await other.go(`/desk/historik/${one.file}`);
    assert.equal(await other.page.locator('.versions li').count(), 3);
    const conflict = other.complaints.splice(0);
    assert.ok(conflict.every(c => c.includes('409')), `${conflict}`); // The browser itself says so.
    assert.deepEqual(one.complaints, []);
    await Promise.all([one.end(), other.end()]);
  });
}
