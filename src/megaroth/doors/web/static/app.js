// What HTML alone cannot: separators in numbers, sliders beside their field, the dialog of reasons, links with state.
"use strict";

const root = document.documentElement;
const grouped = (text) => text.replace(/^\$?(\d{4,})(\.\d*)?$/, (_, whole, cents = "") => whole.replace(/\B(?=(\d{3})+$)/g, ",") + cents);

// On a phone the names of the pages are one line that scrolls sideways: the page that is open stands in sight.
const pages = document.querySelector(".pages"), here = pages?.querySelector("[aria-current]");
if (here) pages.scrollLeft = here.offsetLeft - pages.offsetLeft - (pages.clientWidth - here.offsetWidth) / 2;

document.getElementById("theme")?.addEventListener("click", () => window.setTheme(root.dataset.theme === "dark" ? "light" : "dark"));

// A slider and its field say the same; the field alone is sent. In the capture phase: before the form hears of it.
document.addEventListener("input", (event) => {
  const at = event.target;
  if (at.dataset.for) document.getElementById(at.dataset.for).value = at.value;
  else if (at.id) {
    const slider = document.querySelector(`[data-for="${CSS.escape(at.id)}"]`);
    if (slider) slider.value = at.value || 0;
  }
}, true);

document.addEventListener("focusout", ({ target }) => {
  if (target.dataset?.money !== undefined) target.value = grouped(target.value.trim());
});

const dialog = document.getElementById("why");
async function explain(link) {
  const answer = await fetch(link.href, { headers: { "HX-Request": "true" } });
  if (!answer.ok) return location.assign(link.href);
  document.getElementById("why-body").innerHTML = await answer.text();
  dialog.showModal();
}

document.addEventListener("click", (event) => {
  const at = event.target.closest("a, button");
  if (!at) return;
  if (at.dataset.why !== undefined && !event.metaKey && !event.ctrlKey && !event.shiftKey && dialog) {
    event.preventDefault();
    explain(at);
  } else if (at.dataset.copy) {
    copied(at, document.getElementById(at.dataset.copy).value);
  } else if (at.dataset.share) {
    share(at);
  } else if (at.dataset.print !== undefined) {
    window.print();
  } else if (at.dataset.confirm && !window.confirm(at.dataset.confirm)) {
    event.preventDefault();
  }
});
dialog?.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });

async function copied(button, text) {
  const before = button.textContent;
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = "Copied";
  } catch {
    button.textContent = "Your browser does not let us copy";
  }
  setTimeout(() => { button.textContent = before; }, 2000);
}

// A link whose fragment is the whole household, packed. A fragment is never sent to any server.
async function share(button) {
  const text = await (await fetch(button.dataset.share)).text();
  const packed = await through(new Blob([JSON.stringify({ name: button.dataset.name, text })]), new CompressionStream("deflate-raw"));
  const bytes = Array.from(new Uint8Array(packed), (byte) => String.fromCharCode(byte)).join("");
  const fragment = btoa(bytes).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
  copied(button, `${location.origin}/open#${fragment}`);
}
const through = (blob, stream) => new Response(blob.stream().pipeThrough(stream)).arrayBuffer();

async function unpack(fragment) {
  const bytes = Uint8Array.from(atob(fragment.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
  const read = JSON.parse(new TextDecoder().decode(await through(new Blob([bytes]), new DecompressionStream("deflate-raw"))));
  if (typeof read.text !== "string" || read.text.length > 500_000) throw new Error("no household");
  return { name: String(read.name ?? "Shared").slice(0, 40), text: read.text };
}

const link = document.querySelector("[data-link]");
async function take(address) {
  const said = document.getElementById("shared");
  const fragment = address.split("#")[1];
  if (!fragment) return;
  try {
    const { name, text } = await unpack(fragment);
    document.getElementById("text").value = text;
    document.getElementById("shared-name").value = name;
    said.textContent = `The link carries “${name}”. Open it as a new scenario?`;
  } catch {
    said.textContent = "This link carries no household that can be read.";
  }
}
if (link) {
  link.addEventListener("input", () => take(link.value));
  take(location.href);
}
