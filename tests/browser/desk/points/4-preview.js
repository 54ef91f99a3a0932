import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Editor } from '../editor.js';

/** Point 4: a draft by its link. */
export function preview(room, width) {
  it(`4. Preview: a draft by its link, in its newest saved version, found and kept by nothing, at ${width} px`, async () => {
    const editor = await Editor.withDraft(room, `Länken ${width}`, { width, text: 'Bara för den som har länken.' });
    await editor.page.getByText('Länk till förhandsvisningen').click();
    const address = await editor.page.getByLabel('Länk', { exact: true }).inputValue();
    assert.ok(address.startsWith(`${room.desk.address}/desk/utkast/`), address); // Whole, so that it can be sent.
    const link = new URL(address).pathname;
    assert.match(await editor.page.locator('.preview details').innerText(), /till och med \d{1,2} \p{L}+ \d{4} kl\. \d{1,2}\.\d\d/u);

    const reader = await Editor.at(room, link, { width }); // A browser of its own, without the editor's cookies.
    await reader.page.getByText('Bara för den som har länken.').waitFor();
    await reader.page.getByText('Förhandsvisning av den senast sparade versionen.').waitFor();
    assert.ok(await reader.page.evaluate(() => document.documentElement.scrollWidth) <= width);

    await editor.text.fill('Den andra versionen.');
    await editor.save();
    const answer = await reader.page.reload();
    await reader.page.getByText('Den andra versionen.').waitFor();
    const headers = answer.headers();
    assert.match(headers['x-robots-tag'], /noindex/);
    assert.equal(headers['cache-control'], 'no-store');
    assert.match(await reader.page.locator('meta[name=robots]').getAttribute('content'), /noindex/);
    assert.deepEqual([...editor.complaints, ...reader.complaints], []);
    assert.equal((await reader.go(`${link.slice(0, -3)}AAA`)).status(), 404);
    await Promise.all([editor.end(), reader.end()]);
  });
}
