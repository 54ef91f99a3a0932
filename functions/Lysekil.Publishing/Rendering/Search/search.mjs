// Search at /sok/: reads shards of months, newest first, and shows the matches. What it needs for that comes with a first query.

function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children); // Text stays text, never HTML.
  return made;
}

let words; // The module of that name, once there is a query.

async function read(month) {
  const answer = await fetch(`/sok/${month}.json`);
  return words.indexed(answer.status === 404 ? [] : (await answer.json()).articles); // 404: its last article went.
}

function start(form) {
  const { q } = form.elements, say = form.dataset; // The page's words.
  const date = (iso, style) => new Date(iso).toLocaleDateString(say.locale, { ...style, timeZone: "UTC" });
  const [status, list, more] = document.querySelectorAll(".found, .results, .more");
  const months = say.months.split(" ").filter(Boolean);
  const shards = []; // Those that have been read, each with its hits for the query at hand.
  let terms = [], hits = [], shown, least, most, reading;

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
      fail();
    }
    reading = false;
  }

  async function search() {
    const text = q.value.trim();
    history.replaceState(null, "", text ? "?q=" + encodeURIComponent(text) : "/sok/");
    try {
      words ??= await import("./words.mjs");
    } catch {
      return fail();
    }
    [terms, shown, least, most] = [words.termsOf(text), 20, 12, 36];
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
  if (q.value) search();
  else q.addEventListener("focus", search, { once: true }); // What is loaded meanwhile is there when a word is typed.
}

if (typeof document !== "undefined") start(document.querySelector(".search"));
