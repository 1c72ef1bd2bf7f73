// Writes one page with every reviewed card, to be looked at:
//   node gallery.mjs [light|dark] [width]   →  Tests/output/gallery-<theme>-<width>.html
// The colours are those Teams gives its cards, near enough to judge contrast and hierarchy.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [theme = "light", width = "360", only = ""] = process.argv.slice(2);
const here = import.meta.dirname;
const output = join(here, "..", "output");

const palettes = {
  light: { page: "#f5f5f5", card: "#ffffff", text: "#242424", subtle: "#616161", line: "#d1d1d1", accent: "#5b5fc7", good: "#237b4b", warning: "#835c00", attention: "#c4314b",
    emphasis: "#f5f5f5", tint: { accent: "#e8ebfa", good: "#e7f2da", warning: "#fbf6d9", attention: "#fcf4f6" } },
  dark: { page: "#1f1f1f", card: "#292929", text: "#ffffff", subtle: "#adadad", line: "#525252", accent: "#9299f7", good: "#92c353", warning: "#f8d22a", attention: "#f9526b",
    emphasis: "#1f1f1f", tint: { accent: "#343a5e", good: "#1e3616", warning: "#463100", attention: "#3e1f25" } },
};
const p = palettes[theme];
const colors = Object.fromEntries(Object.entries({ default: p.text, accent: p.accent, good: p.good, warning: p.warning, attention: p.attention })
  .map(([name, color]) => [name, { default: color, subtle: name === "default" ? p.subtle : color }]));
const style = backgroundColor => ({ backgroundColor, foregroundColors: colors });
const hostConfig = {
  fontFamily: "'Segoe UI', 'Noto Sans CJK SC', sans-serif",
  fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 300, default: 400, bolder: 600 },
  lineHeights: { small: 16, default: 20, medium: 22, large: 24, extraLarge: 32 },
  spacing: { small: 4, default: 8, medium: 12, large: 16, extraLarge: 24, padding: 12 },
  separator: { lineThickness: 1, lineColor: p.line },
  containerStyles: { default: style(p.card), emphasis: style(p.emphasis), ...Object.fromEntries(Object.entries(p.tint).map(([n, c]) => [n, style(c)])) },
  actions: { maxActions: 6, spacing: "default", buttonSpacing: 8, actionsOrientation: "horizontal", actionAlignment: "left", showCard: { actionMode: "inline", inlineTopMargin: 12 } },
  inputs: { label: { inputSpacing: 4, requiredInputs: { weight: "bolder" }, optionalInputs: { weight: "bolder" } }, errorMessage: { color: "attention" } },
};

const cards = readdirSync(join(here, "Snapshots")).filter(name => name.includes(only))
  .map(name => ({ name, json: JSON.parse(readFileSync(join(here, "Snapshots", name), "utf8")) }));
const css = `body{background:${p.page};color:${p.text};font:14px ${hostConfig.fontFamily};display:flex;flex-wrap:wrap;gap:16px;align-items:flex-start}
figure{margin:0;width:${width}px}figcaption{padding:4px;color:${p.subtle}}.ac-adaptiveCard{border:1px solid ${p.line};border-radius:6px}
input:not([type=radio]):not([type=checkbox]),select,textarea{width:100%;box-sizing:border-box;background:${p.emphasis};color:${p.text};border:1px solid ${p.line};border-radius:4px;padding:6px;font:inherit}
.ac-pushButton{background:${p.card};color:${p.text};border:1px solid ${p.line};border-radius:4px;padding:6px 12px;font-weight:600}
.ac-actionSet,.ac-actionSet>div{flex-wrap:wrap;row-gap:8px}`;
const draw = `for (const { name, json } of cards) {
  const card = new AdaptiveCards.AdaptiveCard(); card.hostConfig = new AdaptiveCards.HostConfig(hostConfig); card.parse(json);
  const figure = document.body.appendChild(document.createElement("figure"));
  figure.appendChild(document.createElement("figcaption")).textContent = name; figure.appendChild(card.render());
  if (open) [...figure.querySelectorAll("button")].filter(b => b.textContent.endsWith("…"))[open - 1]?.click();
}`;
const renderer = "../node_modules/adaptivecards/dist/adaptivecards.min.js";
const file = join(output, `gallery-${theme}-${width}.html`);
mkdirSync(output, { recursive: true });
writeFileSync(file, `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>Cards</title><style>${css}</style><body><script src="${renderer}"></script>
<script>const open = Number(location.hash.slice(1)), hostConfig = ${JSON.stringify(hostConfig)}, cards = ${JSON.stringify(cards).replaceAll("<", "\\u003c")};${draw}</script></body></html>`);
console.log(file);
