// Search at /sok/: reads shards of months, newest first, and ranks matches.

const WORD = /([\p{L}\p{N}\p{M}]+)/gu;
const ENDING = /^(.{3,}?)(?:[oae]rna|ena|[oae]r|[ae]n|[ae]t|ad|a|e)$/;
const COMMON = "att av de den det en ett för har i med och om på som till är".split(" ");
const FIELDS = [["title", 8], ["topics", 5], ["lead", 3], ["text", 1], ["rest", 1]];

/** In lower case and without accents; å, ä and ö are letters of their own. */
export const fold = text => text.normalize("NFC").toLowerCase().replace(/[^\x00-\x7fåäö]/gu, c => [...c.normalize("NFD")][0]);

/**
 * What a word's forms share, endings taken off until none is left: båt, båten, båtarnas; politisk, politiskt; spelar, spelade.
 * What changes within (stad, städer; regel, regler) stays apart; some that only look alike meet (politik, politiker).
 */
export function stem(word) {
  const shorter = word.replace(/^(?:(.{3,}[^s])s|(.{3,}[lr]|.{2,}[åoö])n|(.{3,}(?:sk|l|ig|iv))t)$/, "$1$2$3")
    .replace(ENDING, (whole, rest) => /[aeiouyåäö]/.test(rest) ? rest : whole);
  return shorter === word ? word : stem(shorter);
}

const stems = new Map();
const stemOf = word => stems.get(word) ?? stems.set(word, stem(fold(word))).get(word);

/** The stems that a query asks for; common words only where there are no others. */
export function termsOf(query) {
  const words = fold(query).match(WORD) ?? [], rare = words.filter(word => !COMMON.includes(word));
  return [...new Set((rare.length ? rare : words).map(stem))];
}

/** How well a stem answers a term, 0 to 1: the same; one that begins so; a compound that ends so; båt for "bat". */
export function likeness(term, found) {
  if (found === term) return 1;
  if (term.length >= 3 && found.startsWith(term)) return .5;
  if (term.length >= 4 && found.endsWith(term)) return .3;
  return found.length === term.length && found.replace(/[åä]/g, "a").replace(/ö/g, "o") === term ? .5 : 0;
}

/** Articles, and for each stem which of them have it, by number, and what it weighs there. */
export function indexed(articles) {
  const words = new Map();
  articles.forEach((article, i) => {
    for (const [field, weight] of FIELDS) {
      for (const word of [article[field]].join().match(WORD) ?? []) {
        const key = stemOf(word), there = words.get(key) ?? words.set(key, []).get(key);
        if (there.at(-2) === i) there[there.length - 1] += weight / 10;
        else there.push(i, weight);
      }
    }
  });
  return { articles, words };
}

/** Those that answer every term, with scores: where they say it, how often, and how new they are. */
export function hitsIn({ articles, words }, terms, newest) {
  const found = terms.map(term => {
    const scores = new Map();
    for (const [stem, there] of words) {
      const part = likeness(term, stem);
      for (let k = 0; part && k < there.length; k += 2) {
        scores.set(there[k], Math.max(scores.get(there[k]) ?? 0, part * there[k + 1]));
      }
    }
    return scores;
  });
  return articles.flatMap((article, i) => {
    if (!terms.length || !found.every(scores => scores.has(i))) return [];
    const years = Math.max(0, newest.slice(0, 4) - article.date.slice(0, 4));
    return { article, score: found.reduce((sum, scores) => sum + scores.get(i), 0) * (1 + 1 / (1 + years)) };
  });
}

export const inOrder = hits => hits.sort((a, b) => b.score - a.score || (b.article.date > a.article.date ? 1 : -1));

const answered = (word, terms) => terms.filter(term => likeness(term, stemOf(word)));

/** A text in pieces, [text, whether it answers a term]. */
export const marked = (text, terms) =>
  text.split(WORD).map((piece, i) => [piece, i % 2 === 1 && answered(piece, terms).length > 0]);

/** Of lead and text, 200 letters with most of the terms. */
export function extract({ lead, text }, terms) {
  const whole = `${lead} ${text}`.trim();
  const found = [...whole.matchAll(WORD)].flatMap(({ 0: word, index }) => answered(word, terms).map(term => [index, term]));
  const count = from => new Set(found.filter(([index]) => index >= from && index < from + 140).map(([, term]) => term)).size;
  const best = found.reduce((best, [index]) => count(index) > count(best) ? index : best, found[0]?.[0] ?? 0);
  const from = best < 80 ? 0 : whole.lastIndexOf(" ", best - 50) + 1;
  const to = whole.indexOf(" ", from + 200);
  return (from ? "… " : "") + (to < 0 ? whole.slice(from) : whole.slice(from, to) + " …");
}

function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children); // Text stays text, never HTML.
  return made;
}

async function read(month) {
  const answer = await fetch(`/sok/${month}.json`);
  return indexed(answer.status === 404 ? [] : (await answer.json()).articles); // 404: its last article went.
}

function start(form) {
  const { q } = form.elements, say = form.dataset; // The page's words.
  const date = (iso, style) => new Date(iso).toLocaleDateString(say.locale, { ...style, timeZone: "UTC" });
  const [status, list, more] = document.querySelectorAll(".found, .results, .more");
  const months = say.months.split(" ").filter(Boolean);
  const shards = []; // Those that have been read, each with its hits for the query at hand.
  let terms = [], hits = [], shown, least, most, reading;

  function item({ article }) {
    const pieces = text => marked(text, terms).map(([piece, isHit]) => isHit ? element("mark", {}, piece) : piece);
    return element("li", { className: "card" },
      element("h2", {}, element("a", { href: article.url }, ...pieces(article.title))),
      element("p", {}, ...pieces(extract(article, terms))),
      element("p", { className: "meta" },
        element("time", { dateTime: article.date }, date(article.date, { dateStyle: "long" })),
        ...article.topics.map(topic => element("span", {}, topic))));
  }

  function show() {
    const focused = list.querySelector("a:focus")?.getAttribute("href");
    hits = inOrder(shards.flatMap(shard => shard.hits ??= hitsIn(shard, terms, months[0])));
    list.replaceChildren(...hits.slice(0, shown).map(item));
    list.querySelector(`a[href="${focused}"]`)?.focus();
    more.textContent = hits.length > shown ? say.more : say.further;
    more.hidden = !terms.length || (hits.length <= shown && shards.length === months.length);
  }

  const tell = text => status.textContent = terms.length ? text : "";
  function told() {
    const since = months[shards.length] && date(months[shards.length - 1], { month: "long", year: "numeric" });
    return `${[say.none, say.one][hits.length] ?? say.many.replace("{count}", hits.length)} ${since ? say.since.replace("{month}", since) : say.whole}.`;
  }

  /** Reads and shows the newest shard, then four at once: a year of them, or three years to find ten hits. */
  async function readOn() {
    if (reading) return; // What is being read comes to the new query.
    reading = true;
    try {
      while (months[shards.length] && shards.length < (!terms.length ? 1 : hits.length < 10 ? most : least)) {
        tell(say.busy);
        shards.push(...await Promise.all(months.slice(shards.length, shards.length + (shards.length ? 4 : 1)).map(read)));
        show();
      }
      tell(told());
    } catch {
      tell(say.failed);
    }
    reading = false;
  }

  function search() {
    const text = q.value.trim();
    history.replaceState(null, "", text ? "?q=" + encodeURIComponent(text) : "/sok/");
    [terms, shown, least, most] = [termsOf(text), 20, 12, 36];
    shards.forEach(shard => delete shard.hits);
    show();
    readOn();
  }

  let typing;
  q.addEventListener("input", () => (clearTimeout(typing), typing = setTimeout(search, 150)));
  form.addEventListener("submit", event => (event.preventDefault(), search()));
  more.addEventListener("click", async () => {
    if (hits.length > shown) shown += 20;
    else await readOn(least = most = shards.length + 60);
    show();
    if (more.hidden) status.focus();
  });
  q.value = new URL(location).searchParams.get("q") ?? "";
  form.hidden = false;
  search();
}

if (typeof document !== "undefined") start(document.querySelector(".search"));
