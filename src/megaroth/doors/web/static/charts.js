// Draws every [data-spec] with Vega-Lite. Expressions are interpreted, not compiled: the page's policy forbids eval.
import { expressionInterpreter } from "./vendor/vega-interpreter-2.3.2.js";

const quiet = { level() { return quiet; }, error(...said) { console.error(...said); return quiet; }, warn() { return quiet; }, info() { return quiet; }, debug() { return quiet; } };
const color = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const LABELS = { "Pre-tax": "--deferral", Roth: "--roth", "Catch-up": "--catch-up", "After-tax, then Roth": "--after-tax", Match: "--match", "Other employer money": "--employer", "True-up": "--forfeitures" };

// The inks of paper, and ours: each stands out on both themes.
const INKS = {
  "#1b2430": "--ink", "#5b6673": "--soft", "#d9dee4": "--line", "#ffffff": "--sheet",
  "#e3942a": "--after-tax", "#b9752a": "--match", "#8a5a2b": "--roth", "#8793a1": "--line-strong", "#1d4f91": "--deferral",
  "#5d6b7a": "--employer", "#2f8f83": "--roth", "#8fb573": "--catch-up", "#b9c2cc": "--forfeitures",
};

function config(width) {
  const soft = color("--soft"), line = color("--line"), font = "Inter, system-ui, sans-serif";
  return {
    background: null, font, view: { stroke: null },
    axis: { labelColor: soft, titleColor: soft, gridColor: line, domainColor: line, tickColor: line, labelFontSize: 11, labelFont: font },
    legend: { labelColor: color("--ink"), labelFontSize: 12, symbolType: "square", labelFont: font, title: null, orient: "bottom", direction: "horizontal", columns: width < 460 ? 1 : 0 },
    range: { category: ["--after-tax", "--deferral", "--match", "--employer", "--catch-up", "--forfeitures"].map(color) },
  };
}

async function draw(at) {
  let written = at.dataset.spec;
  for (const [paper, name] of Object.entries(INKS)) written = written.replaceAll(paper, color(name));
  const spec = JSON.parse(written);
  if (spec.encoding?.strokeDash) delete spec.encoding.strokeDash.legend; // a page has room for it
  delete spec.config; // paper's colours; the page has its own
  const scale = spec.encoding?.color?.scale;
  if (scale?.domain?.every((label) => LABELS[label])) scale.range = scale.domain.map((label) => color(LABELS[label]));
  const width = Math.max(at.clientWidth, 200);
  const made = vegaLite.compile({ ...spec, width, autosize: { type: "fit-x", contains: "padding" } }, { config: config(width), logger: quiet }).spec;
  const view = new vega.View(vega.parse(made, null, { ast: true }), { expr: expressionInterpreter, renderer: "canvas", container: at, hover: true });
  at.view?.finalize();
  at.view = view;
  await view.runAsync();
  at.querySelector("canvas")?.setAttribute("aria-hidden", "true");
}

const all = () => document.querySelectorAll("[data-spec]").forEach((at) => {
  if (at.drawn === at.dataset.spec + document.documentElement.dataset.theme + at.clientWidth) return;
  at.drawn = at.dataset.spec + document.documentElement.dataset.theme + at.clientWidth;
  at.replaceChildren();
  draw(at).catch(() => { at.textContent = "The chart cannot be drawn here; the table below has all of its numbers."; });
});
all();
document.addEventListener("theme", all);
document.addEventListener("htmx:after:swap", all);
let waiting;
addEventListener("resize", () => { clearTimeout(waiting); waiting = setTimeout(all, 150); });
