import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** Where publish.js puts the sites. */
export const publishedFolder = path.resolve(import.meta.dirname, '../published');

const contentTypes = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
};

/** A published site, which answers as Azure's static website does. */
export class Site {
  constructor(name) {
    this.folder = path.join(publishedFolder, name);
    if (!existsSync(this.folder)) {
      throw new Error(`${this.folder} is missing: run "npm test", which publishes first.`);
    }

    /** What the runner said while it published. */
    this.log = readFileSync(`${this.folder}.log`, 'utf8');
    /** The site's own address, without a slash at its end. */
    this.address = new URL(/^Sitemap: (\S+)$/m.exec(this.text('/robots.txt'))[1]).origin;
    /** The path of each file from the site's root, with its leading slash. */
    this.files = readdirSync(this.folder, { recursive: true })
      .map(name => '/' + name.split(path.sep).join('/'))
      .filter(name => !path.basename(name).startsWith('.') && statSync(path.join(this.folder, name)).isFile())
      .sort();
  }

  /** The addresses of all HTML pages: /404.html, and folders with their slash. */
  get pages() {
    return this.files.filter(f => f.endsWith('.html')).map(f => f.replace(/\/index\.html$/, '/'));
  }

  /** The articles' addresses, oldest first. */
  get articles() {
    return this.pages.filter(p => /^\/\d{4}\/\d{2}\/[^/]+\/$/.test(p));
  }

  /** The style sheet's address, which changes with its content. */
  get styleSheet() {
    return this.files.find(f => f.endsWith('.css'));
  }

  /** A page's content, as text. */
  text(address) {
    return readFileSync(this.#find(address), 'utf8');
  }

  /** How large a page is, in bytes. */
  size(address) {
    return statSync(this.#find(address)).size;
  }

  /** Whether a page or file stands at a path. */
  has(address) {
    return this.#find(address) !== undefined;
  }

  /**
   * What a visitor gets for a path: the file; or the folder's index.html; or 404.html, with status 404.
   * @param {string} address Percent-encoded, with its leading slash.
   */
  answer(address) {
    const found = this.#find(address);
    const file = found ?? path.join(this.folder, '404.html');
    return { status: found ? 200 : 404, contentType: contentTypes[path.extname(file)] ?? 'application/octet-stream', body: readFileSync(file) };
  }

  #find(address) {
    const file = path.join(this.folder, decodeURIComponent(address));
    const candidates = address.endsWith('/') ? [path.join(file, 'index.html')] : [file, path.join(file, 'index.html')];
    return candidates.find(f => f.startsWith(this.folder + path.sep) && existsSync(f) && statSync(f).isFile());
  }
}
