// The HTML pages in headless Chromium, light and dark, in English and Dutch: axe-core finds nothing against WCAG 2.2 AA, the
// browser has nothing to complain of, and the filter form works without a script. Usage: node pages.mjs BASE [SCREENSHOTS]
import { createRequire } from "node:module";

// Modules are found through NODE_PATH, which import alone doesn't look at.
const require = createRequire(import.meta.url);
const { chromium } = require("playwright-core");
const axe = require("axe-core");
const [base, pictures] = process.argv.slice(2);

function check(condition, message) {
  if (!condition) throw new Error(message);
}

async function json(url) {
  return (await fetch(url, { headers: { Accept: "application/ld+json" } })).json();
}

const origin = new URL(base).origin;
const latest = (await json(`${base}/events?pageSize=1&sort=-startDate`)).member[0];
const pages = {
  "entry point": ["", 200],
  documentation: ["/documentation", 200],
  shapes: ["/shapes", 200],
  catalogue: ["/catalog", 200],
  collection: ["/events?sort=-startDate", 200],
  "collection, filtered": ["/events?startDate=gte:2020-01-01&eventAttendanceMode=offline,online&keywords=ne:x,y&pageSize=5", 200],
  item: [latest["@id"].replace(new URL(base).pathname, ""), 200],
  "kind of problem": ["/problems/paramsValidation", 200],
  "problem, 400": ["/events?page=x&sort=nothing&when=today", 400],
  "problem, 404": ["/nothing", 404],
};

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
  ],
});

// open makes a page that collects what the browser complains of. Scripts are off for the API's pages, but for axe's own.
async function open(options) {
  const context = await browser.newContext({ bypassCSP: false, ...options });
  const page = await context.newPage();
  const complaints = [];
  page.on("console", (m) => ["error", "warning"].includes(m.type()) && !m.text().startsWith("Failed to load resource: the server responded") && complaints.push(m.text()));
  page.on("pageerror", (e) => complaints.push(String(e)));
  page.on("request", (r) => new URL(r.url()).origin === origin || complaints.push(`asks for ${r.url()}`));
  page.on("requestfailed", (r) => complaints.push(`${r.url()}: ${r.failure()?.errorText}`));
  return { context, page, complaints };
}

async function audit(name, [path, status], colorScheme, locale, width) {
  const { context, page, complaints } = await open({ colorScheme, locale, viewport: { width, height: 900 } });
  const response = await page.goto(base + path);
  const what = `${name} (${colorScheme}, ${locale}, ${width})`;
  check(response.status() === status, `${what}: status ${response.status()}, want ${status}`);
  check((await page.getAttribute("html", "lang")) === locale, `${what}: its language is ${await page.getAttribute("html", "lang")}`);
  check((await page.evaluate(() => document.styleSheets.length)) === 1, `${what}: there is no stylesheet`);
  const data = JSON.parse(await page.textContent('script[type="application/ld+json"]'));
  check(typeof data["@context"] === "string" || typeof data["@context"] === "object", `${what}: its JSON-LD has no context`);
  check(complaints.length === 0, `${what}: the browser complains:\n${complaints.join("\n")}`);
  await page.evaluate(axe.source); // through the debugger: the page's policy allows no script
  const { violations, passes } = await page.evaluate(() =>
    // eslint-disable-next-line no-undef
    axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
  const found = violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${v.help}\n  ${n.html.slice(0, 200)}\n  ${n.failureSummary}`));
  check(found.length === 0, `${what}: ${found.length} findings of axe-core\n${found.slice(0, 10).join("\n")}`);
  check(passes.length > 15, `${what}: axe-core applied ${passes.length} rules only`);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  check(overflow <= 0, `${what}: ${overflow} pixels too wide`);
  if (pictures) await page.screenshot({ path: `${pictures}/${what.replace(/[^a-z0-9]+/gi, "-")}.png`, fullPage: name !== "shapes" });
  await context.close();
}

// leads clicks on something and waits for the page that it leads to.
async function leads(page, what, clicked, is) {
  await clicked.click();
  await page.waitForURL(is, { timeout: 10_000 }).catch(() => check(false, `${what} leads to ${page.url()}`));
}

// form fills in the filter form and sends it, with scripts switched off.
async function form() {
  const { context, page, complaints } = await open({ javaScriptEnabled: false, locale: "en" });
  await page.goto(`${base}/events`);
  await page.locator("details.filter summary").click();
  await page.getByLabel("First day", { exact: true }).fill("2020-01-01");
  await page.getByLabel("First day: comparison").selectOption("gte:");
  const name = `${latest.name.match(/[A-Za-z]{3,}/)[0]}*`;
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Sort by").selectOption("-startDate");
  const apply = page.getByRole("button", { name: "Apply" });
  await leads(page, "the form", apply, (url) => url.href === `${base}/events?name=${name}&startDate=gte:2020-01-01&sort=-startDate`);
  const want = await json(page.url());
  const rows = await page.locator("table tbody tr").count();
  check(rows === want.member.length && rows > 0, `the page has ${rows} rows, the collection ${want.member.length}`);
  check((await page.getByLabel("Name", { exact: true }).inputValue()) === name, "the form doesn't keep the name");
  check((await page.getByLabel("First day", { exact: true }).inputValue()) === "2020-01-01", "the form doesn't keep the date");
  check((await page.getByLabel("First day: comparison").first().inputValue()) === "gte:", "the form doesn't keep the comparison");
  check((await page.locator('th[aria-sort="descending"]').count()) === 1, "no column is sorted");
  await page.goto(`${base}/events?eventAttendanceMode=online,mixed&startDate=gte:2020-01-01`);
  await leads(page, "a form sent as it stands", apply, (url) => url.href === `${base}/events?startDate=gte:2020-01-01&eventAttendanceMode=online,mixed`);
  await page.goto(`${base}/events?sort=-startDate`);
  await leads(page, "the first row", page.locator("tbody th a").first(), (url) => url.href.startsWith(`${base}/events/`));
  check((await page.locator("h1").textContent()) === latest.name, `the first row leads to ${page.url()}`);
  const turtle = await page.getByRole("link", { name: "Turtle" }).getAttribute("href");
  const file = await page.request.get(new URL(turtle, base).href, { headers: { Accept: "text/html" } });
  check(file.headers()["content-type"].startsWith("text/turtle"), `the link to Turtle is ${file.headers()["content-type"]}`);
  check(complaints.length === 0, `the browser complains:\n${complaints.join("\n")}`);
  await context.close();
}

try {
  let audited = 0;
  for (const [name, target] of Object.entries(pages)) {
    for (const [scheme, locale, width] of [["light", "en", 1280], ["dark", "nl", 1280], ["light", "nl", 360]]) {
      await audit(name, target, scheme, locale, width);
      audited++;
    }
  }
  await form();
  console.log(`${audited} pages without findings by axe-core ${axe.version}; the form works without scripts`);
} finally {
  await browser.close();
}
