// The documentation page in headless Chromium: it draws every operation of the OpenAPI document, runs one of them, and
// breaks no rule of its Content-Security-Policy. Usage: node docs.mjs BASE
import { createRequire } from "node:module";

const { chromium } = createRequire(import.meta.url)("playwright-core");
const base = process.argv[2];

function check(condition, message) {
  if (!condition) throw new Error(message);
}

const api = await (await fetch(`${base}/openapi.json`)).json();
const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];
const wanted = Object.entries(api.paths)
  .flatMap(([path, item]) => methods.filter((m) => item[m]).map((m) => `${m.toUpperCase()} ${path}`))
  .sort();

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
  ],
});
try {
  const page = await browser.newPage({ locale: "en" });
  const complaints = [];
  page.on("console", (m) => ["error", "warning"].includes(m.type()) && complaints.push(m.text()));
  page.on("pageerror", (e) => complaints.push(String(e)));
  page.on("request", (r) => r.url().startsWith(`${base}/`) || r.url().startsWith("data:") || complaints.push(`asks for ${r.url()}`));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (e) => console.error(`${e.violatedDirective} forbids ${e.blockedURI}`));
  });

  const response = await page.goto(`${base}/docs`);
  check(response.status() === 200, `the page is answered with ${response.status()}`);
  check((await page.getAttribute("html", "lang")) === "en", "the page has no language");
  check((await page.title()).includes(api.info.title), `the title of the page is "${await page.title()}"`);

  await page.waitForSelector(".opblock");
  const drawn = await page.$$eval(".opblock", (blocks) =>
    blocks.map((b) => `${b.querySelector(".opblock-summary-method").textContent} ${b.querySelector(".opblock-summary-path").dataset.path}`).sort());
  check(JSON.stringify(drawn) === JSON.stringify(wanted), `drawn are\n${drawn.join("\n")}\nwant\n${wanted.join("\n")}`);

  const list = page.locator(".opblock", { has: page.locator('.opblock-summary-path[data-path="/events"]') });
  await list.locator(".opblock-summary-control").first().click();
  await list.locator(".try-out__btn").click();
  await list.locator('tr[data-param-name="pageSize"] input').fill("2");
  await list.locator('tr.response[data-code="200"] select.content-type').selectOption("application/json");
  await list.locator(".execute").click();
  const status = (await list.locator(".live-responses-table .response-col_status").last().textContent()).trim();
  check(status.startsWith("200"), `the request is answered with ${status}`);
  const body = JSON.parse(await list.locator(".live-responses-table .response-col_description code").first().textContent());
  check(body.member?.length === 2, `the answer has ${body.member?.length} members, want 2`);
  check(complaints.length === 0, `the browser complains:\n${complaints.join("\n")}`);
  if (process.argv[3]) await page.screenshot({ path: process.argv[3], fullPage: true });
  console.log(`the page draws ${drawn.length} operations and runs one`);
} finally {
  await browser.close();
}
