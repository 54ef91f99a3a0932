import { extremes, sample } from './published.js';

/** One page of each kind, and those at the extremes of a kind: what is judged in a browser, one by one. */
export const kinds = [
  { kind: 'front page', site: sample, path: '/' },
  { kind: 'article', site: sample, path: '/2026/11/budget-2027/' },
  { kind: 'standing page', site: sample, path: '/om/' },
  { kind: 'archive', site: sample, path: '/nyhetsarkiv/' },
  { kind: 'year', site: sample, path: '/nyhetsarkiv/2019/' },
  { kind: 'month', site: sample, path: '/nyhetsarkiv/2019/10/' },
  { kind: 'topics', site: sample, path: '/amnen/' },
  { kind: 'topic', site: sample, path: '/amnen/hamnen/' },
  { kind: 'year of a topic', site: sample, path: '/amnen/hamnen/2021/' },
  { kind: 'author', site: sample, path: '/av/elin-brattas/' },
  { kind: 'search', site: sample, path: '/sok/' },
  { kind: 'missing page', site: sample, path: '/finns-inte/' },
  { kind: 'front page of extremes', site: extremes, path: '/' },
  { kind: 'article with everything', site: extremes, path: '/2025/03/allt-i-en-artikel/' },
  { kind: 'article without lead', site: extremes, path: '/2025/03/utan-ingress/' },
  { kind: 'article without text', site: extremes, path: '/2025/03/bara-rubriken/' },
  { kind: 'article in English', site: extremes, path: '/2025/03/in-english/' },
  { kind: 'article of long words', site: extremes, path: '/2025/03/langa-ord/' },
  { kind: 'article of pictures', site: extremes, path: '/2025/03/bara-bilder/' },
  { kind: 'article with headings in disorder', site: extremes, path: '/2025/03/djupa-rubriker/' },
  { kind: 'article of signs', site: extremes, path: '/2025/12/arets-sista/' },
  { kind: 'article of many topics', site: extremes, path: '/2025/03/manga-amnen/' },
  { kind: 'month of extremes', site: extremes, path: '/nyhetsarkiv/2025/03/' },
  { kind: 'topics of extremes', site: extremes, path: '/amnen/' },
];
