// Pages that have every word, best first: a word counts most in a name, then in what NAME says, in a heading, in the text.
// A word counts for more in a shorter name.
function search(query) {
  const words = query.toLowerCase().split(/[^\p{L}\p{N}_'-]+/u).filter(w => w);
  const points = page => {
    let sum = 0;
    for (const w of words) {
      const name = page[1].toLowerCase().split(/[_, ]+/), said = page[2].toLowerCase(), text = ` ${page[4]} `;
      const own = page[1].toLowerCase().split(", ").indexOf(w);
      const p = own == 0 ? 60 : own > 0 ? 50 : name.includes(w) ? 20 + 1 / name.length : said.split(/[^\p{L}\p{N}'-]+/u).includes(w) ? 16 :
        page[1].toLowerCase().includes(w) ? 12 : said.includes(w) ? 10 : page[3].includes(w) ? 5 :
        text.includes(` ${w} `) ? 2 : page[4].includes(w) ? 1 : 0;
      if (!p) return 0;
      sum += p;
    }
    return sum;
  };
  const found = words.length ? pages.map(p => [points(p), p]).filter(f => f[0]) : [];
  return found.sort((a, b) => b[0] - a[0] || (a[1][1] < b[1][1] ? -1 : 1)).map(f => f[1]);
}
function show(query) {
  const list = document.getElementById("found"), found = search(query).slice(0, 20);
  list.replaceChildren(...found.map(page => {
    const item = document.createElement("li"), link = document.createElement("a");
    link.href = page[0];
    link.textContent = page[1];
    item.append(link, " " + page[2]);
    return item;
  }));
  if (query.trim() && !found.length) list.append("No page has these words.");
}
const box = document.querySelector("input[name=q]");
box.addEventListener("input", () => show(box.value));
box.value = new URLSearchParams(location.search).get("q") || "";
show(box.value);
