package store_test

import (
	"math"
	"testing"
	"time"
	"unsafe"

	"github.com/hydrant-ld/hydrant/server/store"
	"github.com/hydrant-ld/hydrant/server/store/storetest"
)

func TestKeysAreReadAsExactlyTheSameValue(t *testing.T) {
	for _, test := range []struct {
		path  string
		value store.Value
		key   string
	}{
		{"name", store.Text("a=b"), "=a=b"},
		{"name", store.Text(""), "="},
		{"name", store.Value{}, ""},
		{"alive", store.Bool(false), "=false"},
		{"size", store.Int(math.MinInt64), "=-9223372036854775808"},
		{"legs", store.Uint(math.MaxUint64), "=18446744073709551615"},
		{"weight", store.Float(math.Nextafter(0.1, 1)), "=0.10000000000000002"},
		{"weight", store.Float(math.Copysign(0, -1)), "=-0"},
		{"weight", store.Float(math.Inf(1)), "=INF"},
		{"weight", store.Float(math.NaN()), "=NaN"},
		{"price", store.Decimal("+01.50"), "=+01.50"},
		{"found", store.Date(date(t, "0001-02-03")), "=0001-02-03"},
		{"noon", store.Time(clock(t, "12:00:00.5")), "=12:00:00.5"},
		{"year", store.GYear(-44), "=-0044"},
		{"seen", store.DateTime(time.Unix(-1, 7)), "=-1.7"},
		{"logged", store.DateTime(time.Date(123456, 1, 1, 0, 0, 0, 0, time.UTC)), "=3833727840000.0"},
		{"mode", store.Text("gone"), "=gone"},
	} {
		t.Run(test.path+test.key, func(t *testing.T) {
			key := string(test.value.AppendKey(nil))
			if key != test.key {
				t.Errorf("the key is %q, want %q", key, test.key)
			}
			got, err := store.ParseKey(property(t, test.path), key)
			if err != nil || store.Compare(got, test.value) != 0 || string(got.AppendKey(nil)) != key {
				t.Errorf("read as %q, %v; want %q", got, err, test.value)
			}
		})
	}
}

func TestAnIdentifierIsAKeyWithoutProperty(t *testing.T) {
	id, err := store.ParseKey(nil, "=a/b")
	if err != nil || store.Compare(id, store.Text("a/b")) != 0 {
		t.Errorf("got %q, %v", id, err)
	}
	if v, err := store.ParseKey(nil, ""); err == nil {
		t.Errorf("an identifier is never absent, but %q was read", v)
	}
}

func TestKeysThatNobodyMadeAreRefused(t *testing.T) {
	for _, test := range []struct{ path, key string }{
		{"name", "no equals sign"},
		{"size", "="},
		{"size", "=1.5"},
		{"size", "=+1"},
		{"size", "=01"},
		{"size", "=99999999999999999999"},
		{"legs", "=-1"},
		{"alive", "=1"},
		{"alive", "=TRUE"},
		{"weight", "=0x1p3"},
		{"weight", "=1e0"},
		{"weight", "=inf"},
		{"found", "=2024-02-30"},
		{"found", "=0000-00-00"},
		{"noon", "=24:00:00"},
		{"noon", "=12:00:00.50"},
		{"year", "=0"},
		{"year", "=5"},
		{"seen", "=1"},
		{"seen", "=1.x"},
		{"seen", "=1.1000000000"},
		{"seen", "=2026-01-01T00:00:00Z"},
		{"seen", "=1.-1"},
	} {
		t.Run(test.path+test.key, func(t *testing.T) {
			if v, err := store.ParseKey(property(t, test.path), test.key); err == nil {
				t.Errorf("read as %q", v)
			}
		})
	}
}

func FuzzParseKeyReadsOnlyWhatAppendKeyWrites(f *testing.F) {
	definition, err := storetest.NewClass().Definition()
	if err != nil {
		f.Fatal(err)
	}
	for _, specimen := range storetest.Generate(3, 9) {
		for i, p := range definition.Properties {
			f.Add(i, string(store.ValueOf(p, unsafe.Pointer(specimen)).AppendKey(nil)))
		}
	}
	f.Fuzz(func(t *testing.T, i int, key string) {
		p := definition.Properties[uint(i)%uint(len(definition.Properties))]
		v, err := store.ParseKey(p, key)
		if err == nil && string(v.AppendKey(nil)) != key {
			t.Errorf("%s: %q was read as %q", p.Path, key, v)
		}
	})
}
