// The stemmer beside Snowball's for Swedish, on 300 words with their forms.
//   node --test tests/browser/suites/stems.test.mjs
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import snowball from "snowball-stemmers";
import { stem } from "../../../functions/Lysekil.Publishing/Rendering/Search/words.mjs";

const linesOf = name => readFileSync(new URL(`../words/${name}`, import.meta.url), "utf8").trim().split("\n").map(line => line.split(" "));

/** The families of which all forms have one stem that no other family has. */
function wholeIn(families, stemOf) {
  const owners = new Map();
  for (const [family, ...forms] of families.map(forms => [forms[0], ...forms])) {
    for (const stem of new Set(forms.map(stemOf))) owners.set(stem, [...owners.get(stem) ?? [], family]);
  }
  return families.filter(forms => new Set(forms.map(stemOf)).size === 1 && owners.get(stemOf(forms[0])).length === 1);
}

const theirs = snowball.newStemmer("swedish");

// The rules were written for the first list; the second was written after them, and none was changed for it.
for (const [name, families, least, snowballs] of [["families.txt", 300, 299, 151], ["families-unseen.txt", 70, 68, 41]]) {
  test(`of ${families} families in ${name}, ${least} are whole, and ${snowballs} with Snowball's stemmer`, () => {
    const lines = linesOf(name);
    assert.equal(lines.length, families);
    assert.equal(wholeIn(lines, word => theirs.stem(word)).length, snowballs);
    assert.equal(wholeIn(lines, stem).length, least);
  });
}

test("a stem is its own stem", () => {
  for (const word of [...linesOf("families.txt"), ...linesOf("families-unseen.txt")].flat()) {
    assert.equal(stem(stem(word)), stem(word));
  }
});
