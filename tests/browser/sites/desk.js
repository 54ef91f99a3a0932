// The local runner with its desk, on a folder of its own: the real storage emulator, the real engine.
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../../..');
const runner = path.join(root, 'functions/Lysekil.Local');
const secondsToStart = 120;

/** Leaves the articles of old years out, which take time to publish. */
const isNew = source => !/artiklar.20(1\d|2[0-5])$/.test(source);

function copySample(content) {
  for (const part of ['site.yaml', 'sidor', 'bilder', 'artiklar']) {
    cpSync(path.join(root, 'content', part), path.join(content, part), { recursive: true, filter: isNew });
  }
}

/** A port that is free now. */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

export class Desk {
  constructor(process, folder, address) {
    this.process = process;
    this.folder = folder;
    this.address = address;
  }

  /** Where the runner keeps the sources. */
  get content() {
    return path.join(this.folder, 'content');
  }

  /**
   * Starts the runner, and waits until the desk answers.
   * @param write Writes the sources into a folder; by default some of the sample content.
   */
  static async start(write = copySample) {
    const folder = mkdtempSync(path.join(tmpdir(), 'lysekil-desk-'));
    write(path.join(folder, 'content'));
    const port = await freePort();
    const running = spawn(
      'dotnet',
      [
        'run', '--no-build', '--project', runner, '--', '--content', path.join(folder, 'content'),
        '--data', path.join(folder, 'data'), '--port', `${port}`, '--azurite-port', `${await freePort()}`,
      ],
      { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    let output = '';
    running.stdout.on('data', some => { output += some; });
    running.stderr.on('data', some => { output += some; });
    const desk = new Desk(running, folder, `http://localhost:${port}`);
    for (let i = 0; i < secondsToStart * 2 && running.exitCode === null; i++) {
      const answer = await fetch(`${desk.address}/desk/`).catch(() => null);
      if (answer?.ok) {
        return desk;
      }

      await new Promise(resolve => setTimeout(resolve, 500));
    }

    await desk.end();
    throw new Error(`The desk does not answer:\n${output}`);
  }

  /** Whether a page of the site is there, and has some words, within some seconds. */
  async becomesLive(url, words, seconds = 20) {
    const began = Date.now();
    while (Date.now() - began < seconds * 1000) {
      const answer = await fetch(this.address + url);
      if (answer.ok && (await answer.text()).includes(words)) {
        return Date.now() - began;
      }

      await new Promise(resolve => setTimeout(resolve, 50));
    }

    throw new Error(`${url} does not say "${words}" within ${seconds} s.`);
  }

  /** Whether the site has no page there any more, within some seconds. */
  async becomesMissing(url, seconds = 20) {
    for (const end = Date.now() + seconds * 1000; Date.now() < end;) {
      if ((await fetch(this.address + url)).status === 404) {
        return;
      }

      await new Promise(resolve => setTimeout(resolve, 50));
    }

    throw new Error(`${url} is still there after ${seconds} s.`);
  }

  async end() {
    const ended = this.process.exitCode === null
      ? new Promise(resolve => this.process.on('exit', resolve)) : Promise.resolve();
    try {
      process.kill(-this.process.pid, 'SIGTERM'); // The group: "dotnet run", the runner and its storage.
    } catch {
      // It has ended by itself.
    }

    await ended;
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 300 });
  }
}
