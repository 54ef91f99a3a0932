import { Site } from './site.js';

/** What a developer sees at the first start. */
export const sample = new Site('sample');

/** From this folder's content/: what editors may come to write. */
export const extremes = new Site('extremes');

/** From crowded/: more articles in a month, and in a topic's year, than one page lists. */
export const crowded = new Site('crowded');

/** From hostile/: what somebody wrote who means harm. */
export const hostile = new Site('hostile');
