export default {
  layout: "article.liquid",
  permalink: ({ page }) => `/${page.date.toISOString().slice(0, 7).replace("-", "/")}/${page.fileSlug}/`,
};
