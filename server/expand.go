package server

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/server/internal/query"
	"github.com/hydrant-ld/hydrant/server/store"
	"github.com/hydrant-ld/hydrant/shacl/record"
	"github.com/hydrant-ld/hydrant/vocab/literal"
)

const (
	// maxEmbedded is how many resources are fetched to be embedded in a response, and how many answers of stores at most.
	maxEmbedded = 1000
	// maxFetches is how many of them are fetched at the same time for one response.
	maxFetches = 8
)

// relation is what can be embedded in the resources of a class: those that a property refers to,
// or the members of a sub-collection.
type relation struct {
	name   string
	target *resource
	// member is `"name":`.
	member   []byte
	property *hydra.Property // nil for a sub-collection
	many     bool
}

// expansion is a relation that a request wants embedded.
type expansion struct {
	relation *relation
	// paths are those of the target that are shown, all of them if whole.
	paths []int
	whole bool
	// projection follows from them.
	projection *projection
}

// embedKey names an answer of a store: the resource of a class with an identifier, or those below it.
type embedKey struct {
	target *resource
	id     string
	below  bool
}

// compileRelations finds what can be embedded in the resources of a class.
func (s *Server) compileRelations(res *resource) error {
	var errs []error
	for _, p := range res.properties {
		if !p.Expandable {
			continue
		}
		target := s.resources[s.api.Target(p.Leaf().Field.Target).Definition.Path]
		if target == nil || target.source.get == nil {
			errs = append(errs, fmt.Errorf("class %s: property %s is expandable, but the store of what it refers to has no Get", res.definition.Path, p.Path))
			continue
		}
		res.relations = append(res.relations, relation{
			name: p.Path, target: target, property: p, many: p.Leaf().Field.Many, member: append(literal.AppendJSONString(nil, p.Path), ':'),
		})
	}
	for _, l := range res.definition.Links {
		if l.Expandable {
			res.relations = append(res.relations, relation{
				name: l.Rel, target: s.resources[l.Collection.Path], many: true, member: append(literal.AppendJSONString(nil, l.Rel), ':'),
			})
		}
	}
	return errors.Join(errs...)
}

// itemParameterNames says which parameters a request for an item has.
func (res *resource) itemParameterNames() string {
	if len(res.relations) == 0 {
		return "want " + paramFields + " or " + paramFormat + ", or nothing"
	}
	return "want " + paramFields + ", " + paramExpand + " or " + paramFormat + ", or nothing"
}

// readExpand reads what is to be embedded: names of relations between commas, each with a dot and a property behind it if
// only that is wanted. It resolves names as fields does; one level deep, it never leads further.
func (x *exchange) readExpand(res *resource, param *query.Param) {
	switch {
	case len(res.relations) == 0:
		x.unknown(param, "nothing can be embedded in these resources")
		return
	case x.repeated(param):
		return
	case x.rep != asHAL:
		x.cannotExpand(param.Value, "only "+halMediaType+" embeds resources: want it in Accept, or no "+paramExpand)
		return
	case strings.Count(param.Value, ",") >= query.MaxItems:
		x.cannotExpand(param.Value, "want at most "+strconv.Itoa(query.MaxItems)+" names")
		return
	}
	for name := range strings.SplitSeq(param.Value, ",") {
		start, path, dotted := strings.Cut(name, ".")
		i := slices.IndexFunc(res.relations, func(r relation) bool { return r.name == start })
		switch {
		case i < 0:
			x.cannotExpand(name, "want one of "+strings.Join(res.definition.Expansions(), ", "))
		case !dotted:
			x.expansion(&res.relations[i]).whole = true
		default:
			number, err := res.relations[i].target.names.Resolve(path)
			if err != nil {
				detail := err.Error()
				if isStrange(err) {
					detail += ", want " + res.relations[i].target.fieldNames()
				}
				x.cannotExpand(name, detail)
				continue
			}
			e := x.expansion(&res.relations[i])
			e.paths = append(e.paths, number)
		}
	}
	x.expansions = slices.DeleteFunc(x.expansions, func(e expansion) bool { return e.relation.property != nil && x.reserved(res, e.relation.property) })
}

// cannotExpand notes a mistake in what is to be embedded.
func (x *exchange) cannotExpand(part, detail string) {
	if len(part) > maxName {
		part = strings.ToValidUTF8(part[:maxName], "") + "…"
	}
	x.invalid = append(x.invalid, InvalidParam{Name: paramExpand, Code: paramExpand, About: part, Detail: detail})
}

// expansion returns the expansion of a relation, a new one if there is none yet.
func (x *exchange) expansion(r *relation) *expansion {
	for i := range x.expansions {
		if x.expansions[i].relation == r {
			return &x.expansions[i]
		}
	}
	x.expansions = append(x.expansions, expansion{relation: r})
	return &x.expansions[len(x.expansions)-1]
}

// embed fetches what is to be embedded in some resources, each resource once and several at the same time.
func (s *Server) embed(r *http.Request, res *resource, x *exchange, items []item) error {
	x.embedded = map[embedKey][]item{}
	var keys []embedKey
	for i := range x.expansions {
		e := &x.expansions[i]
		if e.whole {
			e.paths = nil
		}
		e.projection = e.relation.target.projectionOf(x, e.paths, s.audience(r, e.relation.target, x))
		for _, it := range items {
			for key := range e.relation.keys(res, it) {
				if _, known := x.embedded[key]; !known {
					x.embedded[key] = nil
					keys = append(keys, key)
				}
			}
		}
	}
	if len(keys) > maxEmbedded {
		return tooManyEmbedded()
	}
	found := make([][]item, len(keys))
	var total atomic.Int64
	err := concurrently(r.Context(), len(keys), func(ctx context.Context, i int) (err error) {
		found[i], err = keys[i].fetch(ctx)
		if total.Add(int64(len(found[i]))) > maxEmbedded && err == nil {
			err = tooManyEmbedded()
		}
		return err
	})
	for i, key := range keys {
		x.embedded[key] = found[i]
	}
	return err
}

func tooManyEmbedded() error {
	return &Problem{Code: CodeTooManyResults, Detail: fmt.Sprintf(
		"More than %d resources would be embedded: ask for a smaller page, or for fewer relations.", maxEmbedded)}
}

// keys are the answers that embed what a resource is related to.
func (r *relation) keys(res *resource, it item) func(yield func(embedKey) bool) {
	if r.property == nil {
		return func(yield func(embedKey) bool) {
			yield(embedKey{target: r.target, id: res.plan.ID(it.value), below: true})
		}
	}
	field := r.property.Leaf().Field
	return func(yield func(embedKey) bool) {
		for j := range field.Len(it.value) {
			if v := field.At(it.value, j); v != nil && !yield(embedKey{target: r.target, id: record.String(v)}) {
				return
			}
		}
	}
}

// fetch gets a resource; nothing is embedded for one that is not there.
func (k embedKey) fetch(ctx context.Context) ([]item, error) {
	if k.below {
		return k.target.members(ctx, k.id)
	}
	it, err := k.target.source.get(ctx, k.id)
	switch {
	case errors.Is(err, store.ErrNotFound), err == nil && it.value == nil:
		return nil, nil
	case err != nil:
		return nil, fmt.Errorf("embedding %s/%s: %w", k.target.definition.Path, k.id, err)
	}
	return []item{it}, nil
}

// concurrently does n things, a few at the same time, and returns the first error, which ends the others.
func concurrently(ctx context.Context, n int, do func(ctx context.Context, i int) error) error {
	if n == 1 {
		return do(ctx, 0)
	}
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	next := make(chan int)
	var workers sync.WaitGroup
	for range min(n, maxFetches) {
		workers.Go(func() {
			for i := range next {
				if err := contained(ctx, i, do); err != nil {
					cancel(err)
				}
			}
		})
	}
	for i := 0; i < n && ctx.Err() == nil; i++ {
		select {
		case next <- i:
		case <-ctx.Done():
		}
	}
	close(next)
	workers.Wait()
	return context.Cause(ctx)
}

// contained turns a panic of a store, which would end the program in a goroutine of ours, into an error.
func contained(ctx context.Context, i int, do func(context.Context, int) error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("panic: %v\n%s", p, debug.Stack())
		}
	}()
	return do(ctx, i)
}

// appendEmbedded appends what was fetched for a resource as the member "_embedded" of an object that is open.
func (x *exchange) appendEmbedded(dst []byte, res *resource, it item) []byte {
	if len(x.expansions) == 0 {
		return dst
	}
	start := len(dst)
	dst = append(dst, `,"_embedded":{`...)
	open := len(dst)
	for i := range x.expansions {
		dst = x.appendExpansion(dst, &x.expansions[i], res, it, len(dst) > open)
	}
	if len(dst) == open {
		return dst[:start]
	}
	return append(dst, '}')
}

// appendExpansion appends the resources of one relation: an object where there may be one, an array where there may be
// many, nothing where there are none.
func (x *exchange) appendExpansion(dst []byte, e *expansion, res *resource, it item, further bool) []byte {
	start := len(dst)
	if further {
		dst = append(dst, ',')
	}
	dst = append(dst, e.relation.member...)
	if e.relation.many {
		dst = append(dst, '[')
	}
	empty := len(dst)
	for key := range e.relation.keys(res, it) {
		for _, found := range x.embedded[key] {
			if len(dst) > empty {
				dst = append(dst, ',')
			}
			dst = append(e.projection.plan.AppendHAL(append(dst, '{'), found.value, nil, &x.state), '}')
		}
	}
	if len(dst) == empty {
		return dst[:start]
	}
	if e.relation.many {
		dst = append(dst, ']')
	}
	return dst
}

// guardEmbedded keeps responses out of shared caches when something is embedded that not everybody may see.
func (x *exchange) guardEmbedded(h http.Header) {
	for i := range x.expansions {
		if target := x.expansions[i].relation.target; len(target.audiences) > 0 {
			target.itemHeaders[asHAL].setOnly(h, "Cache-Control", "Vary")
			return
		}
	}
}
