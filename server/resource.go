package server

import (
	"encoding/binary"
	"errors"
	"fmt"
	"net/http"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/server/internal/query"
	"github.com/hydrant-ld/hydrant/server/internal/represent"
	"github.com/hydrant-ld/hydrant/shacl"
	"github.com/hydrant-ld/hydrant/shacl/pattern"
	"github.com/hydrant-ld/hydrant/shacl/record"
	"github.com/hydrant-ld/hydrant/vocab"
)

// resource serves one class: its items and its collection.
type resource struct {
	definition *hydra.Definition
	described  *hydra.Resource
	source     source
	plan       *represent.Plan
	// names resolves the names that clients use, properties are what they stand for.
	names      *query.Names
	properties []*hydra.Property
	filterable map[*hydra.Property]bool
	sortable   map[*hydra.Property]bool
	audiences  []string
	// needs are the bits of the audiences that one must belong to in order to see a property: its own and those of the
	// groups that it is in.
	needs map[*hydra.Property]uint64
	// identifier constrains identifiers, pattern is its compiled pattern.
	identifier *shacl.PropertyShape
	pattern    *regexp.Regexp
	// patterns are those that values to filter by match: of text that is compared as a whole.
	patterns map[*hydra.Property]*regexp.Regexp
	// itemHeaders and collectionHeaders are those of a response by representation, unmodified those of an item without a body.
	itemHeaders, collectionHeaders, unmodified [representations]headerSet
	// itemLinks and collectionLinks are the values of Link without those to other representations.
	itemLinks, collectionLinks [representations][]string
	// context is the reference to the JSON-LD context, behind the prefix.
	context                          string
	itemControls, collectionControls controls
	hal                              hal
	relations                        []relation
	// parent is the class that those of a nested one are below.
	parent      *resource
	fingerprint uint64
	// pageFingerprint is what pages are made from besides resources.
	pageFingerprint uint64
	// everything is the projection of most requests: all fields, for everybody.
	everything  *projection
	projections projections
	cursors     bool
	// always are the paths of the properties that every selection of fields shows.
	always []string
}

// newResource compiles the serving of a class. path is where references to other classes point.
func (s *Server) newResource(b *Binding, described *hydra.Resource, segments represent.Segments) (*resource, error) {
	d := b.definition
	res := &resource{
		definition: d, described: described, source: b.source, cursors: described.Cursor,
		plan:       represent.Compile(d, segments),
		filterable: map[*hydra.Property]bool{}, sortable: map[*hydra.Property]bool{},
	}
	var paths []string
	for _, p := range d.Properties {
		paths = append(paths, p.Path)
		if p.Always {
			res.always = append(res.always, p.Path)
		}
		if p.Access != "" && p.Access != "read" && !slices.Contains(res.audiences, p.Access) {
			res.audiences = append(res.audiences, p.Access)
		}
	}
	for _, l := range d.Links {
		paths = append(paths, l.Key)
	}
	res.compileHAL()
	paths = append(paths, res.hal.paths...)
	names, err := query.NewNames(paths, aliases(described)...)
	if err != nil {
		return nil, fmt.Errorf("class %s: %w", d.Path, err)
	}
	if len(res.audiences) > 64 {
		return nil, fmt.Errorf("class %s: %d audiences, at most 64 are possible", d.Path, len(res.audiences))
	}
	res.names, res.properties = names, d.Properties
	res.audienceNeeds()
	if err := res.compileIdentifier(); err != nil {
		return nil, fmt.Errorf("class %s: %w", d.Path, err)
	}
	for _, p := range described.Filterable {
		res.filterable[p] = true
		if err := res.compilePattern(p); err != nil {
			return nil, fmt.Errorf("class %s: %w", d.Path, err)
		}
	}
	for _, p := range described.Sortable {
		res.sortable[p] = true
	}
	context := s.api.Context(d.Name)
	if context == nil {
		return nil, errors.New("class " + d.Path + ": no context")
	}
	res.context = context.Path
	if err := s.compileControls(res); err != nil {
		return nil, err
	}
	res.fingerprint = hashBytes(hashString(s.fingerprint, d.Path), context.Body)
	res.fingerprint = hashBytes(hashBytes(res.fingerprint, res.itemControls.members), res.collectionControls.members)
	res.fingerprint = hashString(res.fingerprint, fmt.Sprint(described.PageSize, described.MaxPageSize))
	res.pageFingerprint = s.html.fingerprint
	s.resourceHeaders(res, context)
	res.everything = res.project(nil, 0)
	return res, nil
}

// aliases are the names in camel case of the properties that clients filter and sort by, where these are no ends of paths.
func aliases(described *hydra.Resource) []query.Alias {
	var all []query.Alias
	for _, p := range described.Definition.Properties {
		if name := described.ShortName(p); !strings.HasSuffix("."+p.Path, "."+name) {
			all = append(all, query.Alias{Name: name, Path: p.Path})
		}
	}
	return all
}

// audienceNeeds finds out who may see what.
func (res *resource) audienceNeeds() {
	res.needs = map[*hydra.Property]uint64{}
	for _, p := range res.properties {
		for path := p.Path; path != ""; path = path[:max(0, strings.LastIndexByte(path, '.'))] {
			if i := slices.Index(res.audiences, res.definition.Property(path).Access); i >= 0 {
				res.needs[p] |= 1 << i
			}
		}
	}
}

// compileIdentifier keeps what is declared about identifiers.
func (res *resource) compileIdentifier() error {
	key := res.definition.Schema.Layout().Identifier().Key
	res.identifier = res.definition.Schema.Property(key).Shape
	if res.identifier.Pattern == "" {
		return nil
	}
	var err error
	res.pattern, err = pattern.Compile(res.identifier.Pattern, res.identifier.Flags)
	return err
}

// minLength is the length of the shortest value to filter a property by: of text that is compared as a whole.
func (res *resource) minLength(p *hydra.Property) int {
	if leaf := p.Leaf(); p.Filter == hydra.FilterExact && leaf.Field.Kind == record.KindString && leaf.Shape != nil {
		return leaf.Shape.MinLength
	}
	return 0
}

// compilePattern keeps the pattern of a property that clients filter by.
func (res *resource) compilePattern(p *hydra.Property) error {
	shape := p.Leaf().Shape
	if p.Filter != hydra.FilterExact || p.Leaf().Field.Kind != record.KindString || shape == nil || shape.Pattern == "" {
		return nil
	}
	compiled, err := pattern.Compile(shape.Pattern, shape.Flags)
	if res.patterns == nil {
		res.patterns = map[*hydra.Property]*regexp.Regexp{}
	}
	res.patterns[p] = compiled
	return err
}

// resourceHeaders makes the fields that all responses of a representation have.
func (s *Server) resourceHeaders(res *resource, context *hydra.Context) {
	cache := s.cacheControl
	if len(res.audiences) > 0 {
		cache = "private, no-cache"
	}
	vary := func(rep representation) string {
		names := "Prefer"
		if len(res.audiences) > 0 {
			names += ", Authorization, Cookie"
		}
		if syntaxes[rep].monolingual {
			names += ", Accept-Language"
		}
		return names
	}
	item, collection := s.api.HALContexts(res.definition)
	allItemLinks, itemLinks := s.links(res, s.items, context.Path, item.Path)
	allCollectionLinks, collectionLinks := s.links(res, s.collections, context.Path, collection.Path)
	res.itemLinks, res.collectionLinks = itemLinks, collectionLinks
	for i := range res.itemHeaders {
		set := slices.Clone(s.common).
			with("Allow", allowRead).with("Vary", s.vary("Accept, "+vary(representation(i)))).with("Cache-Control", cache).
			with("Content-Type", syntaxes[i].contentType)
		if representation(i) == asHTML {
			set = s.pageHeaders(set)
		}
		res.itemHeaders[i] = set.with("Link", allItemLinks[i]...)
		res.collectionHeaders[i] = set.with("Link", allCollectionLinks[i]...)
		res.unmodified[i] = res.itemHeaders[i].without("Content-Type")
	}
	s.compileExports(res, collectionLinks, vary)
}

// projection is a plan for some fields and an audience, with what else follows from them.
type projection struct {
	plan *represent.Plan
	// all says that nothing was projected away: controls are shown.
	all bool
	// fingerprints are the parts of ETags by representation that stand for everything but a resource's version.
	fingerprints [representations]uint64
	// itemPrefixes and collectionPrefixes are those that Turtle begins with.
	itemPrefixes, collectionPrefixes []represent.Prefix
}

// projections caches the projections that clients ask for, a bounded number of them.
type projections struct {
	lock sync.RWMutex
	// cache is keyed by what is shown to whom, see [exchange.projectionKey].
	cache map[string]*projection
}

// maxProjections is how many projections of one class are kept. One more takes the place of any other.
const maxProjections = 512

// projection returns the projection for the fields that a request wants, and for its sender's audiences.
func (res *resource) projection(x *exchange) *projection {
	return res.projectionOf(x, x.paths, x.audience)
}

// projectionOf returns the projection for some paths and audiences. It sorts the paths.
func (res *resource) projectionOf(x *exchange, paths []int, audience uint64) *projection {
	if len(paths) == 0 && audience == 0 {
		return res.everything
	}
	slices.Sort(paths)
	paths = slices.Compact(paths)
	key := x.projectionKey(paths, audience)
	c := &res.projections
	c.lock.RLock()
	p := c.cache[string(key)]
	c.lock.RUnlock()
	if p != nil {
		return p
	}
	p = res.project(paths, audience)
	c.lock.Lock()
	defer c.lock.Unlock()
	if c.cache == nil {
		c.cache = map[string]*projection{}
	}
	for other := range c.cache {
		if len(c.cache) < maxProjections {
			break
		}
		delete(c.cache, other)
	}
	c.cache[string(key)] = p
	return p
}

// projectionKey is the same for requests that see the same: audiences, and the numbers of the paths in order.
func (x *exchange) projectionKey(paths []int, audience uint64) []byte {
	x.text = binary.LittleEndian.AppendUint64(x.text[:0], audience)
	for _, path := range paths {
		x.text = binary.LittleEndian.AppendUint32(x.text, uint32(path)) //nolint:gosec // there are fewer paths
	}
	return x.text
}

// project compiles a projection. No paths are all properties.
func (res *resource) project(paths []int, audience uint64) *projection {
	var wanted []string
	h := hashString(res.fingerprint, "") ^ audience*hashPrime
	for _, i := range paths {
		wanted = res.hal.appendWanted(wanted, res.names.Path(i))
		h = hashString(h, res.names.Path(i))
	}
	if wanted != nil {
		wanted = append(wanted, res.always...)
	}
	visible := func(name string) bool { return audience&(1<<slices.Index(res.audiences, name)) != 0 }
	p := &projection{plan: res.plan.Project(wanted, visible), all: wanted == nil}
	for i := range p.fingerprints {
		p.fingerprints[i] = hashString(h, syntaxes[i].mediaType)
		if representation(i) == asHTML {
			p.fingerprints[i] ^= res.pageFingerprint
		}
	}
	p.collectionPrefixes = joinPrefixes(p.plan.Prefixes(), res.collectionControls.prefixes, []represent.Prefix{
		{Name: "hydra", Namespace: vocab.NSHydra}, {Name: "void", Namespace: vocab.NSVoID},
	})
	if p.itemPrefixes = p.plan.Prefixes(); p.all {
		p.itemPrefixes = joinPrefixes(p.itemPrefixes, res.itemControls.prefixes)
	}
	return p
}

// joinPrefixes joins lists of prefixes, sorted by name.
func joinPrefixes(lists ...[]represent.Prefix) []represent.Prefix {
	all := slices.Concat(lists...)
	slices.SortFunc(all, func(a, b represent.Prefix) int { return strings.Compare(a.Name, b.Name) })
	return slices.Compact(all)
}

// audience returns the bits of the audiences of a class that the sender of a request belongs to.
func (s *Server) audience(r *http.Request, res *resource, x *exchange) (bits uint64) {
	if s.config.Audience == nil || len(res.audiences) == 0 {
		return 0
	}
	if !x.asked {
		x.sender, x.asked = s.config.Audience(r), true
	}
	for _, name := range x.sender {
		if i := slices.Index(res.audiences, name); i >= 0 {
			bits |= 1 << i
		}
	}
	return bits
}
