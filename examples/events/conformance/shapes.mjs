// Validates RDF against SHACL shapes.
//
//   node shapes.mjs [--fails] DATA SHAPES...
//
// The files are Turtle, N-Triples or N-Quads; all shapes are one graph. A result of any severity counts. With --fails there
// must be at least one: a check that can't fail proves nothing. Ends with 1 when it is otherwise.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

// Modules are found through NODE_PATH, which import alone doesn't look at.
const { resolve } = createRequire(import.meta.url);
const load = async (name) => import(pathToFileURL(resolve(name)));
const { default: N3 } = await load("n3");
const { default: SHACLValidator } = await load("rdf-validate-shacl");

function read(files) {
  const store = new N3.Store();
  for (const file of files) {
    store.addQuads(new N3.Parser().parse(readFileSync(file, "utf8")));
  }
  return store;
}

const files = process.argv.slice(2);
const fails = files[0] === "--fails";
if (fails) files.shift();
const [data, ...shapes] = files;
if (shapes.length === 0) {
  console.error("shapes.mjs: want [--fails] DATA SHAPES...");
  process.exit(2);
}

const graph = read([data]);
const report = await new SHACLValidator(read(shapes)).validate(graph);
const what = `${join(basename(dirname(data)), basename(data))}, ${graph.size} triples, under ${shapes.map((s) => basename(s)).join(" + ")}: ${report.results.length} results`;
const wrong = graph.size === 0 || (report.results.length > 0) !== fails;
if (wrong && !fails) {
  for (const r of report.results) {
    const message = r.message.map((m) => m.value).join("; ");
    console.error(`${r.severity?.value.split("#")[1]} ${r.focusNode?.value} ${r.path?.value} ${r.value?.value ?? ""} ${r.sourceConstraintComponent?.value.split("#")[1]} ${message}`);
  }
}
(wrong ? console.error : console.log)(what + (wrong ? fails ? ", want some" : ", want none of them" : ""));
process.exit(wrong ? 1 : 0);
