// Feed readers that people use, and libraries of which others are made. Each reads one feed in one format.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import FeedParser from 'feedparser';
import { parseFeed } from 'feedsmith';
import Parser from 'rss-parser';

/** Runs a program; what it printed. */
async function run(command, args, { home, input = '', expected = 0 }) {
  const running = spawn(command, args, {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, HOME: home, XDG_CONFIG_HOME: home, XDG_DATA_HOME: home, LANG: 'C.UTF-8' },
  });
  running.stdin.end(input);
  const ending = new Promise((resolve, reject) => running.on('error', reject).on('close', resolve));
  const [output, errors, status] = await Promise.all([text(running.stdout), text(running.stderr), ending]);
  if (status !== expected) {
    throw new Error(`${command} ended with ${status}:\n${output}${errors}`);
  }

  return output;
}

/** Debian's own Python, for which its packages are. */
const python = (script, args, home) => run('/usr/bin/python3', ['-c', script, ...args], { home });

/** What a library says of a feed that it reads anew each time. */
const library = (name, format, parse) => ({
  name,
  format,
  read: async url => parse(await (await fetch(url)).text(), url),
});

/** Newsboat keeps what it has read in a database, which is looked at here. */
const newsboat = {
  name: 'Newsboat',
  format: 'RSS',
  async read(url, home) {
    const file = name => path.join(home, name);
    writeFileSync(file('urls'), `${url}\n`);
    writeFileSync(file('config'), '');
    await run('newsboat', ['-q', '-u', file('urls'), '-C', file('config'), '-c', file('cache.db'), '-x', 'reload'], { home });
    return JSON.parse(await python(
      'import json, sqlite3, sys\n'
      + 'rows = sqlite3.connect(sys.argv[1]).execute("select guid, title, content from rss_item where deleted = 0")\n'
      + 'print(json.dumps([dict(id=r[0], title=r[1], text=r[2]) for r in rows]))',
      [file('cache.db')],
      home));
  },
};

/** rss2email mails each item that it does not know; the mails are caught here. */
const rss2email = {
  name: 'rss2email',
  format: 'Atom',
  isMailer: true,
  async read(url, home) {
    const [config, data, mails] = ['r2e.cfg', 'r2e.json', 'mails'].map(n => path.join(home, n));
    const r2e = (...args) => run('r2e', ['-c', config, '-d', data, ...args], { home });
    rmSync(mails, { recursive: true, force: true });
    mkdirSync(mails);
    if (!existsSync(config)) {
      const sendmail = path.join(home, 'sendmail');
      writeFileSync(sendmail, `#!/bin/sh\ncat > "$(mktemp '${mails}'/XXXXXX)"\n`, { mode: 0o755 });
      writeFileSync(
        config,
        `[DEFAULT]\nto = reader@localhost\nfrom = site@localhost\nemail-protocol = sendmail\nsendmail = ${sendmail}\nhtml-mail = True\n`);
      await r2e('add', 'site', url);
    }

    await r2e('run');
    return JSON.parse(await python(
      'import email, email.policy, json, os, sys\n'
      + 'def item(name):\n'
      + '    with open(os.path.join(sys.argv[1], name), "rb") as file:\n'
      + '        mail = email.message_from_binary_file(file, policy=email.policy.default)\n'
      + '    return dict(id=name, title=mail["subject"], text=mail.get_body().get_content())\n'
      + 'print(json.dumps([item(n) for n in sorted(os.listdir(sys.argv[1]))]))',
      [mails],
      home));
  },
};

/** sfeed adds what it does not know to a file of lines. */
const sfeed = {
  name: 'sfeed',
  format: 'RSS',
  async read(url, home) {
    const rc = path.join(home, 'sfeedrc');
    writeFileSync(rc, `sfeedpath='${home}/feeds'\nfeeds() {\n  feed 'site' '${url}'\n}\n`);
    await run('sfeed_update', [rc], { home });
    const [, ...lines] = readFileSync(path.join(home, 'feeds/site'), 'utf8').split('\n').reverse();
    // Time, title, link, text, its type, identifier, and more.
    return lines.map(l => l.split('\t')).map(f => ({ id: f[5], title: f[1], text: f[3] }));
  },
};

const pythonFeedparser = format => ({
  name: 'feedparser (Python)',
  format,
  read: async (url, home) => JSON.parse(await python(
    'import feedparser, json, sys\n'
    + 'feed = feedparser.parse(sys.argv[1])\n'
    + 'assert not feed.bozo, feed.bozo_exception\n'
    + 'print(json.dumps([dict(id=e.id, title=e.title, text=e.content[0].value) for e in feed.entries]))',
    [url],
    home)),
});

async function parseWithFeedparser(xml, url) {
  const items = [];
  for await (const item of Readable.from([xml]).pipe(new FeedParser({ feedurl: url }))) {
    items.push({ id: item.guid, title: item.title, text: item.description });
  }

  return items;
}

async function parseWithRssParser(xml) {
  const { items } = await new Parser().parseString(xml);
  return items.map(i => ({ id: i.guid ?? i.id, title: i.title, text: i['content:encoded'] ?? i.content }));
}

function parseWithFeedsmith(source) {
  const { feed } = parseFeed(source);
  return (feed.items ?? feed.entries).map(i => ({
    id: i.guid?.value ?? i.id,
    title: i.title?.value ?? i.title,
    text: i.content?.encoded ?? i.content?.value ?? i.content ?? i.content_html,
  }));
}

/** All readers, and the addresses of the formats. */
export const readers = [
  newsboat,
  rss2email,
  sfeed,
  ...['RSS', 'Atom'].map(pythonFeedparser),
  ...['RSS', 'Atom'].map(f => library('feedparser (Node.js)', f, parseWithFeedparser)),
  ...['RSS', 'Atom'].map(f => library('rss-parser', f, parseWithRssParser)),
  ...['RSS', 'Atom', 'JSON'].map(f => library('feedsmith', f, parseWithFeedsmith)),
];

export const addresses = { RSS: '/rss.xml', Atom: '/atom.xml', JSON: '/feed.json' };
