// The words of search: what comes together, what is found first, and what is shown of it. Loaded with the first query.

const WORD = /([\p{L}\p{N}\p{M}]+)/gu;
const COMMON = "att av de den det en ett för har i med och om på som till är".split(" ");
const FIELDS = [["title", 8], ["topics", 5], ["lead", 3], ["text", 1], ["rest", 1]];
const LETTERS = { ø: "ö", æ: "ä", đ: "d", ð: "d", ł: "l", ß: "ss", þ: "th", œ: "oe", ı: "i" };

// Words of which no ending can be told, each line with its stem first.
const SHORT = new Map(("ny nya nytt|ö ön öns öar öarna|å ån åns åar åarna|år året åren|by byn byns byar byarna|ko kon kor korna"
  + "|stor stort|röd rött|vit vitt|gammal gamla|bror brodern bröder bröderna|som|dom")
  .split("|").flatMap(forms => forms.split(" ").map((form, _, [stem]) => [form, stem])));

// Ends of stems that change within: städer, händer, somrar, rummet.
const CHANGING = new Map(("böck bok|städ stad|händ hand|länd land|stränd strand|bränd brand|tänd tand|nätt natt|fött fot|ledamöt ledamot"
  + "|sön son|bönd bond|dött dott|mann man|männ man|män man|humr humm|numr numm|somr somm|morgo morgn|segr seg|säkr säk|metr met"
  + "|programm program|rumm rum|hemm hem").split("|").map(pair => pair.split(" ")));
const CHANGED = new RegExp(`(?:${[...CHANGING.keys()].join("|")})$`);

const ENDINGS = [
  /(?<=....)(?<![suä]|[lk]ö)s$/, // Not hus, gräs, arbetslös.
  /(?<=...[lr]|..[åoö]|(?:om|ustr|iatr|rg|og|at|af|em|er|or|on)i)(?<!bar)n$/, // motorn, sjön, ekonomin; not barn.
  /(?<=...(?:sk|l|ig|iv|lös)|.[åö]g|.gg|.ng|öp|ön)t$|(?<=gg|ng|ll)d$/, // politiskt, högt, byggd.
  /(?<=...)(?:[oae]rna|ena|[oae]r|(?<![^m]m)an|en|[ae]t|(?<!^st|bost|[dmnså]st|orst|mån)ad|a|e)$/, // Not stad, talesman.
  /(?<=...[dgkptv])r$|(?<=tt|ck|pp|ap)n$|(?<=i)um$/, // What is left of systrar, vattnet, gymnasium.
];

const bare = text => text.replace(/[åä]/g, "a").replace(/ö/g, "o");

/** In lower case and without accents; å, ä and ö are letters of their own. */
export const fold = text =>
  text.normalize("NFC").toLowerCase().replace(/[^\x00-\x7fåäö]/gu, c => LETTERS[c] ?? [...c.normalize("NFD")][0]);

/**
 * What a word's forms share, endings taken off until none is left: båt, båten, båtarnas; politisk, politiskt; stad, städer.
 * Some that only look alike meet (lag, lager).
 */
export function stem(word) {
  if (SHORT.has(word)) return SHORT.get(word);
  let shorter = word;
  for (const ending of ENDINGS) {
    const rest = shorter.replace(ending, "");
    if (/[aeiouyåäö]/.test(rest)) shorter = rest;
  }
  shorter = shorter.replace(/muse(?:um|et|er|erna)?$/, "museum")
    .replace(/(?<=..[^aeiouyåäö])el$/, "l") // cykel, cyklar
    .replace(CHANGED, end => CHANGING.get(end));
  return shorter === word ? word : stem(shorter);
}

const known = new Map();

/** A word's stem; the same and the word's own without å, ä and ö. */
function formsOf(word) {
  if (!known.has(word)) {
    const folded = fold(word), own = stem(folded);
    known.set(word, { own, bare: bare(own), loose: bare(own) === own ? own : stem(bare(folded)) });
  }
  return known.get(word);
}

/** The words that a query asks for, of one stem the first; common words only where there are no others. */
export function termsOf(query) {
  const words = fold(query).match(WORD) ?? [], rare = words.filter(word => !COMMON.includes(word));
  return [...new Map((rare.length ? rare : words).map(word => [stem(word), word]).reverse()).values()].reverse();
}

/** The same; a compound that begins so, or ends so. Of three letters many words begin and end, so they count little. */
function part(term, found) {
  if (found === term) return 1;
  if (term.length < 3) return 0;
  const begins = found.startsWith(term);
  if (!begins && !(found + "s").endsWith(term) && !found.endsWith(term)) return 0; // A stem may have lost its s: elpris.
  return term.length === 3 ? .08 : begins ? .5 : .3;
}

/** How well a word answers a term, 0 to 1. One that is typed without å, ä and ö finds those that have them. */
export function likeness(term, forms) {
  const asked = formsOf(term).own, same = part(asked, forms.own);
  return same === 1 || forms.own === forms.bare || /[åäö]/.test(term)
    ? same
    : Math.max(same, .8 * part(term, forms.bare), .3 * part(asked, forms.loose));
}

/** Articles, and for each stem which of them have it, by number, what it weighs there, and the most that it may. */
export function indexed(articles) {
  const words = new Map();
  articles.forEach((article, i) => {
    for (const [field, weight] of FIELDS) {
      for (const word of [article[field]].join().match(WORD) ?? []) {
        const forms = formsOf(word), key = forms.own + " " + forms.loose;
        const { there } = words.get(key) ?? words.set(key, { forms, there: [] }).get(key);
        if (there.at(-3) === i) there[there.length - 2] = Math.min(there.at(-2) + weight / 10, there.at(-1));
        else there.push(i, weight, weight * 1.5);
      }
    }
  });
  return { articles, words };
}

/**
 * Those that answer every term, with scores: where they say it, how often, and how new they are. A word in a title weighs
 * more than in a text that says it often, whatever their age.
 */
export function hitsIn({ articles, words }, terms, newest) {
  const found = terms.map(term => {
    const scores = new Map();
    for (const { forms, there } of words.values()) {
      const like = likeness(term, forms);
      for (let k = 0; like && k < there.length; k += 3) {
        scores.set(there[k], Math.max(scores.get(there[k]) ?? 0, like * there[k + 1]));
      }
    }
    return scores;
  });
  return articles.flatMap((article, i) => {
    if (!terms.length || !found.every(scores => scores.has(i))) return [];
    const years = Math.max(0, newest.slice(0, 4) - article.date.slice(0, 4));
    return { article, score: found.reduce((sum, scores) => sum + scores.get(i), 0) * (1 + .5 / (1 + years)) };
  });
}

export const inOrder = hits => hits.sort((a, b) => b.score - a.score || (b.article.date > a.article.date ? 1 : -1));

const answered = (word, terms) => terms.filter(term => likeness(term, formsOf(word)));

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
