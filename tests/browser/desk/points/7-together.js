import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Editor } from '../editor.js';

/** Point 7: two people, one article. */
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

  it(`7. Two people: each is told by name that the other is writing, and by whom the file was saved meanwhile, at ${width} px`, async () => {
    const anna = await Editor.withDraft(room, `Båda skriver ${width}`, { width, account: 'anna' });
    const url = `/desk/skriv/${anna.file}`;
    assert.match(await anna.page.locator('.account').innerText(), /^anna\b/);
    const bo = await Editor.at(room, url, { width, account: 'bo' });
    await bo.page.getByText('anna skriver också i den här filen just nu.').waitFor();
    await anna.text.fill('Anna skriver.');
    await anna.page.getByText('bo skriver också i den här filen just nu.').waitFor();
    await bo.text.fill('Bo skriver.');
    await anna.press('Spara');
    await bo.press('Spara');
    assert.match(await bo.words(), /Inget är sparat än: någon annan har sparat filen/);
    assert.match(await bo.words(), /Sparad i dag \d{1,2}\.\d\d av anna/);
    assert.equal(await bo.text.inputValue(), 'Bo skriver.');
    await bo.save();
    await bo.go(`/desk/historik/${anna.file}`);
    assert.deepEqual(
      await bo.page.locator('.versions .soft').allInnerTexts(), ['Sparad av bo', 'Sparad av anna', 'Sparad av anna']);
    const conflict = bo.complaints.splice(0);
    assert.ok(conflict.every(c => c.includes('409')), `${conflict}`);
    assert.deepEqual(anna.complaints, []);
    await Promise.all([anna.end(), bo.end()]);
  });
}
