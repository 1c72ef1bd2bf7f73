// Reads every reviewed card with Microsoft's reference parser and renderer, as strictly as they allow:
//   node check-cards.mjs [schema.json]
// Prints one line per finding and exits 1 if there is any.
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import Ajv from "ajv";
import { JSDOM } from "jsdom";
import MarkdownIt from "markdown-it";

const require = createRequire(import.meta.url);
const { window } = new JSDOM("<!doctype html><body></body>");
globalThis.window = window;
globalThis.document = window.document;
for (const name of Object.getOwnPropertyNames(window).filter(name => /^HTML.*Element$/.test(name)))
  globalThis[name] = window[name];
// The renderer sets text through innerText, which jsdom lacks.
Object.defineProperty(window.HTMLElement.prototype, "innerText", { set(text) { this.textContent = text; } });
const AC = require("adaptivecards/dist/adaptivecards.js");

// The harshest client: Markdown with links and emphasis. What people wrote must come out letter by letter.
const markdown = new MarkdownIt({ html: true, linkify: true });
AC.AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdown.render(text);
  result.didProcess = true;
};

const folder = join(import.meta.dirname, "Snapshots");
const [schemaFile] = process.argv.slice(2);
const findings = [];

// Charts are Teams' own: neither the renderer nor the schema knows them, and both must be content with what stands in for them.
const isChart = element => element.type.startsWith("Chart.");
const standIn = element => (isChart(element) ? element.fallback : element);
// Whatever a stand-in is made of, each of its words must be on the card.
const wordsOf = element => [element.text, ...[element.items, element.columns, element.inlines].flatMap(inner => inner ?? []).flatMap(wordsOf)].filter(Boolean);

function parse(json) {
  const context = new AC.SerializationContext(AC.Versions.v1_5);
  const card = new AC.AdaptiveCard();
  card.parse(json, context);
  const charts = new Set(json.body.filter(isChart).map(chart => `Unknown element type "${chart.type}". Fallback will be used if present.`));
  const events = Array.from({ length: context.eventCount }, (_, i) => context.getEventAt(i).message).filter(message => !charts.has(message));
  return { card, events };
}

function render(card) {
  const element = card.render();
  const later = card.validateProperties().validationEvents.map(event => event.message);
  return { element, later };
}

function schemaCheck() {
  if (!schemaFile) return () => [];
  // msteams is Teams' own addition to a card, which the schema does not know.
  const schema = JSON.parse(readFileSync(schemaFile, "utf8"));
  const validate = draft6(schema);
  return ({ msteams, ...json }) => (validate({ ...json, body: json.body.map(standIn) }) ? [] : validate.errors.slice(0, 3).map(e => `schema: ${e.instancePath} ${e.message}`));
}

function draft6(schema) {
  const ajv = new Ajv({ strict: false, logger: false, validateFormats: false });
  ajv.addMetaSchema(require("ajv/dist/refs/json-schema-draft-06.json"));
  const { id, ...rest } = schema; // the schema names itself the draft-04 way
  return ajv.compile(rest);
}

// Presses what stands at the top of the card; nothing may be held back, but for the one question a draft must answer.
function held(card, element, json) {
  const sent = [];
  card.onExecuteAction = action => sent.push(action);
  const rows = json.body.filter(element => element.type === "ActionSet").flatMap(set => set.actions);
  const titles = [...(json.actions ?? []), ...rows].filter(action => action.type === "Action.Execute").map(action => action.title);
  for (const button of element.querySelectorAll("button"))
    if (titles.includes(button.textContent)) button.click();
  const unsent = titles.filter(title => !sent.some(action =>
    action.title === title && (action.data.slip || action.data.form || action.data.calendar || action.data.arrival || action.data.text || action.data.drill || action.data.delegation || action.data.mode)));
  return unsent.map(title => `${title} could not be pressed`);
}

const bySchema = schemaCheck();
const files = readdirSync(folder).filter(name => name.endsWith(".json"));
for (const name of files) {
  const json = JSON.parse(readFileSync(join(folder, name), "utf8"));
  const { card, events } = parse(json);
  const { element, later } = render(card);
  const note = what => findings.push(`${name}: ${what}`);
  [...events, ...later, ...bySchema(json)].forEach(note);
  if (json.body.filter(isChart).some(chart => !wordsOf(chart.fallback).every(words => element.textContent.includes(words))))
    note("a chart's table is not shown where the chart cannot be");
  held(card, element, json).filter(() => !["draft-empty.json", "report-empty.json"].includes(name)).forEach(note);
  for (const made of element.querySelectorAll("a[href], strong, em, b, h1, h2, ul, ol, code"))
    note(`people's words became <${made.tagName.toLowerCase()}>`);
  if (["slip-hostile.json", "slip-after-hostile.json", "opinion-hostile.json", "digest-hostile.json"].includes(name) && !element.textContent.includes("[点击](http://evil.example) **粗** _斜_ #"))
    note("people's words were changed");
  if (/20\d\d.{0,3}11.{0,3}2[23]\b.*<b>/.test(element.textContent)) note("a function in people's words was carried out");
}
findings.forEach(line => console.error(line));
console.log(`${files.length} cards read${schemaFile ? ", against the schema too" : ""}; ${findings.length} findings`);
process.exitCode = findings.length ? 1 : 0;
