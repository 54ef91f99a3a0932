import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** More than the 500 of a topic's year that one page lists, and of March more than the 200 of a month. */
const months = [26, 26, 210, ...Array(9).fill(29)];

/** Writes the content of a site of one year, all of one topic, whose year and whose March are divided. */
export function writeCrowdedContent(folder) {
  const articles = path.join(folder, 'artiklar');
  mkdirSync(articles, { recursive: true });
  writeFileSync(path.join(folder, 'site.yaml'), 'title: Året\nbaseUrl: https://www.aret.example\n');
  months.forEach((count, month) => {
    for (let i = 0; i < count; i++) {
      const day = String(1 + (i % 26)).padStart(2, '0');
      writeFileSync(
        path.join(articles, `2024-${String(month + 1).padStart(2, '0')}-${day}-beslut-${i}.md`),
        `---\ntags: [Kommunfullmäktige]\n---\n# Beslut ${i + 1} i månad ${month + 1}\n\nFullmäktige beslutade om ärende ${i + 1}.\n`);
    }
  });
}
