// Publishes four sites with the runner's own command, "once", for all suites to judge: the sample site, one of extremes
// that editors may come to write, one of more articles than a page lists, and one whose editors mean harm.
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { writeCrowdedContent } from './crowded/content.js';
import { writeHostileContent } from './hostile/content.js';
import { publishedFolder } from './sites/site.js';

const root = path.resolve(import.meta.dirname, '../..');
const runner = path.join(root, 'functions/Lysekil.Local');

/** Runs dotnet; what it said, where it ended as expected. */
async function dotnet(args, expected) {
  const process = spawn('dotnet', args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const ending = new Promise((resolve, reject) => process.on('error', reject).on('close', resolve));
  const [output, errors, status] = await Promise.all([text(process.stdout), text(process.stderr), ending]);
  if (status !== expected) {
    throw new Error(`dotnet ${args.join(' ')} ended with ${status}, not ${expected}:\n${output}${errors}`);
  }

  return output + errors;
}

/** Publishes a folder; what the runner said of it is kept beside the site. */
async function publish(name, content, expected) {
  const site = path.join(publishedFolder, name);
  writeFileSync(
    `${site}.log`,
    await dotnet(['run', '--no-build', '--project', runner, '--', 'once', '--content', content, '--export', site], expected));
}

const extremes = path.join(publishedFolder, 'extremes-content');
const crowded = path.join(publishedFolder, 'crowded-content');
const hostile = path.join(publishedFolder, 'hostile-content');
rmSync(publishedFolder, { recursive: true, force: true });
mkdirSync(publishedFolder, { recursive: true });
cpSync(path.join(import.meta.dirname, 'content'), extremes, { recursive: true });
cpSync(path.join(root, 'content/bilder'), path.join(extremes, 'bilder'), { recursive: true });
writeCrowdedContent(crowded);
writeHostileContent(hostile);

await dotnet(['build', runner, '-m:1'], 0);
await publish('sample', path.join(root, 'content'), 0); // First and alone: it may install the storage emulator.
await Promise.all([
  publish('extremes', extremes, 0),
  publish('crowded', crowded, 0),
  publish('hostile', hostile, 2), // Some of it is refused, and "once" says so.
]);
