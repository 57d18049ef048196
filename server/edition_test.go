package server_test

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/hydrant-ld/hydrant/server"
	"github.com/hydrant-ld/hydrant/server/store"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// gateway serves an API below a path on another host. It says so if it is asked to.
func gateway(api http.Handler, prefix string, says bool) http.Handler {
	return http.StripPrefix(prefix, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if says {
			r.Header.Set("X-Forwarded-Prefix", prefix)
		}
		api.ServeHTTP(w, r)
	}))
}

func trusting(c *server.Config) {
	c.TrustedProxies = []netip.Prefix{netip.MustParsePrefix("192.0.2.0/24")} // httptest's requests come from there
}

// logsErrors makes an API log what is its own fault.
func logsErrors(to io.Writer) options {
	return func(c *server.Config) {
		c.Logger = slog.New(slog.NewTextHandler(to, &slog.HandlerOptions{Level: slog.LevelError}))
	}
}

func relative(c *server.Config) { c.Links = server.LinkRelative }

// references are the strings of a JSON document that are references to other resources of the API.
func references(v any, into map[string]bool) {
	switch v := v.(type) {
	case map[string]any:
		for _, member := range v {
			references(member, into)
		}
	case []any:
		for _, one := range v {
			references(one, into)
		}
	case string:
		if strings.HasPrefix(v, "/") || strings.HasPrefix(v, ".") && !strings.ContainsAny(v, " ") {
			into[v] = true
		}
	}
}

// crawl follows every reference in the JSON of an API from its entry point, and returns the addresses that it found.
func crawl(t *testing.T, h http.Handler, start, accept string) map[string]string {
	t.Helper()
	found := map[string]string{}
	for queue := []string{start}; len(queue) > 0; queue = queue[1:] {
		address := queue[0]
		if _, seen := found[address]; seen || len(found) > 300 {
			continue
		}
		w := get(h, address, "Accept", accept+", application/ld+json;q=0.5, application/json;q=0.4, */*;q=0.1")
		if w.Code != http.StatusOK {
			t.Errorf("%s: %d %s", address, w.Code, w.Body)
		}
		found[address] = w.Body.String()
		base, err := url.Parse("https://data.example.org" + address) // the gateway may have the host of the API
		if err != nil {
			t.Fatal(err)
		}
		follow := func(reference string) {
			target, err := base.Parse(reference)
			if err != nil {
				t.Fatalf("%s: %q: %v", address, reference, err)
			}
			if target.Host == base.Host {
				queue = append(queue, target.RequestURI())
			}
		}
		for _, l := range linkOf.FindAllStringSubmatch(strings.Join(w.Header()["Link"], ", "), -1) {
			follow(l[1])
		}
		var body any
		if json.Unmarshal(w.Body.Bytes(), &body) != nil {
			continue
		}
		if object, ok := body.(map[string]any); ok && (object["openapi"] != nil || object["swagger"] != nil) {
			continue // OpenAPI tells addresses, which no gateway is known in
		}
		all := map[string]bool{}
		references(body, all)
		for reference := range all {
			if strings.ContainsAny(reference, "{}") {
				continue // a template
			}
			follow(reference)
		}
	}
	return found
}

func TestLinksResolveBehindGateways(t *testing.T) {
	for _, test := range []struct {
		name   string
		change options
		says   bool
	}{
		{"that say what they took off", trusting, true},
		{"where links are relative", relative, false},
	} {
		for _, accept := range []string{"application/ld+json", "application/json", hal} {
			t.Run(test.name+", as "+accept, func(t *testing.T) {
				api := houseAPI(t, test.change)
				var pages []map[string]string
				for _, prefix := range []string{"/open-data", "/a/b"} {
					found := crawl(t, gateway(api, prefix, test.says), prefix+"/api", accept)
					for _, want := range []string{"/api/houses", "/api/houses/h2", "/api/houses/h2/house-rooms", "/api/houses/" + url.PathEscape("é/1") + "/house-rooms/r1", "/api/documentation"} {
						if _, ok := found[prefix+want]; !ok {
							t.Errorf("behind %s no link leads to %s", prefix, want)
						}
					}
					if len(found) < 6 {
						t.Errorf("behind %s: only %d addresses", prefix, len(found))
					}
					pages = append(pages, found)
				}
				for address, body := range pages[0] {
					if same := pages[1]["/a/b"+strings.TrimPrefix(address, "/open-data")]; !test.says && same != body {
						t.Errorf("%s: the bodies differ:\n%s\n%s", address, body, same)
					}
				}
			})
		}
	}
}

// isSame fails the test unless two graphs are the same.
func isSame(t *testing.T, what string, want, got []rdf.Triple) {
	t.Helper()
	template := func(t rdf.Triple) bool { return t.Predicate.Value == "http://www.w3.org/ns/hydra/core#template" } // text, which is relative too
	want, got = slices.DeleteFunc(want, template), slices.DeleteFunc(got, template)
	if same, err := rdf.Isomorphic(want, got); err != nil || !same || len(want) == 0 {
		t.Errorf("%s: %v\n%s", what, err, rdf.Diff(want, got))
	}
}

func TestRelativeLinksAreTheSameGraph(t *testing.T) {
	relatively, plainly := houseAPI(t, relative), houseAPI(t)
	for _, path := range []string{"/api/houses", "/api/houses/h2", "/api/houses/h2/house-rooms", "/api/houses/" + url.PathEscape("é/1") + "/house-rooms/r1", "/api/problems/notFound", "/api/catalog"} {
		for _, accept := range []string{"application/ld+json", "application/n-triples"} {
			got := graph(t, relatively, path, get(relatively, path, "Accept", accept))
			want := graph(t, plainly, path, get(plainly, path, "Accept", accept))
			isSame(t, path, want, got)
		}
	}
	for _, path := range []string{"/api", "/api/"} {
		if body := get(relatively, path).Body.String(); path == "/api" && !strings.Contains(body, `"@id":"./api"`) || path == "/api/" && !strings.Contains(body, `"@id":"./"`) {
			t.Errorf("%s: %s", path, body)
		}
	}
}

func TestLinksOfWhatIsNotThereLeadOnToo(t *testing.T) {
	api := houseAPI(t, relative)
	for path, want := range map[string]string{
		"/api/nothing": "/api/documentation", "/api/houses/h2/nothing": "/api/documentation", "/nothing": "/api/documentation", "/ping": "/api/documentation",
	} {
		links := linkOf.FindStringSubmatch(get(api, path).Header().Get("Link"))
		base, err := url.Parse("https://data.example.org" + path)
		if err != nil || links == nil {
			t.Fatalf("%s: %v, %q", path, err, links)
		}
		if target, err := base.Parse(links[1]); err != nil || target.Path != want {
			t.Errorf("%s links to %s: %v", path, target, err)
		}
	}
}

func TestPrefixesAreBelievedFromTrustedProxiesOnly(t *testing.T) {
	for _, test := range []struct {
		name, prefix string
		change       options
		from         string
		want         string
	}{
		{"a proxy that is trusted", "/gw", trusting, "192.0.2.7:1", "/gw/api"},
		{"a trailing slash is none", "/gw/", trusting, "192.0.2.7:1", "/gw/api"},
		{"an address of IPv4 in IPv6", "/gw", trusting, "[::ffff:192.0.2.7]:1", "/gw/api"},
		{"anybody else", "/gw", trusting, "198.51.100.1:1", "/api"},
		{"nobody is trusted", "/gw", func(*server.Config) {}, "192.0.2.7:1", "/api"},
		{"an address that is none", "/gw", trusting, "pipe", "/api"},
		{"another host", "//evil.example", trusting, "192.0.2.7:1", "/api"},
		{"no path", "gw", trusting, "192.0.2.7:1", "/api"},
		{"dot segments", "/a/../b", trusting, "192.0.2.7:1", "/api"},
		{"encoded dot segments", "/a/%2e%2E/b", trusting, "192.0.2.7:1", "/api"},
		{"nothing but slashes", "//", trusting, "192.0.2.7:1", "/api"},
		{"an encoded slash", "/a%2Fb", trusting, "192.0.2.7:1", "/api"},
		{"a query", "/a?b", trusting, "192.0.2.7:1", "/api"},
		{"characters that no address has", "/a\"b", trusting, "192.0.2.7:1", "/api"},
		{"two prefixes", "/a, /b", trusting, "192.0.2.7:1", "/api"},
		{"the root", "/", trusting, "192.0.2.7:1", "/api"},
		{"one that is too long", "/" + strings.Repeat("a", 300), trusting, "192.0.2.7:1", "/api"},
	} {
		t.Run(test.name, func(t *testing.T) {
			var mistakes bytes.Buffer
			api := houseAPI(t, test.change, logsErrors(&mistakes))
			r := httptest.NewRequest(http.MethodGet, "/api/houses/h2", nil)
			r.RemoteAddr = test.from
			r.Header.Set("X-Forwarded-Prefix", test.prefix)
			w := httptest.NewRecorder()
			api.ServeHTTP(w, r)
			if w.Code != http.StatusOK || !strings.Contains(w.Body.String(), `"@id":"`+test.want+`/houses/h2"`) {
				t.Errorf("%d %s", w.Code, w.Body)
			}
			if mistakes.Len() > 0 {
				t.Errorf("%s", &mistakes)
			}
			if trusted := strings.Contains(w.Header().Get("Vary"), "X-Forwarded-Prefix"); trusted != !strings.HasPrefix(test.name, "nobody") {
				t.Errorf("Vary %q", w.Header().Get("Vary"))
			}
			if link := w.Header().Get("Link"); !strings.Contains(link, "https://data.example.org"+test.want+"/documentation") {
				t.Errorf("Link %q", link)
			}
		})
	}
}

func TestAProblemSaysWhereItWasBehindAGateway(t *testing.T) {
	w := get(gateway(houseAPI(t, trusting), "/gw", true), "/gw/api/houses/h9?x=1")
	if !strings.Contains(w.Body.String(), `"instance":"/gw/api/houses/h9?x=1"`) {
		t.Errorf("%s", w.Body)
	}
}

// idle is a listener that nobody connects to.
type idle struct {
	net.Listener

	closed chan struct{}
	once   sync.Once
}

func (l *idle) Accept() (net.Conn, error) {
	<-l.closed
	return nil, net.ErrClosed
}

func (l *idle) Close() error {
	l.once.Do(func() { close(l.closed) })
	return nil
}

func TestPingFailsBehindEveryGatewayWhenTheServerIsAboutToStop(t *testing.T) {
	for name, change := range map[string]options{"plain": func(*server.Config) {}, "trusting": trusting, "relative": relative} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				api := houseAPI(t, change)
				ctx, stop := context.WithCancel(t.Context())
				ended := make(chan error)
				go func() {
					ended <- api.Run(ctx, &idle{closed: make(chan struct{})}, nil, server.RunOptions{Drain: time.Minute})
				}()
				synctest.Wait()
				before := get(gateway(api, "/gw", true), "/gw/ping")
				stop()
				synctest.Wait()
				after := get(gateway(api, "/gw", true), "/gw/ping")
				if before.Code != http.StatusOK || after.Code != http.StatusServiceUnavailable {
					t.Errorf("%d, then %d", before.Code, after.Code)
				}
				if err := <-ended; err != nil {
					t.Error(err)
				}
			})
		})
	}
}

func TestTheTeamsOwnRoutesAreBehindGatewaysToo(t *testing.T) {
	var api *server.Server
	own := server.Route{Path: "/own", Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		api.WriteError(w, r, store.ErrNotFound)
	})}
	api = houseAPI(t, func(c *server.Config) { trusting(c); c.Routes = []server.Route{own} })
	w := get(gateway(api, "/gw", true), "/gw/api/own")
	for _, want := range []string{`"instance":"/gw/api/own"`, `"type":"https://data.example.org/gw/api/problems/notFound"`} {
		if w.Code != http.StatusNotFound || !strings.Contains(w.Body.String(), want) {
			t.Errorf("%d, no %s in %s", w.Code, want, w.Body)
		}
	}
	if w := get(api, "/api/own"); !strings.Contains(w.Body.String(), `"instance":"/api/own"`) {
		t.Errorf("without a gateway: %s", w.Body)
	}
}

func TestManyPrefixesAreServed(t *testing.T) {
	api := houseAPI(t, trusting)
	for i := range 70 {
		prefix := "/p" + strings.Repeat("x", i)
		if w := get(gateway(api, prefix, true), prefix+"/api/houses/h2"); !strings.Contains(w.Body.String(), `"`+prefix+`/api/houses/h2"`) {
			t.Fatalf("%s: %s", prefix, w.Body)
		}
	}
}
