/** The Content-Security-Policy of every page, as one string. */

/** What script-src allows beside our own files: hashes or a nonce, quoted as the header wants them. */
export function contentSecurityPolicy(scriptSources: readonly string[], isDevelopment: boolean): string {
  const directives: Record<string, string[]> = {
    "default-src": ["'self'"],
    // tfjs and our scan kernel compile WebAssembly; nothing evaluates strings. React's dev tools do.
    "script-src": [
      "'self'",
      "'wasm-unsafe-eval'",
      ...scriptSources,
      ...(isDevelopment ? ["'unsafe-eval'"] : []),
    ],
    "style-src": ["'self'", ...(isDevelopment ? ["'unsafe-inline'"] : [])],
    // KaTeX and the code highlighter position and colour by style attributes.
    "style-src-attr": ["'unsafe-inline'"],
    "img-src": ["'self'", "data:", "blob:"],
    "font-src": ["'self'"],
    "connect-src": ["'self'", ...(isDevelopment ? ["ws:"] : [])],
    "worker-src": ["'self'", "blob:"],
    "object-src": ["'none'"],
    "base-uri": ["'none'"],
    "form-action": ["'self'"],
    "frame-ancestors": ["'none'"],
  };
  return Object.entries(directives)
    .map(([name, values]) => `${name} ${values.join(" ")}`)
    .join("; ");
}
