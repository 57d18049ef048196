package server

import (
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/server/internal/negotiate"
	"github.com/hydrant-ld/hydrant/server/internal/query"
	"github.com/hydrant-ld/hydrant/server/internal/represent"
)

// resource serves one class: its items and its collection.
type resource struct {
	definition *hydra.Definition
	described  *hydra.Resource
	source     source
	plan       *represent.Plan
	offers     *negotiate.Offers
	// names resolves the names that clients use, properties are what they stand for.
	names      *query.Names
	properties []*hydra.Property
	filterable map[*hydra.Property]bool
	sortable   map[*hydra.Property]bool
	audiences  []string
	// headers are those of a response by representation.
	headers [representations]headerSet
	// context is the reference to the JSON-LD context, behind the prefix.
	context                          string
	itemControls, collectionControls controls
	fingerprint                      uint64
	// everything is the projection of most requests: all fields, for everybody.
	everything  *projection
	projections projections
	cursors     bool
}

// newResource compiles the serving of a class. path is where references to other classes point.
func (s *Server) newResource(b *Binding, described *hydra.Resource, segments represent.Segments) (*resource, error) {
	d := b.definition
	res := &resource{
		definition: d, described: described, source: b.source, offers: s.offers, cursors: described.Cursor,
		plan:       represent.Compile(d, segments),
		filterable: map[*hydra.Property]bool{}, sortable: map[*hydra.Property]bool{},
	}
	var paths []string
	for _, p := range d.Properties {
		paths = append(paths, p.Path)
		if p.Access != "" && p.Access != "read" && !slices.Contains(res.audiences, p.Access) {
			res.audiences = append(res.audiences, p.Access)
		}
	}
	for _, l := range d.Links {
		paths = append(paths, l.Key)
	}
	names, err := query.NewNames(paths)
	if err != nil {
		return nil, fmt.Errorf("class %s: %w", d.Path, err)
	}
	if len(res.audiences) > 64 {
		return nil, fmt.Errorf("class %s: %d audiences, at most 64 are possible", d.Path, len(res.audiences))
	}
	res.names, res.properties = names, d.Properties
	for _, p := range described.Filterable {
		res.filterable[p] = true
	}
	for _, p := range described.Sortable {
		res.sortable[p] = true
	}
	context := s.api.Context(d.Name)
	if context == nil {
		return nil, errors.New("class " + d.Path + ": no context")
	}
	res.context = context.Path
	res.fingerprint = hashBytes(hashString(s.fingerprint, d.Path), context.Body)
	if err := s.compileControls(res); err != nil {
		return nil, err
	}
	s.resourceHeaders(res, context)
	res.everything = res.project(nil, 0)
	return res, nil
}

// resourceHeaders makes the fields that all responses of a representation have.
func (s *Server) resourceHeaders(res *resource, context *hydra.Context) {
	cache, vary := s.cacheControl, "Accept"
	if len(res.audiences) > 0 {
		cache, vary = "private, no-cache", "Accept, Authorization, Cookie"
	}
	for i := range res.headers {
		set := slices.Clone(s.common).
			with("Allow", allowRead).with("Vary", vary).with("Cache-Control", cache).
			with("Content-Type", contentTypes[i])
		if representation(i) == asJSON {
			set = set.with("Link", s.documentationLink, contextLink(s.base.URL+context.Path))
		}
		res.headers[i] = set
	}
}

// projection is a plan for some fields and an audience, with what else follows from them.
type projection struct {
	plan *represent.Plan
	// all says that nothing was projected away: controls are shown.
	all bool
	// fingerprints are the parts of ETags by representation that stand for everything but a resource's version.
	fingerprints [representations]uint64
}

// projections caches the projections that clients ask for. It holds a bounded number of them; the rest is compiled
// on each request.
type projections struct {
	cache sync.Map // projectionKey → *projection
	count atomic.Int64
}

type projectionKey struct {
	fields   string
	audience uint64
}

// maxProjections is how many projections of one class are kept.
const maxProjections = 512

// projection returns the projection for the fields that a request wants, "" for all, and for its sender's audiences.
func (s *Server) projection(r *http.Request, res *resource, fields string, paths []int) *projection {
	key := projectionKey{fields, s.audience(r, res)}
	if key == (projectionKey{}) {
		return res.everything
	}
	if p, ok := res.projections.cache.Load(key); ok {
		return p.(*projection) //nolint:errcheck // only projections are stored
	}
	p := res.project(paths, key.audience)
	if res.projections.count.Load() < maxProjections {
		key.fields = strings.Clone(fields)
		if _, loaded := res.projections.cache.LoadOrStore(key, p); !loaded {
			res.projections.count.Add(1)
		}
	}
	return p
}

// project compiles a projection. No paths are all properties.
func (res *resource) project(paths []int, audience uint64) *projection {
	var wanted []string
	for _, i := range paths {
		wanted = append(wanted, res.names.Path(i))
	}
	visible := func(name string) bool { return audience&(1<<slices.Index(res.audiences, name)) != 0 }
	p := &projection{plan: res.plan.Project(wanted, visible), all: wanted == nil}
	slices.Sort(wanted)
	h := res.fingerprint ^ audience*hashPrime
	for _, path := range slices.Compact(wanted) {
		h = hashString(h, path)
	}
	for i := range p.fingerprints {
		p.fingerprints[i] = hashString(h, mediaTypes[i].Type)
	}
	return p
}

// audience returns the bits of the audiences of a class that the sender of a request belongs to.
func (s *Server) audience(r *http.Request, res *resource) (bits uint64) {
	if s.config.Audience == nil || len(res.audiences) == 0 {
		return 0
	}
	for _, name := range s.config.Audience(r) {
		if i := slices.Index(res.audiences, name); i >= 0 {
			bits |= 1 << i
		}
	}
	return bits
}
