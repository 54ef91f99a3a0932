import { readFileSync } from 'node:fs';
import path from 'node:path';
import { until } from './editor.js';

const article = {
  Rubrik: 'Kajen i Norra hamnen öppnar igen',
  Ingress: 'Efter två års arbete får båtarna lägga till igen på lördag. Kommunen bjuder på kaffe och fiskbullar.',
  Ämnen: 'Hamnen, Trafik',
  Skribent: 'Åsa Ström',
  Text: `Avspärrningarna togs bort i går kväll. Då hade den nya kajkanten klarat sin sista provbelastning, med fyra lastbilar på rad.

## Högre än förut

Kajen är nu 60 centimeter högre. Det ska räcka för de högvatten som väntas de närmaste femtio åren.

– Det är en lättnad att få komma hem, säger Lars Berg, som har haft sin båt i Fiskebäckskil så länge.

På lördag klockan elva klipper kommunalrådet bandet. Mer om vad kajen kostade står i [artikeln om budgeten](/2026/11/budget-2027/).`,
};

/** What was changed before the guide begins: one of the files wrongly. */
const recent = [
  'artiklar/2026-11-19-budget-2027.md', 'artiklar/2026/2026-11-20-utkast-om-simhallen.md', 'artiklar/2026/2026-11-04-skolval-om-skolgarden.md',
];

/** Where a picture is too tall, its part from the top. */
const upTo = (width, height) => ({ clip: { x: 0, y: 0, width, height } });

/**
 * What the guide for editors describes, in its order. Each step begins where the one before ended, and gives the picture of
 * its name.
 */
export const steps = [
  {
    name: 'filer',
    async take({ page, editor }) {
      await page.setViewportSize({ width: 900, height: 760 });
      for (const file of recent) {
        const text = readFileSync(path.join(editor.desk.content, file), 'utf8');
        editor.put(file, `${text.replace('date: 2026-11-04', 'date: i onsdags')}\n`);
      }

      await until(async () => {
        await editor.go('/desk/');
        const first = (await page.locator('.files li').allInnerTexts()).slice(0, recent.length).join();
        return recent.every(file => first.includes(file)) && first.includes('Går inte att publicera') && !first.includes('uppdateras');
      }, 'The list has what changed');
      return page.screenshot();
    },
  },
  {
    name: 'ny-artikel',
    async take({ page, editor }) {
      await editor.follow(() => editor.link('Ny artikel').click());
      for (const [label, value] of Object.entries(article)) {
        await page.getByLabel(label, { exact: true }).fill(value);
      }

      await page.setViewportSize({ width: 900, height: 1180 });
      return page.screenshot({ fullPage: true, ...upTo(900, 1180) });
    },
  },
  {
    name: 'skriva',
    async take({ page, editor, look }) {
      await look();
      await editor.press('Spara utkast');
      editor.file = editor.fileInAddress();
      await page.setViewportSize({ width: 1280, height: 860 });
      await editor.preview.getByText('Högre än förut').waitFor();
      await page.evaluate(() => scrollTo(0, document.querySelector('.editor').offsetTop - 16));
      return page.screenshot();
    },
  },
  {
    name: 'bild',
    async take({ page, editor }) {
      await page.setViewportSize({ width: 900, height: 900 });
      await editor.text.evaluate(t => t.setSelectionRange(t.value.indexOf('\n\n'), t.value.indexOf('\n\n')));
      await page.locator('#pictures input[type=file]').setInputFiles({
        name: 'kajen.jpg', mimeType: 'image/jpeg', buffer: readFileSync(path.join(editor.desk.content, 'bilder/hamnen.jpg')),
      });
      await page.getByLabel('Vad visar bilden?').fill('Röda sjöbodar speglar sig i vattnet vid kajen.');
      const placement = page.locator('.placement');
      await placement.getByLabel('Bildtext').fill('Den nya kajen är 60 centimeter högre.');
      await placement.getByLabel('Fotograf').fill('Åsa Ström');
      return page.locator('#pictures').screenshot();
    },
  },
  {
    name: 'lank',
    async take({ page, editor, look }) {
      await look();
      await editor.button('Sätt in i texten').click();
      await editor.save();
      await page.getByText('Länk till förhandsvisningen').click();
      return page.locator('.preview details').screenshot();
    },
  },
  {
    name: 'publicera',
    async take({ page, editor, look }) {
      await look();
      await editor.follow(() => editor.link('Till filens sida').click());
      await look();
      await editor.follow(() => editor.link('Publicera nu').click());
      await page.setViewportSize({ width: 900, height: 480 });
      return page.screenshot();
    },
  },
  {
    name: 'historik',
    async take({ page, editor, look }) {
      const url = (await editor.words()).match(/\/\d{4}\/\d\d\/[^\s/]+\//)[0];
      await look();
      await editor.press('Publicera');
      await look();
      await editor.desk.becomesLive(url, 'på lördag');
      await editor.follow(() => editor.link(editor.file).click());
      await look();
      await editor.follow(() => editor.link('Redigera').click());
      await editor.text.fill((await editor.text.inputValue()).replaceAll('60 centimeter', '70 centimeter').replace('elva', 'tolv'));
      await editor.save();
      await editor.desk.becomesLive(url, '70 centimeter');
      await editor.follow(() => editor.link('Historik').click());
      await editor.follow(() => page.locator('.versions a').nth(1).click());
      await look();
      await editor.follow(() => page.locator('.versions a').nth(0).click());
      await page.setViewportSize({ width: 900, height: 860 });
      return page.screenshot();
    },
  },
  {
    name: 'fel',
    async take({ page, editor }) {
      await editor.go('/desk/?visa=refused');
      await editor.follow(() => page.locator('.files li').filter({ hasText: 'skolval' }).getByRole('link').first().click());
      await page.setViewportSize({ width: 900, height: 560 });
      return page.screenshot();
    },
  },
  {
    name: 'telefon',
    async take({ page, editor }) {
      await page.setViewportSize({ width: 390, height: 760 });
      await editor.go(`/desk/skriv/${editor.file}`);
      await editor.preview.getByText('Högre än förut').waitFor();
      return page.screenshot();
    },
  },
];
