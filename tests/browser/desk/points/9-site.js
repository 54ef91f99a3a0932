import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Editor } from '../editor.js';

/** Point 9: the settings of the site. */
export function site(room, width) {
  it(`9. Site: a colour that is hard to read is refused, a footer is on every page, the rest of the file stays, at ${width} px`, async () => {
    const editor = await Editor.at(room, '/desk/', { width });
    const { page, desk } = editor;
    editor.file = 'site.yaml';
    const before = editor.stored;
    await editor.follow(() => editor.link('Inställningar').click());
    const footer = `Ansvarig utgivare: Åsa Ström, ${width}`;
    await page.getByLabel('Accentfärg', { exact: true }).fill('#f4d0c8');
    await page.getByLabel('Sidfot').fill(footer);
    await editor.press('Spara');
    assert.match(await editor.words(), /kontrasten mellan #f4d0c8 och #fdfcf9 är 1,\d:1/);
    assert.equal(editor.stored, before);
    assert.equal((await page.getByLabel('Sidfot').inputValue()).trim(), footer);

    await page.getByLabel('Accentfärg', { exact: true }).fill('');
    await editor.press('Spara');
    await page.getByText('Sparat.').waitFor();
    const written = editor.stored.split('\n');
    assert.deepEqual(before.split('\n').filter(line => !written.includes(line) && !line.startsWith('footer:')), []);
    await desk.becomesLive('/', footer);
    await desk.becomesLive('/kontakt/', footer);
    await editor.go('/desk/historik/site.yaml');
    assert.match(await page.locator('.difference ins').first().innerText(), new RegExp(footer));
    assert.deepEqual(editor.complaints.filter(said => !said.includes('422')), []); // The browser tells of the refused save.
    await editor.end();
  });

  it(`9. Site: a redirect is told why it cannot be, is added, leads visitors on, and is removed, at ${width} px`, async () => {
    const editor = await Editor.at(room, '/desk/installningar', { width });
    const { page, desk } = editor;
    editor.file = 'site.yaml';
    const before = editor.stored;
    const from = page.getByLabel('Gammal adress').nth(0);
    const to = page.getByLabel('Leder till').nth(0);
    await page.locator('summary').filter({ hasText: 'Omdirigeringar' }).click();
    await from.fill(`/gammal-${width}/?sida=2`);
    await to.fill('/kontakt/');
    await editor.press('Spara');
    assert.match(await page.locator('#omdirigeringar').innerText(), /utan \? och #, som \/gammal-sida\//);
    assert.equal(editor.stored, before);

    await from.fill(`/gammal-${width}/`);
    await editor.press('Spara');
    await page.getByText('Sparat.').waitFor();
    await desk.becomesLive(`/gammal-${width}/`, '/kontakt/');
    await page.goto(`${editor.address}/gammal-${width}/`);
    await page.waitForURL(`${editor.address}/kontakt/`); // Of the runner, which a redirect within the site does not leave.
    await page.getByRole('heading', { name: 'Kontakt', level: 1 }).waitFor();

    await editor.go('/desk/installningar');
    await page.locator('summary').filter({ hasText: 'Omdirigeringar (1)' }).click();
    await from.fill('');
    await to.fill('');
    await editor.press('Spara');
    await page.getByText('Sparat.').waitFor();
    assert.equal(editor.stored, before);
    await desk.becomesMissing(`/gammal-${width}/`);
    assert.deepEqual(editor.complaints.filter(said => !said.includes('422')), []); // The browser tells of the refused save.
    await editor.end();
  });
}
