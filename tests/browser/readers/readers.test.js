// A site goes through what its editors do, and readers of feeds follow it. What each shows is the table of docs/feed-readers.md.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { Desk } from '../sites/desk.js';
import { addresses, readers } from './readers.js';

const page = path.resolve(import.meta.dirname, '../../../docs/feed-readers.md');

const settings = host => `title: Hamnbladet\nbaseUrl: https://${host}\n`;
const article = (title, text) => `# ${title}\n\nIngressen om ${title.toLowerCase()}.\n\n${text}\n`;
const long = 'Kajen byggs om i etapper, och trafiken leds om under tiden. '.repeat(5);

/** The identifier of the article that is renamed, which it keeps: where the deletion is seen last, it is another for a moment. */
const identifier = ':artiklar/2026-05-03-ny.md';

/** What editors do: each step's name, its change of the folder, and the words by which the feed shows it. */
const steps = [
  { name: 'a new article', change: write => write('2026-05-03-ny.md', article('Bron', long)), shows: ['Bron'] },
  { name: 'another text', change: write => write('2026-05-03-ny.md', article('Bron', `${long}Rättat.`)), shows: ['Rättat'] },
  { name: 'another title', change: write => write('2026-05-03-ny.md', article('Nya bron', `${long}Rättat.`)), shows: ['Nya bron'] },
  {
    name: 'renamed',
    change: (write, file) => renameSync(file('2026-05-03-ny.md'), file('2026-05-03-bron.md')),
    shows: ['/2026/05/bron/', identifier],
    hides: '/2026/05/ny/',
  },
  {
    name: 'renamed and edited',
    change(write, file) {
      rmSync(file('2026-05-03-bron.md'));
      write('2026-05-03-nya-bron.md', article('Nya bron', `${long}Rättat igen.`));
    },
    shows: ['/2026/05/nya-bron/', identifier],
    hides: '/2026/05/bron/',
  },
  { name: 'deleted', change: (write, file) => rmSync(file('2026-05-02-b.md')), shows: [], hides: 'Biblioteket' },
  { name: 'a new address of the site', change: (write, file, settle) => settle('www.nytt.example'), shows: ['https://www.nytt.example/2026'] },
];

let desk;
const seen = readers.map(() => []);

before(async () => {
  desk = await Desk.start(content => {
    mkdirSync(path.join(content, 'artiklar'), { recursive: true });
    writeFileSync(path.join(content, 'site.yaml'), settings('www.gammalt.example'));
    writeFileSync(path.join(content, 'artiklar/2026-05-01-a.md'), article('Hamnen', long));
    writeFileSync(path.join(content, 'artiklar/2026-05-02-b.md'), article('Biblioteket', long));
  });
  await feedsAre({ shows: ['Biblioteket'] });
  await feedsAre({ shows: ['Hamnen'] });
});

after(() => desk?.end());

/** Waits until each feed shows a step. */
async function feedsAre({ shows, hides }) {
  const ends = Date.now() + 30_000;
  for (const address of Object.values(addresses)) {
    let feed;
    do {
      assert.ok(Date.now() < ends, `${address} does not show the step:\n${feed}`);
      await new Promise(resolve => setTimeout(resolve, 100));
      feed = await (await fetch(desk.address + address)).text();
    } while (!shows.every(words => feed.includes(words)) || (hides && feed.includes(hides)));
  }
}

const home = i => path.join(desk.folder, `reader-${i}`);

/** Has a reader fetch its feed; its items by their identifiers. */
async function read(reader, i) {
  mkdirSync(home(i), { recursive: true });
  const items = await reader.read(desk.address + addresses[reader.format], home(i));
  return new Map(items.map(item => [item.id, { title: item.title, text: item.text }]));
}

/** What a reader shows after a step, in a word. */
function shown(reader, before, now) {
  if (reader.isMailer) {
    return now.size === 0 ? 'nothing' : `${now.size} mail`;
  }

  const fresh = [...now.keys()].filter(id => !before.has(id)).length;
  const gone = [...before.keys()].filter(id => !now.has(id)).length;
  const changed = [...now].filter(([id, item]) => before.has(id) && !same(before.get(id), item)).length;
  return [
    ...fresh ? [`${fresh} new`] : [], ...changed ? [`${changed} changed`] : [], ...gone ? [`${gone} gone`] : [],
  ].join(', ') || 'nothing';
}

const same = (one, other) => one.title === other.title && one.text === other.text;

test('the readers subscribe: each has both articles, with lead and text', async () => {
  for (const [i, reader] of readers.entries()) {
    const items = await read(reader, i);
    seen[i].push(items);
    assert.deepEqual([...items.values()].map(item => item.title).sort(), ['Biblioteket', 'Hamnen'], reader.name);
    for (const { text } of items.values()) {
      assert.match(text, /Ingressen om/, `${reader.name} has the lead`);
      assert.match(text, /byggs om i etapper/, `${reader.name} has the text`);
    }
  }
});

for (const step of steps) {
  test(`the readers follow: ${step.name}`, async () => {
    const file = name => path.join(desk.content, 'artiklar', name);
    step.change(
      (name, text) => writeFileSync(file(name), text),
      file,
      host => writeFileSync(path.join(desk.content, 'site.yaml'), settings(host)));
    await feedsAre(step);
    for (const [i, reader] of readers.entries()) {
      seen[i].push(await read(reader, i));
    }
  });
}

test('no reader takes an article for new that it has had, and the page of documentation has what they show', () => {
  const rows = readers.map((reader, i) => steps.map((step, n) => shown(reader, seen[i][n], seen[i][n + 1])));
  const lines = [
    `| reader | feed | ${steps.map(s => s.name).join(' | ')} |`,
    `|---|---|${'---|'.repeat(steps.length)}`,
    ...readers.map((reader, i) => `| ${reader.name} | ${reader.format} | ${rows[i].join(' | ')} |`),
  ];
  const text = readFileSync(page, 'utf8');
  const table = /(?<=<!-- readers -->\n)[^]*?(?=\n<!-- end of readers -->)/;
  if (process.env.LYSEKIL_READERS === 'write') {
    writeFileSync(page, text.replace(table, lines.join('\n')));
    return;
  }

  for (const [i, reader] of readers.entries()) {
    assert.match(rows[i][0], /^1 (new|mail)$/, reader.name);
    assert.ok(rows[i].slice(1).every(cell => !/new|mail/.test(cell)), `${reader.name}: ${rows[i].join(', ')}`);
  }

  assert.equal(text.match(table)?.[0], lines.join('\n'));
});
