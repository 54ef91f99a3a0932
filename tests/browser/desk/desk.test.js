// The desk in a real browser, on the real storage emulator, at a telephone's and a screen's width. One runner serves all: a
// file of points/ is a point of what editors do there, and its tests are named by the point's number.
import { after, before, describe } from 'node:test';
import { Desk } from '../sites/desk.js';
import { openBrowser } from '../visits/browser.js';
import { accessibility } from './accessibility.js';
import { widths } from './editor.js';
import { guide } from './guide.js';
import { hostile } from './hostile.js';
import { keyboard } from './keyboard.js';
import { see } from './points/1-see.js';
import { write } from './points/2-write.js';
import { pictures } from './points/3-pictures.js';
import { preview } from './points/4-preview.js';
import { publish } from './points/5-publish.js';
import { history } from './points/6-history.js';
import { together } from './points/7-together.js';
import { audit } from './points/8-audit.js';
import { site } from './points/9-site.js';

const points = [see, write, pictures, preview, publish, history, together, audit, site];

describe('The desk', () => {
  const room = {};
  before(() => Promise.all([
    openBrowser().then(browser => { room.browser = browser; }), // Each by itself: what has started is ended, whatever fails.
    Desk.start().then(desk => { room.desk = desk; }),
  ]));
  after(() => Promise.all([room.browser?.close(), room.desk?.end()]));

  guide(room); // First, while the desk has nothing but the sample articles.
  for (const width of widths) {
    for (const point of [keyboard, ...points]) {
      point(room, width);
    }
  }

  accessibility(room);
  hostile(room);
});
