// Search at /sok/: reads shards of months, newest first, and shows the matches. What it needs for that comes with a first query.

function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children); // Text stays text, never HTML.
  return made;
}

const MUCH = 4e6; // Letters; stored compressed, a megabyte.

let words; // The module of that name, once there is a query.

async function readMonth(month) {
  const answer = await fetch(`/sok/${month}.json`);
  const text = answer.status === 404 ? '{"articles":[]}' : await answer.text(); // 404: its last article went.
  return { ...words.indexed(JSON.parse(text).articles), letters: text.length };
}

function start(form) {
  const { q } = form.elements, say = form.dataset; // The page's words.
  const date = (iso, style) => new Date(iso).toLocaleDateString(say.locale, { ...style, timeZone: "UTC" });
  const [status, list, more] = document.querySelectorAll(".found, .results, .more");
  const months = say.months.split(" ").filter(Boolean);
  const shards = []; // Those that have been read, each with its hits for the query at hand.
  let terms = [], hits = [], letters = 0, shown, wanted, most, reading;

  function item({ article }) {
    const pieces = text => words.marked(text, terms).map(([piece, isHit]) => isHit ? element("mark", {}, piece) : piece);
    return element("li", { className: "card" },
      element("h2", {}, element("a", { href: article.url }, ...pieces(article.title))),
      element("p", {}, ...pieces(words.extract(article, terms))),
      element("p", { className: "meta" },
        element("time", { dateTime: article.date }, date(article.date, { dateStyle: "long" })),
        ...article.topics.map(topic => element("span", {}, topic))));
  }

  function show() {
    const focused = list.querySelector("a:focus")?.getAttribute("href");
    hits = words.inOrder(shards.flatMap(shard => shard.hits ??= words.hitsIn(shard, terms, months[0])));
    list.replaceChildren(...hits.slice(0, shown).map(item));
    list.querySelector(`a[href="${focused}"]`)?.focus();
    more.textContent = hits.length > shown ? say.more : say.further;
    more.hidden = !terms.length || (hits.length <= shown && shards.length === months.length);
  }

  const tell = text => status.textContent = terms.length ? text : "";
  const fail = () => status.textContent = say.failed;
  function told() {
    const since = months[shards.length] && date(months[shards.length - 1], { month: "long", year: "numeric" });
    return `${[say.none, say.one][hits.length] ?? say.many.replace("{count}", hits.length)} ${since ? say.since.replace("{month}", since) : say.whole}.`;
  }

  /** Whether what has been read will do: a year with ten hits, or as many letters as may be read. */
  const isEnough = () => terms.length ? letters >= most || (shards.length >= 12 && hits.length >= wanted) : shards.length > 0;

  /** Reads and shows the newest shard, then four at once, then ever more. */
  async function readOn() {
    if (reading) return; // What is being read comes to the new query.
    reading = true;
    try {
      while (months[shards.length] && !isEnough()) {
        tell(say.busy);
        const left = Math.ceil((most - letters) / letters * shards.length);
        const next = shards.length ? Math.min(24, Math.max(4, shards.length), left) : 1;
        const read = await Promise.all(months.slice(shards.length, shards.length + next).map(readMonth));
        letters += read.reduce((sum, shard) => sum + shard.letters, 0);
        shards.push(...read);
        show();
      }
      tell(told());
    } catch {
      fail();
    }
    reading = false;
  }

  /** While a visitor types, a quarter of what is read for a query that is sent. */
  async function search(isTyped) {
    try {
      words ??= await import("./words.mjs");
    } catch {
      return fail();
    }
    const text = q.value.trim(); // As it is now: several searches may have waited for the words, and go on in any order.
    history.replaceState(null, "", text ? "?q=" + encodeURIComponent(text) : "/sok/");
    [terms, shown, wanted, most] = [words.termsOf(text), 20, 10, isTyped ? MUCH / 4 : MUCH];
    shards.forEach(shard => delete shard.hits);
    show();
    readOn();
  }

  let typing;
  q.addEventListener("input", () => (clearTimeout(typing), typing = setTimeout(search, 150, true)));
  form.addEventListener("submit", event => (event.preventDefault(), clearTimeout(typing), search()));
  more.addEventListener("click", async () => {
    if (hits.length > shown) shown += 20;
    else await readOn([wanted, most] = [Infinity, letters + MUCH]);
    show();
    if (more.hidden) status.focus();
  });
  q.value = new URL(location).searchParams.get("q") ?? "";
  form.hidden = false;
  if (q.value) search();
  else q.addEventListener("focus", () => search(true), { once: true }); // What is loaded meanwhile is there when a word is typed.
}

if (typeof document !== "undefined") start(document.querySelector(".search"));
