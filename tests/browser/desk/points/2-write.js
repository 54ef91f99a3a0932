import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Editor } from '../editor.js';

/** Point 2: writing in a form, and in the file itself. */
export function write(room, width) {
  it(`2. Write: form and file are views of the same bytes, and a field changes its own alone, at ${width} px`, async () => {
    const editor = await Editor.at(room, '/desk/ny', { width });
    const { page } = editor;
    const suggested = await page.locator('#topics option').evaluateAll(all => all.map(o => o.value));
    assert.ok(suggested.includes('Skola'), `${suggested}`);
    for (const [label, value] of [
      ['Rubrik', `Bron stängs ${width}`], ['Ingress', 'I två veckor.'], ['Ämnen', 'Trafik, Hamnen'], ['Skribent', 'Åsa Ström'],
      ['Text', 'Bron lagas.\n\n## Omvägen\n\nFölj skyltarna.'],
    ]) {
      await page.getByLabel(label, { exact: true }).fill(value);
    }

    await editor.press('Spara utkast');
    editor.file = editor.fileInAddress();
    const before = editor.stored;
    await editor.press('Hela filen');
    assert.equal(await editor.text.inputValue(), before);
    await editor.press('Formulär');
    await page.getByLabel('Skribent').fill('Bo Ek');
    await editor.save();
    assert.equal(editor.stored, before.replace('Åsa Ström', 'Bo Ek'));
    assert.deepEqual(editor.complaints, []);
    await editor.end();
  });

  it(`2. Write: what is typed is shown beside it, and what is wrong at its line, at ${width} px`, async () => {
    const editor = await Editor.withDraft(room, `Förhandsvisningen ${width}`, { width });
    const { page } = editor;
    await editor.text.fill('Nytt stycke.\n\n![](/bilder/hamnen.jpg)\n\nSlut.');
    await editor.preview.getByText('Nytt stycke.').waitFor();
    const remark = page.locator('#diagnostics li').filter({ hasText: 'saknar beskrivning' });
    await remark.getByRole('button', { name: /^rad \d+$/ }).click();
    const marked = await editor.text.evaluate(t => t.value.slice(t.selectionStart, t.selectionEnd));
    assert.equal(marked, '![](/bilder/hamnen.jpg)');

    await editor.text.fill('Se noten.[^1]\n\n[^1]: Noten.');
    await editor.preview.getByText('Noten.').first().waitFor();
    await editor.preview.locator('a[href*="#"]').last().click(); // A link within the text, which stays in the frame.
    await editor.text.fill('Det sista stycket.');
    await editor.preview.getByText('Det sista stycket.').waitFor();
    assert.deepEqual(editor.complaints, []);
    await editor.end();
  });

  it(`2. Write: words survive a crash of the browser and a lost connection, at ${width} px`, async () => {
    const editor = await Editor.withDraft(room, `Krockkudden ${width}`, { width });
    const { context, page } = editor;
    await context.setOffline(true);
    await editor.text.fill('Det som inte sparades.');
    await page.getByText('Ingen kontakt med redaktionen just nu.').waitFor();
    await page.getByText('Inte sparat än. Det du skriver finns kvar i webbläsaren.').waitFor();
    await context.setOffline(false);
    await page.close({ runBeforeUnload: false });

    const again = new Editor(room.desk, context, await context.newPage());
    await again.go(`/desk/skriv/${editor.file}`);
    assert.match(await again.page.locator('#restore').innerText(), /skrev i dag \d{1,2}\.\d\d och inte sparade/);
    await again.button('Hämta tillbaka texten').click();
    assert.equal(await again.text.inputValue(), 'Det som inte sparades.');
    await again.save();
    assert.match(editor.stored, /Det som inte sparades\./);
    assert.deepEqual(again.complaints, []);
    await editor.end();
  });
}
