package cli

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/netip"
	"time"

	"github.com/hydrant-ld/hydrant/server"
)

// serveCommand serves the API.
type serveCommand struct {
	Addr  string        `placeholder:"HOST:PORT" default:"${addr}" help:"Where to listen; port 0 is any free one. Default: ${default}."`
	Data  []string      `placeholder:"FILE" sep:"none" help:"Load records (one JSON object a line) instead of those that the program brings along; - is stdin. CLASS=FILE where there are several classes."`
	Links string        `enum:"path,absolute,relative" default:"path" help:"How JSON refers to the API's resources: path, absolute, or relative to the request, behind a gateway that takes a path off. Default: ${default}."`
	Trust []string      `placeholder:"NETWORK" help:"Networks of gateways, 10.0.0.0/8 or an address, whose X-Forwarded-Prefix is believed: the path that they take off."`
	Log   string        `enum:"text,json,off" default:"text" help:"How requests are logged on stderr: text, json or off. Default: ${default}."`
	Drain time.Duration `default:"0s" help:"How long to go on accepting requests after SIGTERM while /ping already fails. Default: ${default}."`
	Grace time.Duration `default:"20s" help:"How long requests that were accepted may take after that. Default: ${default}."`
}

// Help is what --help of the command says beside the options.
func (*serveCommand) Help() string {
	return `Without --base-url the base URL is http://localhost:PORT and the path of the API. SIGINT and SIGTERM end the server in an orderly way.`
}

func (c *serveCommand) run(ctx context.Context, r *run) error {
	if c.Drain < 0 || c.Grace <= 0 {
		return usage("--drain %s --grace %s: want no negative time, and some time for requests to end", c.Drain, c.Grace)
	}
	trusted, err := networks(c.Trust)
	if err != nil {
		return err
	}
	var config net.ListenConfig
	listener, err := config.Listen(ctx, "tcp", c.Addr)
	if err != nil {
		return fmt.Errorf("--addr %s: %w", c.Addr, err)
	}
	base := r.baseURL
	if base == "" {
		base = r.derivedBase(boundAddr(c.Addr, listener))
	}
	made, err := r.make(ctx, Settings{
		BaseURL: base, Logger: c.logger(r.stderr), Data: c.Data, TrustedProxies: trusted, Links: linkStyles()[c.Links],
	})
	if err != nil {
		_ = listener.Close() // nothing was accepted: the first error counts
		return err
	}
	r.say("%s: the entry point is %s", r.app.Name, made.API().Base().EntryPoint())
	return made.Run(ctx, listener, nil, server.RunOptions{Drain: c.Drain, Grace: c.Grace})
}

// networks reads the networks of --trust. An address is a network of one.
func networks(values []string) ([]netip.Prefix, error) {
	var out []netip.Prefix
	for _, value := range values {
		network, err := netip.ParsePrefix(value)
		if address, other := netip.ParseAddr(value); other == nil {
			network, err = address.Prefix(address.BitLen())
		}
		if err != nil {
			return nil, usage("--trust %s: want a network such as 10.0.0.0/8, or an address", value)
		}
		out = append(out, network)
	}
	return out, nil
}

func linkStyles() map[string]server.LinkStyle {
	return map[string]server.LinkStyle{"path": server.LinkPath, "absolute": server.LinkAbsolute, "relative": server.LinkRelative}
}

func (c *serveCommand) logger(w io.Writer) *slog.Logger {
	switch c.Log {
	case "text":
		return slog.New(slog.NewTextHandler(w, nil))
	case "json":
		return slog.New(slog.NewJSONHandler(w, nil))
	default:
		return nil
	}
}
