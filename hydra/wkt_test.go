package hydra_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/hydrant-ld/hydrant/hydra"
)

func TestWellKnownTextIsAccepted(t *testing.T) {
	for _, wkt := range []string{
		"POINT(3.72 51.05)",
		"point ( -3.72e0 +51.05 )",
		"LINESTRING(3 51, 4 51)",
		"POLYGON((2.5 49.5, 6.4 49.5, 6.4 51.5, 2.5 51.5, 2.5 49.5))",
		"POLYGON((0 0,9 0,9 9,0 9,0 0),(1 1,2 1,2 2,1 1))",
		"MULTIPOINT(3 51, 4 51)",
		"MULTIPOINT((3 51), (4 51))",
		"MULTILINESTRING((3 51, 4 51), (3 50, 4 50))",
		"MULTIPOLYGON(((0 0,1 0,1 1,0 0)),((5 5,6 5,6 6,5 5)))",
		"GEOMETRYCOLLECTION(POINT(3 51), LINESTRING(3 51, 4 51))",
		"<http://www.opengis.net/def/crs/OGC/1.3/CRS84> POINT(180 -90)",
		"\n\tPOINT(0 0)\r\n",
	} {
		if err := hydra.CheckWKT(wkt); err != nil {
			t.Errorf("%s: %v", wkt, err)
		}
	}
}

func TestWrongWellKnownTextIsRefusedWhereItIsWrong(t *testing.T) {
	for name, c := range map[string]struct {
		wkt    string
		offset int
		reason string
	}{
		"nothing":                           {"", 0, "want POINT"},
		"an unknown word":                   {"CIRCLE(1 2)", 0, "want POINT"},
		"a missing space":                   {"POLYGON((-10.5834.56, 1 2))", 9, "-10.5834.56 is no number: longitude and latitude are separated by a space"},
		"one number":                        {"POINT(3.72)", 10, "want a latitude"},
		"three numbers":                     {"POINT(3.72 51.05 7)", 17, "want two numbers"},
		"a third dimension":                 {"POINT Z(3.72 51.05 7)", 6, "two dimensions"},
		"an empty geometry":                 {"POLYGON EMPTY", 8, "covers nothing"},
		"no parenthesis":                    {"POINT 3 51", 6, "opening parenthesis"},
		"no closing parenthesis":            {"POLYGON((0 0,1 0,1 1,0 0)", 25, "closing parenthesis"},
		"an open ring":                      {"POLYGON((0 0,1 0,1 1,0 1))", 21, "the ring is open: its last point must equal its first, 0 0"},
		"an open hole":                      {"POLYGON((0 0,9 0,9 9,0 0),(1 1,2 1,2 2,1 2))", 39, "the ring is open"},
		"a ring of three points":            {"POLYGON((0 0,1 0,0 0))", 17, "at least four points"},
		"a line of one point":               {"LINESTRING(1 2)", 11, "at least two points"},
		"latitude before longitude":         {"POINT(51.05 -103.72)", 12, "longitude comes before latitude"},
		"a longitude out of range":          {"POINT(181 0)", 6, "not between -180 and 180"},
		"an exponent without number":        {"POINT(e5 0)", 6, "no number"},
		"something behind the geometry":     {"POINT(1 2);", 10, "ends before this"},
		"an envelope":                       {"ENVELOPE(1,2,3,4)", 0, "POLYGON of five points"},
		"another reference system":          {"<http://www.opengis.net/def/crs/EPSG/0/4326> POINT(51 3)", 0, "CRS84"},
		"a reference system without end":    {"<http://www.opengis.net/def/crs/OGC", 0, "CRS84"},
		"a collection too deep":             {strings.Repeat("GEOMETRYCOLLECTION(", 17) + "POINT(1 2)" + strings.Repeat(")", 17), 304, "nested more than 16 deep"},
		"a mistake deep in a collection":    {"GEOMETRYCOLLECTION(POINT(1 2), POINT(1 x))", 39, "want a latitude"},
		"a comma without a second position": {"LINESTRING(1 2,)", 15, "want a longitude"},
	} {
		t.Run(name, func(t *testing.T) {
			var wrong *hydra.WKTError
			if err := hydra.CheckWKT(c.wkt); !errors.As(err, &wrong) {
				t.Fatalf("%q gives %v", c.wkt, err)
			}
			if wrong.Offset != c.offset || !strings.Contains(wrong.Error(), c.reason) {
				t.Errorf("%q: offset %d: %v\nwant offset %d: %s", c.wkt, wrong.Offset, wrong, c.offset, c.reason)
			}
		})
	}
}

func FuzzCheckWKT(f *testing.F) {
	for _, seed := range []string{
		"POINT(3.72 51.05)", "POLYGON((0 0,9 0,9 9,0 9,0 0),(1 1,2 1,2 2,1 1))", "MULTIPOINT((3 51), (4 51))",
		"GEOMETRYCOLLECTION(POINT(3 51), LINESTRING(3 51, 4 51))", "POLYGON((-10.5834.56))", "<http://x> POINT(1 1)", "POINT(",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, wkt string) {
		err := hydra.CheckWKT(wkt)
		if err == nil {
			if lower := hydra.CheckWKT(strings.ReplaceAll(wkt, " ", "  ")); lower != nil && !strings.HasPrefix(wkt, "<") {
				t.Errorf("%q is accepted, but not with more space: %v", wkt, lower)
			}
			return
		}
		var wrong *hydra.WKTError
		if !errors.As(err, &wrong) || wrong.Offset < 0 || wrong.Offset > len(wkt) || wrong.Error() == "" {
			t.Errorf("%q: %#v", wkt, err)
		}
	})
}
