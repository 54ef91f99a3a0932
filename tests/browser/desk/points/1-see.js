import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Editor } from '../editor.js';

const refused = 'date: i morgon\n';

/** Point 1: files with what became of them. */
export function see(room, width) {
  it(`1. See: a file that is refused, why, and its way to the site, without a reload, at ${width} px`, async () => {
    const editor = await Editor.at(room, '/desk/', { width });
    const { page, desk } = editor;
    const article = `---\ntitle: Isen lägger sig ${width}\n${refused}---\nDet blåser kallt.\n`;
    editor.put(`artiklar/2026-11-28-isen-${width}.md`, article);
    const line = page.locator('.files li').filter({ hasText: editor.file });
    await line.getByText('Går inte att publicera').waitFor();
    await editor.follow(() => line.getByRole('link').first().click());
    assert.equal((await page.locator('.lines mark').innerText()).trim(), '3  date: i morgon');
    assert.match(await page.locator('.remarks').innerText(), /Rad 3:/);

    editor.put(editor.file, article.replace(refused, ''));
    await page.getByText('Publicerad.', { exact: true }).waitFor();
    assert.match(await page.locator('.facts').innerText(), /Tid till webbplatsen/);
    const live = page.locator('.facts').getByRole('link');
    await desk.becomesLive(`/2026/11/isen-${width}/`, 'Det blåser kallt.');
    await editor.follow(() => live.click());
    assert.equal(new URL(page.url()).pathname, `/2026/11/isen-${width}/`);
    assert.deepEqual(editor.complaints, []);
    await editor.end();
  });

  it(`1. See: filters and a search, and published pictures only when they are asked for, at ${width} px`, async () => {
    const editor = await Editor.at(room, '/desk/', { width });
    const { page } = editor;
    const listed = () => page.locator('.files .path').allInnerTexts();
    assert.deepEqual((await listed()).filter(file => file.startsWith('bilder/')), []);
    await page.getByText('Publicerade bilder och dokument visas inte här.').waitFor();

    await page.getByRole('searchbox').fill('hamnen.JPG');
    await editor.press('Sök');
    assert.ok((await listed()).includes('bilder/hamnen.jpg'), `${await listed()}`);
    await editor.go('/desk/');
    await editor.follow(() => editor.link('Utkast').click());
    const states = await page.locator('.files .state').allInnerTexts();
    assert.deepEqual([...new Set(states)], ['Utkast']);
    assert.deepEqual(editor.complaints, []);
    await editor.end();
  });
}
