// Makes the README's picture of the paper: the printed slip, and beside it the boxes of the bureau's form, joined by number.
//   dotnet run --project Tests -- -class DisclosureBot.Tests.Paper.SlipPaperTests && node Tests/Paper/picture.mjs
// Reads Tests/output/paper/finished.pdf with poppler, writes docs/pictures/slip-paper.png with Chromium.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const root = join(import.meta.dirname, "..", "..");
const output = join(root, "Tests", "output", "paper");
const pdf = join(output, "finished.pdf");
const chromium = process.env.CHROMIUM ?? "chromium";
const [width, scale] = [760, 760 / 595.28];
const secondLine = 7; // how far below the middle of its label, in points

// The word that stands at the box on the paper; the box; who fills it in; what the form prescribes; where (实施方案).
const boxes = [
  ["密级", "密级", "起草人", "此件公开发布 / 此件不公开 / 此件依申请公开 / 此件删减后公开", "四(一)1"],
  ["(科室)意见", "拟稿单位<br>(科室)意见", "科室负责人初审", "处理意见;同意此件… / 此件应…", "四(一)2"],
  ["办公室意见", "办公室意见", "局办公室二审", "文种、格式;同意此件… / 此件应…", "四(一)3"],
  ["签发意见", "签发意见", "局领导审签", "同意 / 此件…", "四(一)4"],
  ["(最终)", "公开属性(最终)", "由签发意见得出", "最终确定的公开属性", "四(一)4"],
  ["印制日期", "印制", "起草人", "印制日期、份数", "四(一)4"],
  ["登记", "登记", "局办公室", "办公室登记,编发文字号", "四(一)4"],
  ["用印", "用印、发文", "局办公室", "先登记,后用印", "四(一)4"],
  ["移交/签收", "移交", "起草人、商务运行科", "制作后3日内,规范性文件5日内;不公开的不移交", "四(一)4"],
  ["发布", "公开发布", "商务运行科", "先保密审查,后公开", "四(一)4 五(二)"],
  ["解读", "解读", "文件起草科室", "公开后3个工作日内", "三(八)"],
];

const words = [...execFileSync("pdftotext", ["-bbox", pdf, "-"], { encoding: "utf8" })
  .matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">(.*?)<\/word>/g)]
  .map(([, left, top, bottom, text]) => ({ text, left: +left, middle: (+top + +bottom) / 2 }));
const heightOf = label => {
  const word = words.find(({ text, left }) => text === label && left < 135);
  if (!word) throw new Error(`The paper has no box "${label}".`);
  return (word.middle - (label.startsWith("(") ? secondLine : 0)) * scale;
};

execFileSync("pdftoppm", ["-r", "192", "-png", "-singlefile", pdf, join(output, "picture")]);
const page = readFileSync(join(output, "picture.png")).toString("base64");
const badge = number => `<b class="badge">${number}</b>`;
const marks = boxes.map(([label], at) => `<i style="top:${heightOf(label)}px">${badge(at + 1)}</i>`).join("");
const rows = boxes.map(([, name, who, what, source], at) =>
  `<tr><td>${badge(at + 1)}<td class="name">${name}<td><div>${what}</div><small>${who} · ${source}</small>`).join("");
writeFileSync(join(output, "picture.html"), `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>
body{margin:0;padding:24px;display:flex;gap:28px;background:#e9eaee;font:15px/1.5 "Noto Serif CJK SC",serif;color:#1c1c1c}
.sheet{position:relative;width:${width}px;flex:none;background:#fff;box-shadow:0 2px 12px #0003}.sheet img{width:100%;display:block}
.sheet i{position:absolute;left:38px;transform:translateY(-50%)}
.badge{display:inline-block;width:24px;height:24px;border-radius:50%;background:#1b4f8a;color:#fff;font:600 13px/24px sans-serif;text-align:center}
section{flex:1;align-self:flex-start;background:#fff;padding:20px 24px;box-shadow:0 2px 12px #0003}
h1{font-size:20px;margin:0 0 2px}p{margin:0 0 14px;color:#555;font-size:13px}
table{border-collapse:collapse;width:100%}td{border:1px solid #c2121788;padding:10px 10px;vertical-align:middle}td:first-child{width:26px;text-align:center}
.name{color:#c21217;width:118px;text-align:center}small{color:#666}</style>
<div class="sheet"><img src="data:image/png;base64,${page}">${marks}</div>
<section><h1>《文件审批处理签》应有的栏目</h1><p>按《政务公开工作实施方案》;编号对应左侧由程序生成的 PDF</p><table>${rows}</table></section>`);
execFileSync(chromium, ["--headless", "--no-sandbox", "--hide-scrollbars", "--force-device-scale-factor=1", "--window-size=1320,1124",
  `--screenshot=${join(root, "docs", "pictures", "slip-paper.png")}`, pathToFileURL(join(output, "picture.html")).href], { stdio: "ignore" });
