// Validates RDF against SHACL shapes, with rdf-validate-shacl and with the program hydrant.
//
//   node shapes.mjs HYDRANT [--fails] DATA SHAPES...
//
// The files are Turtle, N-Triples or N-Quads; all shapes are one graph. A result of any severity counts. With --fails there
// must be at least one: a check that can't fail proves nothing. Both have to find the same. Ends with 1 when it is otherwise.
import { spawnSync } from "node:child_process";
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

// The results of the program hydrant, each as a line.
function hydrant(program, data, shapes) {
  const run = spawnSync(program, ["validate", "--format", "json", ...shapes.flatMap((s) => ["--shapes", s]), data], { encoding: "utf8" });
  if (run.status !== 0 && run.status !== 1) {
    console.error(run.stderr);
    process.exit(1);
  }
  const term = (t) => (t === undefined || t.type === "bnode" ? "_" : t.value);
  return JSON.parse(run.stdout).results.map((r) =>
    [r.severity, term(r.focusNode), r.path ?? "_", term(r.value), r.sourceConstraintComponent].join(" ")).sort();
}

// The results of rdf-validate-shacl, likewise. Paths other than properties are compared by hydrant's own tests.
function foreign(report) {
  const term = (t) => (!t || t.termType === "BlankNode" ? "_" : t.value);
  return report.results.map((r) =>
    [term(r.severity), term(r.focusNode), r.path ? `<${r.path.value}>` : "_", term(r.value), term(r.sourceConstraintComponent)].join(" ")).sort();
}

const [program, ...files] = process.argv.slice(2);
const fails = files[0] === "--fails";
if (fails) files.shift();
const [data, ...shapes] = files;
if (shapes.length === 0) {
  console.error("shapes.mjs: want HYDRANT [--fails] DATA SHAPES...");
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
const [ours, theirs] = [hydrant(program, data, shapes), foreign(report)];
const differ = ours.join("\n") !== theirs.join("\n");
if (differ) {
  console.error(`${what}; hydrant finds ${ours.length} results`);
  for (const r of ours) if (!theirs.includes(r)) console.error(`only hydrant: ${r}`);
  for (const r of theirs) if (!ours.includes(r)) console.error(`only rdf-validate-shacl: ${r}`);
}
process.exit(wrong || differ ? 1 : 0);
