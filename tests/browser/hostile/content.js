import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { careless, frontMatter, liveHtml, markdown } from './payloads.js';

const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>';
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGD4DwABBAEAX+XDSwAAAABJRU5ErkJggg==', 'base64');

/** Files whose names, or whose contents under a harmless name, are the attack; by their names in the content folder. */
const files = {
  'artiklar/2026-02-01-<img src=x: onerror=alert(1)>.md': '# Taggar i namnet\n',
  'artiklar/2026-02-02-" onmouseover="alert(1).md': '# Citattecken i namnet\n',
  'artiklar/2026-02-03-&lt;script&gt;alert(1)&lt;script&gt;.md': '# Teckenreferenser i namnet\n',
  'artiklar/2026-02-04-{{ site.title | raw }}.md': '# Mallkod i namnet\n',
  "artiklar/2026-02-05-' onclick='alert(1).md": '# Apostrofer i namnet\n',
  'artiklar/javascript:alert(1)/2026-02-06-schema.md': '# Schema i mappens namn\n',
  'sidor/<script>alert(1)<script>.md': '# Sida\n',
  'bilder/elak.svg': svg,
  'bilder/elak.html': '<script>alert(1)</script>',
  'bilder/elak.png': svg,
  'bilder/elak.js': 'alert(1)',
  'bilder/bild.png': png,
  'bilder/tva.png': Buffer.concat([png, Buffer.from(svg)]),
  "bilder/x' onerror='alert(1).png": png,
  'artiklar/2026-02-07-bilderna.md':
    "# Bilderna\n\n![a](/bilder/elak.svg) ![b](/bilder/elak.png) ![c](/bilder/tva.png) ![d](</bilder/x' onerror='alert(1).png>)\n\n"
    + '[SVG](/bilder/elak.svg) [HTML](/bilder/elak.html) [PNG](/bilder/tva.png) [JS](/bilder/elak.js)\n',
};

/** How many different attacks there are. */
export const attacks = liveHtml.length + careless.length + markdown.length + frontMatter.length + Object.keys(files).length;

/** Writes the content of a site all of whose editors mean harm. */
export function writeHostileContent(folder) {
  const write = (name, content) => {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  };

  write('site.yaml', 'title: Elak\nbaseUrl: https://www.elak.example\n');
  write('sidor/om.md', '# Om\n\nEn sida att länka till.\n');
  [...liveHtml, ...careless, ...markdown].forEach((text, i) =>
    write(`artiklar/2026-01-01-text-${i}.md`, `# Text ${i}\n\nFöre.\n\n${text}\n\nEfter ${text.includes('\n') ? '' : text} slut.\n`));
  frontMatter.forEach((line, i) => write(`artiklar/2026-01-02-falt-${i}.md`, `---\n${line}\n---\nFält ${i}.\n`));
  for (const [name, content] of Object.entries(files)) {
    write(name, content);
  }
}
