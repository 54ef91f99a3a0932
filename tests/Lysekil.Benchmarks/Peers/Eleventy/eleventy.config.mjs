export default function (eleventy) {
  eleventy.addCollection("articles", (all) => all.getFilteredByGlob("artiklar/**/*.md"));
  eleventy.addFilter("newest", (items) => items.slice(-20).reverse());
  eleventy.addFilter("day", (date) => date.toISOString().slice(0, 10));
  return { markdownTemplateEngine: false, htmlTemplateEngine: "liquid" };
}
