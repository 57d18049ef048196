package vocab_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/hydrant-ld/hydrant/vocab"
)

// term is one constant of type IRI, as it is written in the source.
type term struct{ name, namespace, local, iri string }

// terms reads the constants from the source, as a package has no list of its own names.
func terms(t *testing.T) []term {
	t.Helper()
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	namespaces := map[string]string{}
	var found []term
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		source, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		tree, err := parser.ParseFile(token.NewFileSet(), file, source, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(tree, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if !ok || len(spec.Values) != 1 {
				return true
			}
			switch v := spec.Values[0].(type) {
			case *ast.BasicLit:
				if strings.HasPrefix(spec.Names[0].Name, "NS") {
					namespaces[spec.Names[0].Name], _ = strconv.Unquote(v.Value)
				}
			case *ast.BinaryExpr:
				ns, isName := v.X.(*ast.Ident)
				lit, isLit := v.Y.(*ast.BasicLit)
				if isName && isLit && strings.HasPrefix(ns.Name, "NS") {
					local, _ := strconv.Unquote(lit.Value)
					found = append(found, term{spec.Names[0].Name, ns.Name, local, ""})
				}
			}
			return true
		})
	}
	for i := range found {
		found[i].iri = namespaces[found[i].namespace] + found[i].local
	}
	return found
}

func TestEveryTermIsAWellFormedIRIUnderOneNameOnly(t *testing.T) {
	all := terms(t)
	if len(all) < 1000 {
		t.Fatalf("found %d terms only", len(all))
	}
	seen := map[string]string{}
	for _, term := range all {
		if err := vocab.CheckIRI(term.iri); err != nil {
			t.Errorf("%s: %v", term.name, err)
		}
		if other, ok := seen[term.iri]; ok {
			t.Errorf("%s and %s are both %s", term.name, other, term.iri)
		}
		seen[term.iri] = term.name
	}
}

func TestEveryTermIsNamedAsThePackageSays(t *testing.T) {
	letters := func(s string) string {
		return strings.Map(func(r rune) rune {
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				return unicode.ToLower(r)
			}
			return -1
		}, s)
	}
	for _, term := range terms(t) {
		rest, ok := strings.CutPrefix(term.name, strings.TrimPrefix(term.namespace, "NS"))
		if !ok {
			t.Errorf("%s does not begin with the name of its namespace, %s", term.name, term.namespace)
			continue
		}
		got, want := letters(rest), letters(term.local)
		if got != want && got != want+"property" {
			t.Errorf("%s stands for %s", term.name, term.local)
		}
	}
}

func TestEveryNamespaceHasAPrefix(t *testing.T) {
	p := vocab.StandardPrefixes()
	for _, term := range terms(t) {
		curie, ok := p.Compact(vocab.IRI(term.iri))
		if !ok {
			t.Errorf("%s has no CURIE", term.iri)
			continue
		}
		if back, err := p.Expand(curie); err != nil || string(back) != term.iri {
			t.Errorf("%s expands to %s, %v", curie, back, err)
		}
	}
}

func TestSchemaOrgIsHTTPS(t *testing.T) {
	if vocab.SchemaEvent.String() != "https://schema.org/Event" {
		t.Errorf("schema:Event is %s", vocab.SchemaEvent)
	}
}
