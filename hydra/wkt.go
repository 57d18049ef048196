package hydra

import (
	"fmt"
	"strconv"
	"strings"
)

// WKTError says where well-known text is wrong, and why.
type WKTError struct {
	// WKT is the text, Offset the byte in it where the mistake is.
	WKT    string
	Offset int
	// Reason says what is wrong and what would be right.
	Reason string
}

// Error names the place, counted from 1, what stands there, and the reason.
func (e *WKTError) Error() string {
	near := e.WKT[e.Offset:]
	if len(near) > 20 {
		near = near[:20] + "…"
	}
	if near == "" {
		return fmt.Sprintf("well-known text: at the end (character %d): %s", e.Offset+1, e.Reason)
	}
	return fmt.Sprintf("well-known text: character %d, at %q: %s", e.Offset+1, near, e.Reason)
}

// crs84 is the reference system that a wktLiteral has unless it names another: WGS 84, longitude before latitude.
const crs84 = "<http://www.opengis.net/def/crs/OGC/1.3/CRS84>"

// maxGeometryDepth bounds geometry collections within geometry collections.
const maxGeometryDepth = 16

// CheckWKT returns a [*WKTError] if s is not the well-known text of a geometry in two dimensions in WGS 84, longitude
// before latitude: a POINT, LINESTRING, POLYGON, MULTIPOINT, MULTILINESTRING, MULTIPOLYGON or GEOMETRYCOLLECTION that is
// not empty. Words may be in any case. Lines have at least two points; rings have at least four and end where they begin;
// longitudes are between -180 and 180, latitudes between -90 and 90. The IRI of CRS84 may precede the text.
//
// [Simple features 7.2]: https://www.ogc.org/standard/sfa/
func CheckWKT(s string) error {
	r := wktReader{text: s}
	return r.read()
}

// read reads the whole text.
func (r *wktReader) read() error {
	s := r.text
	if rest, ok := strings.CutPrefix(s, "<"); ok {
		end := strings.IndexByte(rest, '>')
		if end < 0 || s[:end+2] != crs84 {
			return &WKTError{s, 0, "the only reference system is " + crs84 + ", which may be left out"}
		}
		r.pos = end + 2
	}
	r.geometry(0)
	if r.space(); r.err == nil && r.pos < len(s) {
		r.fail(r.pos, "the geometry ends before this")
	}
	if r.err != nil {
		return r.err
	}
	return nil
}

// wktReader reads well-known text. After the first mistake nothing more is read.
type wktReader struct {
	text string
	pos  int
	err  *WKTError
	// west, south, east and north bound the positions read; bounded says that there is one.
	west, south, east, north float64
	bounded                  bool
}

type position struct{ longitude, latitude float64 }

func (r *wktReader) fail(at int, format string, args ...any) {
	if r.err == nil {
		r.err = &WKTError{r.text, at, fmt.Sprintf(format, args...)}
	}
}

func (r *wktReader) space() {
	for r.pos < len(r.text) && strings.IndexByte(" \t\r\n", r.text[r.pos]) >= 0 {
		r.pos++
	}
}

// geometry reads a tagged text.
func (r *wktReader) geometry(depth int) {
	r.space()
	start := r.pos
	for r.pos < len(r.text) && isLetter(r.text[r.pos]) {
		r.pos++
	}
	word := strings.ToUpper(r.text[start:r.pos])
	r.dimension()
	switch word {
	case "POINT":
		r.parenthesis('(')
		r.position()
		r.parenthesis(')')
	case "LINESTRING":
		r.line()
	case "POLYGON":
		r.list(r.ring)
	case "MULTIPOINT":
		r.list(r.memberPoint)
	case "MULTILINESTRING":
		r.list(r.line)
	case "MULTIPOLYGON":
		r.list(func() { r.list(r.ring) })
	case "GEOMETRYCOLLECTION":
		if depth == maxGeometryDepth {
			r.fail(start, "geometry collections are nested more than %d deep", maxGeometryDepth)
			return
		}
		r.list(func() { r.geometry(depth + 1) })
	case "ENVELOPE", "BOX":
		r.fail(start, "%s is no well-known text: write the box as a POLYGON of five points, the last equal to the first", word)
	default:
		r.fail(start, "want POINT, LINESTRING, POLYGON, MULTIPOINT, MULTILINESTRING, MULTIPOLYGON or GEOMETRYCOLLECTION")
	}
}

// dimension refuses what may stand between the word and the parenthesis.
func (r *wktReader) dimension() {
	r.space()
	start := r.pos
	for r.pos < len(r.text) && isLetter(r.text[r.pos]) {
		r.pos++
	}
	switch word := strings.ToUpper(r.text[start:r.pos]); word {
	case "":
	case "EMPTY":
		r.fail(start, "an empty geometry covers nothing")
	case "Z", "M", "ZM":
		r.fail(start, "want two dimensions: longitude and latitude")
	default:
		r.fail(start, "want an opening parenthesis")
	}
}

func (r *wktReader) parenthesis(c byte) {
	if r.space(); r.err != nil {
		return
	}
	if r.pos >= len(r.text) || r.text[r.pos] != c {
		if c == '(' {
			r.fail(r.pos, "want an opening parenthesis")
		} else {
			r.fail(r.pos, "want a comma or a closing parenthesis")
		}
		return
	}
	r.pos++
}

// list reads members between parentheses, separated by commas.
func (r *wktReader) list(member func()) {
	for r.parenthesis('('); r.err == nil; r.pos++ {
		member()
		if r.space(); r.pos >= len(r.text) || r.text[r.pos] != ',' {
			break
		}
	}
	r.parenthesis(')')
}

// memberPoint reads a point of a MULTIPOINT, which may stand in parentheses of its own.
func (r *wktReader) memberPoint() {
	r.space()
	inside := r.pos < len(r.text) && r.text[r.pos] == '('
	if inside {
		r.pos++
	}
	r.position()
	if inside {
		r.parenthesis(')')
	}
}

// positions reads a list of positions and returns it with the offset of its last one.
func (r *wktReader) positions() (points []position, last int) {
	r.list(func() {
		r.space()
		last = r.pos
		points = append(points, r.position())
	})
	return points, last
}

func (r *wktReader) line() {
	if points, last := r.positions(); len(points) < 2 {
		r.fail(last, "a line has at least two points")
	}
}

func (r *wktReader) ring() {
	points, last := r.positions()
	switch {
	case r.err != nil:
	case len(points) < 4:
		r.fail(last, "a ring has at least four points, the last equal to the first")
	case points[0] != points[len(points)-1]:
		r.fail(last, "the ring is open: its last point must equal its first, %s", points[0])
	}
}

// String is the position as it is written.
func (p position) String() string {
	return strconv.FormatFloat(p.longitude, 'f', -1, 64) + " " + strconv.FormatFloat(p.latitude, 'f', -1, 64)
}

func (r *wktReader) position() position {
	p := position{longitude: r.number("longitude", 180)}
	if r.err == nil && r.pos < len(r.text) && strings.IndexByte(",)", r.text[r.pos]) >= 0 {
		r.fail(r.pos, "want a latitude, after a space")
	}
	p.latitude = r.number("latitude", 90)
	if r.space(); r.err == nil && r.pos < len(r.text) && isNumeric(r.text[r.pos]) {
		r.fail(r.pos, "want two numbers, longitude and latitude")
	}
	r.bound(p)
	return p
}

// bound makes room for a position within the bounds.
func (r *wktReader) bound(p position) {
	if !r.bounded {
		r.west, r.south, r.east, r.north = p.longitude, p.latitude, p.longitude, p.latitude
		r.bounded = true
	}
	r.west, r.east = min(r.west, p.longitude), max(r.east, p.longitude)
	r.south, r.north = min(r.south, p.latitude), max(r.north, p.latitude)
}

// boundingBox returns the smallest box around a geometry that [CheckWKT] finds right: a polygon, or the point itself.
func boundingBox(wkt string) (box string, point bool) {
	r := wktReader{text: wkt}
	if r.read() != nil {
		return "", false
	}
	southWest, northEast := position{r.west, r.south}, position{r.east, r.north}
	if southWest == northEast {
		return "POINT(" + southWest.String() + ")", true
	}
	corners := []position{southWest, {r.east, r.south}, northEast, {r.west, r.north}, southWest}
	written := make([]string, len(corners))
	for i, c := range corners {
		written[i] = c.String()
	}
	return "POLYGON((" + strings.Join(written, ", ") + "))", false
}

func (r *wktReader) number(what string, limit float64) float64 {
	if r.space(); r.err != nil {
		return 0
	}
	start := r.pos
	for r.pos < len(r.text) && isNumeric(r.text[r.pos]) {
		r.pos++
	}
	s := r.text[start:r.pos]
	if s == "" {
		r.fail(start, "want a %s, a number", what)
		return 0
	}
	n, err := strconv.ParseFloat(s, 64)
	switch {
	case err != nil && strings.Count(s, ".") > 1:
		r.fail(start, "%s is no number: longitude and latitude are separated by a space", s)
	case err != nil:
		r.fail(start, "%s is no number", s)
	case n < -limit || n > limit:
		r.fail(start, "the %s %s is not between -%[3]g and %[3]g: longitude comes before latitude", what, s, limit)
	}
	return n
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

func isNumeric(c byte) bool { return '0' <= c && c <= '9' || strings.IndexByte("+-.eE", c) >= 0 }
