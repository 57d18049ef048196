package cli

import (
	"net"
	"net/netip"
)

// derivedBase is the base URL of an API that is served at an address and has been given none.
func (r *run) derivedBase(addr string) string {
	host, port, err := net.SplitHostPort(addr)
	if err != nil {
		host, port = "localhost", ""
	}
	ip, err := netip.ParseAddr(host)
	if host == "" || err == nil && (ip.IsUnspecified() || ip.IsLoopback()) {
		host = "localhost"
	}
	switch {
	case port != "" && port != "80":
		host = net.JoinHostPort(host, port)
	case err == nil && ip.Is6() && host != "localhost":
		host = "[" + host + "]"
	}
	return "http://" + host + r.app.Path
}

// boundAddr is an address as it was given, with the port that the listener has: "localhost:0" becomes "localhost:40123".
func boundAddr(given string, listener net.Listener) string {
	host, _, err := net.SplitHostPort(given)
	_, port, bound := net.SplitHostPort(listener.Addr().String())
	if err != nil || bound != nil {
		return given
	}
	return net.JoinHostPort(host, port)
}
