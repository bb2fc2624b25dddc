"use strict";
// What makes reading easier where scripts run; without them all of it is there to read, and no control is shown.
// Nothing is fetched, stored or sent. Allowed by its hash in the page's policy.

const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

// The claims table: choose rows by what they are, by words in them, and put them in another order.
for (const form of document.querySelectorAll("form.finder")) {
  const body = document.getElementById(form.dataset.table).tBodies[0];
  const rows = [...body.rows];
  const words = new Map(rows.map((row) => [row, fold(row.textContent)]));
  const search = form.querySelector("input");
  const choices = [...form.querySelectorAll("select[data-key]")];
  const order = form.querySelector("select[data-order]");
  const told = form.querySelector("[role=status]");

  const fits = (row) =>
    fold(search.value).split(/\s+/).every((word) => words.get(row).includes(word)) &&
    choices.every((one) => !one.value || row.dataset[one.dataset.key].split("|").includes(one.value));

  const sort = () => {
    const [key, way] = order.value.split(" ");
    const place = (row) => (key ? Number(row.dataset[key] || NaN) : rows.indexOf(row));
    const before = (one, other) => {
      const [a, b] = [place(one), place(other)];
      if (isNaN(a) || isNaN(b)) return isNaN(a) - isNaN(b); // what is not known stands last
      return way === "down" ? b - a : a - b;
    };
    body.append(...[...rows].sort(before));
  };

  const update = () => {
    sort();
    let shown = 0;
    for (const row of rows) {
      row.hidden = !fits(row);
      shown += !row.hidden;
    }
    const sentence = rows.length === 1 ? told.dataset.one : told.dataset.many;
    told.textContent = sentence.replace("{n}", shown).replace("{all}", rows.length) + ".";
  };

  const start = () => {
    form.reset();
    update();
  };

  form.addEventListener("input", update);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.querySelector("button").addEventListener("click", start);
  form.hidden = false;
  start(); // a browser that goes back would keep old choices
}

// Citations: the words of the claim, its document, and its address in this report.
const told = document.getElementById("told");
for (const button of document.querySelectorAll("button.copy")) {
  button.addEventListener("click", async () => {
    const page = location.protocol === "file:" ? "report.html" : location.href.split("#")[0]; // a path is private
    const citation = `${button.dataset.citation} ${page}#${button.dataset.claim}`;
    try {
      await navigator.clipboard.writeText(citation);
      told.textContent = told.dataset.copied;
    } catch {
      told.textContent = `${told.dataset.failed} ${citation}`;
    }
  });
  button.hidden = false;
}
