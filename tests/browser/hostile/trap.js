/** A redirect or two, each of which may be met before and while it goes. */
const mostTries = 5;

/**
 * Waits for anything that a page runs or fetches for somebody else: dialogs, windows, downloads, requests to other places,
 * and what only the page's policy stopped. Looks at the page as a visitor might who presses and points at everything.
 */
export class Trap {
  #visit;
  #caught = [];

  /** @param {import('../visits/visit.js').Visit} visit At the start, before any page is opened. */
  constructor(visit) {
    this.#visit = visit;
    visit.page.on('dialog', dialog => {
      this.#caught.push(dialog.type());
      dialog.dismiss().catch(() => {}); // The page may be gone by then.
    });
    visit.page.on('popup', () => this.#caught.push('window'));
    visit.page.on('download', () => this.#caught.push('download'));
    visit.page.on('console', message => {
      if (message.text().includes('Content Security Policy')) {
        this.#caught.push('violation');
      }
    });
  }

  /**
   * Opens a page and touches all there is on it. What that set off, each kind once.
   * @param {number} patience For how long, in milliseconds, something may still happen.
   * @param {object} [touched] What of it, as for touchAll.
   */
  spring(path, patience, touched) {
    return this.during(async () => {
      await this.#visit.go(path, { waitUntil: 'commit' });
      await this.#touch(touched);
    }, patience);
  }

  /** What something set off that is done meanwhile, each kind once. */
  async during(act, patience) {
    const { strayed } = this.#visit;
    this.#caught.length = strayed.length = 0;
    await act();
    for (const end = Date.now() + patience; this.#caught.length + strayed.length === 0 && Date.now() < end;) {
      await new Promise(done => setTimeout(done, 10));
    }

    return [...new Set([...this.#caught, ...(strayed.length > 0 ? ['request'] : [])])];
  }

  /** Where the page is a redirect, it goes away under one's fingers: the page where it leads is touched in its place. */
  async #touch(touched) {
    const { page } = this.#visit;
    for (let tries = 1; ; tries++) {
      await page.waitForLoadState('load', { timeout: 5000 }).catch(() => {}); // An attack may keep the page from ending.
      try {
        return await page.evaluate(touchAll, touched);
      } catch (fault) {
        if (tries === mostTries) {
          throw fault;
        }
      }
    }
  }
}

/**
 * In the page: each event that an attribute might wait for, on each element, and each link that leads to no other page.
 * @param {object} [touched] "frame", the selector of a frame, to touch what is in it; "presses", false to press no buttons
 *   and to wait for nothing, since in a sandboxed page no timer runs.
 */
export async function touchAll({ frame, presses = true } = {}) {
  const { body } = frame ? document.querySelector(frame).contentDocument : document;
  const events = [
    'mouseover', 'mouseenter', 'mousedown', 'pointerover', 'pointerenter', 'pointerdown', 'keydown', 'toggle', 'input', 'change', 'animationstart'];
  for (const element of body.querySelectorAll('*')) {
    for (const event of events) {
      element.dispatchEvent(new Event(event, { bubbles: event !== 'mouseenter' && event !== 'pointerenter' }));
    }

    element.focus?.();
    if (!presses && element.closest('button')) {
      continue;
    }

    const link = element.closest('a, area');
    const href = link?.getAttribute('href') ?? link?.getAttribute('xlink:href') ?? '';
    if (!link || !/^(https?:|mailto:|tel:|[^:]*$)/i.test(href) || href === '#') {
      element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, view: window }));
      if (presses) {
        await new Promise(done => setTimeout(done, 0)); // A "javascript:" address runs a little later.
      }
    }
  }
}
