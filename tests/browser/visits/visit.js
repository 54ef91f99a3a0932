/**
 * A visitor of a site, at the site's own address, so that canonical links and redirects lead where they lead in the world.
 * The published folder answers; requests for any other place are written down, and get no answer.
 */
export class Visit {
  /** The addresses of other places that pages asked for. */
  strayed = [];

  /** The requests that were answered, as { path, type, status }. */
  requests = [];

  constructor(site, context, page) {
    this.site = site;
    this.context = context;
    this.page = page;
  }

  /**
   * @param {import('playwright-core').Browser} browser
   * @param {import('../sites/site.js').Site} site
   * @param {object} [options] Of the browser's context: viewport, colorScheme, javaScriptEnabled, …
   */
  static async begin(browser, site, options = {}) {
    const context = await browser.newContext({ locale: 'sv-SE', timezoneId: 'Europe/Stockholm', ...options });
    const visit = new Visit(site, context, await context.newPage());
    await context.route('**/*', route => visit.#answer(route));
    return visit;
  }

  /** Opens a page by its path. */
  go(path, options) {
    return this.page.goto(this.site.address + path, options);
  }

  /** The path at which the visitor is now. */
  get path() {
    return new URL(this.page.url()).pathname;
  }

  end() {
    return this.context.close();
  }

  async #answer(route) {
    const request = route.request();
    const url = new URL(request.url());
    if (url.origin !== this.site.address) {
      this.strayed.push(url.href);
      await route.fulfill({ status: 204 }); // A page that is left for an answer without content stays as it is.
      return;
    }

    const answer = this.site.answer(url.pathname);
    this.requests.push({ path: url.pathname, type: request.resourceType(), status: answer.status });
    await route.fulfill(answer);
  }
}
