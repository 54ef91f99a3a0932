import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Editor, until } from '../editor.js';

/** Point 5: what publishers do, told beforehand and undone by one click. */
export function publish(room, width) {
  it(`5. Publish and unpublish: told with what links here, and undone, at ${width} px`, async () => {
    const editor = await Editor.withDraft(room, `Hamnkontoret ${width}`, { width });
    const { page, desk } = editor;
    const url = await editor.publish();
    await desk.becomesLive(url, 'Ett stycke.');
    await editor.press('Ångra');
    await desk.becomesMissing(url);
    await page.getByText('Utkast. Bara redaktionen ser det.').waitFor();
    await editor.publish();
    await desk.becomesLive(url, 'Ett stycke.');

    const { file } = editor;
    editor.put(`artiklar/2026-11-29-lankar-${width}.md`, `# Länkar ${width}\n\nMer om [hamnkontoret](${url}).\n`);
    await desk.becomesLive(`/2026/11/lankar-${width}/`, 'hamnkontoret');
    editor.file = file;
    await until(async () => {
      await editor.go(`/desk/atgard/avpublicera/${file}`);
      return (await editor.words()).includes('En text länkar till sidan. Den länken slutar fungera.');
    }, 'The text that links here is known');
    assert.match(await page.locator('.linking').innerText(), new RegExp(`Länkar ${width} /2026/11/lankar-${width}/`));
    const said = await editor.act('avpublicera', 'Avpublicera');
    assert.ok(said.includes(`${url} slutar fungera`), said);
    await desk.becomesMissing(url);
    await editor.press('Ångra');
    await desk.becomesLive(url, 'Ett stycke.');
    assert.deepEqual(editor.complaints, []);
    await editor.end();
  });

  it(`5. Schedule: told when, and undone, at ${width} px`, async () => {
    const editor = await Editor.withDraft(room, `Årsmötet ${width}`, { width });
    await editor.go(`/desk/atgard/schemalagg/${editor.file}`);
    await editor.page.getByLabel('Dag och tid').fill('2031-05-08T09:30');
    await editor.press('Visa vad som händer');
    assert.match(await editor.words(), /8 maj 2031 kl\. 9\.30/);
    await editor.press('Schemalägg');
    await editor.button('Ångra').waitFor();
    assert.match(editor.stored, /date: 2031-05-08 09:30/);
    await editor.go(`/desk/fil/${editor.file}`);
    await editor.page.getByText('Publiceras 8 maj 2031 kl. 9.30.').waitFor();
    await editor.page.goBack();
    await editor.press('Ångra');
    await editor.page.getByText('Utkast. Bara redaktionen ser det.').waitFor();
    assert.deepEqual(editor.complaints, []);
    await editor.end();
  });

  it(`5. Move and delete: the old address leads on, the deleted are listed, and both are undone, at ${width} px`, async () => {
    const editor = await Editor.withDraft(room, `Slipen ${width}`, { width });
    const { page, desk, file } = editor;
    const url = await editor.publish();
    await desk.becomesLive(url, 'Ett stycke.');

    const moved = file.replace('slipen', 'nya-slipen');
    const said = await editor.act('flytta', 'Byt namn eller flytta', moved);
    assert.ok(said.includes(`Den gamla adressen ${url} leder vidare`), said);
    await desk.becomesLive(url.replace('slipen', 'nya-slipen'), 'Ett stycke.');
    await desk.becomesLive(url, url.replace('slipen', 'nya-slipen'));
    await editor.press('Ångra');
    await desk.becomesLive(url, 'Ett stycke.');

    await editor.act('radera', 'Radera');
    await desk.becomesMissing(url);
    await editor.go('/desk/?visa=deleted');
    await page.locator('.files li').filter({ hasText: file }).waitFor();
    await page.goBack();
    await editor.press('Ångra');
    await desk.becomesLive(url, 'Ett stycke.');
    assert.deepEqual(editor.complaints, []);
    await editor.end();
  });
}
