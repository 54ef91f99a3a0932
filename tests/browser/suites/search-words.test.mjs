// The words of search, without a browser: what comes together, what is found first, and what is shown of it.
//   node --test tests/browser/suites/search-words.test.mjs
import assert from "node:assert/strict";
import { test } from "node:test";
import * as search from "../../../functions/Lysekil.Publishing/Rendering/Search/words.mjs";

const article = (title, { date = "2026-05-01", topics = [], lead = "", text = "" } = {}) =>
  ({ title, url: `/${title}/`, date, topics, lead, text });

const found = (articles, query, newest = "2026-05") =>
  search.inOrder(search.hitsIn(search.indexed(articles), search.termsOf(query), newest)).map(hit => hit.article.title);

for (const forms of [
  "båt båten båtar båtarna båtens båtarnas", "skola skolan skolor skolorna skolans", "nämnd nämnden nämnder nämnderna",
  "hus huset husen husens", "möte mötet möten mötena mötets", "kommun kommunen kommuner kommunernas", "kaj kajen kajer kajerna",
  "hamn hamnen hamnar hamnarna", "bro bron broar broarna", "sjö sjön sjöar", "barn barnen barns", "pris priset priser",
  "ordförande ordföranden ordförandens", "lärare läraren lärarna", "politiker politikern politikerna", "motor motorn motorer",
  "budget budgeten budgetar", "styrelse styrelsen styrelser", "möjlighet möjligheten möjligheter", "miljö miljön",
  "kvinna kvinnan kvinnor kvinnorna", "politisk politiska politiskt", "kommunal kommunala kommunalt", "grön gröna",
  "spelar spela spelade spelat spelas",
]) {
  test(`one stem: ${forms}`, () => assert.equal(new Set(forms.split(" ").map(search.stem)).size, 1));
}

test("a stem is its own stem", () => {
  for (const word of "fullmäktige äldreomsorgens strandpromenaden budgetarna xyz 2026 ö".split(" ")) {
    assert.equal(search.stem(search.stem(word)), search.stem(word));
  }
});

for (const [one, other] of ["hår har", "båt bot", "kurs kur", "båts båt", "barn bar", "ål al", "vik vikt", "hand handel", "mark marknad", "som sommar"].map(pair => pair.split(" "))) {
  test(`two stems: ${one} and ${other}`, () => assert.notEqual(search.stem(one), search.stem(other)));
}

test("å, ä and ö are letters of their own; other accents and the case mean nothing", () => {
  assert.equal(search.fold("ARMÉN Crème Ångström"), "armen creme ångström");
  assert.equal(search.fold("A\u030Angstro\u0308m"), "ångström");
});

test("letters of other languages are those that Swedes type for them", () => {
  for (const [written, typed] of ["Søren Sören", "Søren soren", "Łódź lodz", "Straße strasse", "Færøerne färöerne", "Đoković dokovic", "Þórður thordur"].map(pair => pair.split(" "))) {
    assert.deepEqual(found([article(written), article("Annat")], typed), [written]);
  }
});

for (const [typed, written] of [
  "algras Ålgräset", "algras Ålgräsängar", "fullmaktige Fullmäktige", "fullmaktige Fullmäktigemötet", "namnd Nämnden", "namnd Byggnadsnämndens",
  "bat Båtarna", "bat Fiskebåtarna", "stangenas Stångenäs", "stangenas Stångenäsbygden", "ostersjon Östersjön", "angar Strandängarna",
].map(pair => pair.split(" "))) {
  test(`${typed} finds ${written}`, () => assert.deepEqual(found([article(written), article("Annat")], typed), [written]));
}

test("what is spelt as it is typed but for its accents comes before what only begins or sounds so", () => {
  assert.deepEqual(found([article("Stängda vägar"), article("Stångenäs")], "stangenas")[0], "Stångenäs");
  assert.deepEqual(found([article("Älgar"), article("Ålgräs")], "algras"), ["Ålgräs"]);
});

for (const [typed, written] of [
  "båt fiskebåtarna", "väg skolväg", "hus bostadshus", "hus bostadshusen", "bro landsvägsbron", "kaj hamnkajen", "pris elpriset", "kurs språkkurser",
].map(pair => pair.split(" "))) {
  test(`${typed} finds the compound ${written}`, () => assert.deepEqual(found([article("a", { text: written }), article("b")], typed), ["a"]));
}

test("what only begins or ends with three letters comes after the word itself, wherever that stands", () => {
  const articles = [article("Fiskebåtarna"), article("Båtplatser"), article("a", { date: "2008-01-01", text: "En båt." })];
  assert.equal(found(articles, "båt")[0], "a");
  assert.equal(found(articles, "båt").length, 3);
});

test("without a Swedish keyboard båt and Östersjön are found, after what is spelt so", () => {
  assert.deepEqual(found([article("Båten"), article("Bat")], "bat"), ["Bat", "Båten"]);
  assert.deepEqual(found([article("Östersjön")], "ostersjon"), ["Östersjön"]);
  assert.deepEqual(found([article("Har"), article("Hår")], "hår"), ["Hår"]);
});

test("the title counts most, then topics, lead and text", () => {
  const articles = [
    article("a", { text: "Om hamnen." }), article("b", { lead: "Om hamnen." }), article("c", { topics: ["Hamnen"] }), article("Hamnen"),
  ];
  assert.deepEqual(found(articles, "hamn"), ["Hamnen", "c", "b", "a"]);
});

test("words far down in a long text are found, and nothing is made up of their absence", () => {
  assert.deepEqual(found([{ ...article("a"), rest: "strandpromenaden hamnen" }, article("b")], "hamnar"), ["a"]);
  assert.deepEqual(found([article("a")], "undefined"), []);
  assert.equal(search.extract({ lead: "Kort.", text: "Början.", rest: "hamnen" }, search.termsOf("hamnen")), "Kort. Början.");
});

test("of two alike the newer comes first, and a title from long ago before a mention today", () => {
  const old = { date: "2008-01-01" };
  assert.deepEqual(found([article("Hamnen 1", old), article("Hamnen 2")], "hamnen"), ["Hamnen 2", "Hamnen 1"]);
  assert.deepEqual(found([article("Hamnen", old), article("x", { text: "hamnen" })], "hamnen"), ["Hamnen", "x"]);
});

test("a title from long ago comes before a text of today that says the word a hundred times", () => {
  const today = article("x", { lead: "hamnen", text: "hamnen ".repeat(100) });
  assert.deepEqual(found([today, article("Hamnen", { date: "1999-01-01" })], "hamnen"), ["Hamnen", "x"]);
});

test("every word must be there, common ones only where there is nothing else", () => {
  const articles = [article("Båten i hamnen"), article("Båten"), article("Hamnen")];
  assert.deepEqual(found(articles, "en båt i hamn"), ["Båten i hamnen"]);
  assert.deepEqual(found(articles, "i"), ["Båten i hamnen"]);
  assert.deepEqual(found(articles, "båt flygplan"), []);
  assert.deepEqual(found(articles, " – "), []);
});

test("a word finds the compounds that begin or end with it, after itself", () => {
  const articles = [article("Småbåtshamnen"), article("Hamnkontoret"), article("Hamnen")];
  assert.deepEqual(found(articles, "hamn"), ["Hamnen", "Hamnkontoret", "Småbåtshamnen"]);
});

test("what is found is marked, and nothing of the text is lost", () => {
  const pieces = search.marked("Tre <b>båtar</b>, båthus.", search.termsOf("båten"));
  assert.equal(pieces.map(([text]) => text).join(""), "Tre <b>båtar</b>, båthus.");
  assert.deepEqual(pieces.filter(([, isHit]) => isHit).map(([text]) => text), ["båtar", "båthus"]);
});

test("an extract is where most of the words stand, from word to word", () => {
  const filler = "och så vidare ".repeat(60);
  const text = `Hamnen först. ${filler}I hamnen ligger båten vid kajen. ${filler}`;
  const extract = search.extract({ lead: "Ingress.", text }, search.termsOf("båt hamn kaj"));
  assert.match(extract, /^… .*I hamnen ligger båten vid kajen\..* …$/);
  assert.ok(extract.length < 300);
  assert.ok(`… ${text} …`.includes(extract.slice(2, -2)));
});

test("an extract of what says nothing of the words is its beginning", () => {
  assert.equal(search.extract({ lead: "Ingress.", text: "Text." }, ["båt"]), "Ingress. Text.");
  assert.equal(search.extract({ lead: "", text: "" }, ["båt"]), "");
});
