"use client";

import "./globals.css";

/** The last resort, when the frame of the page itself failed: no fonts, no header, still a way out. */
export default function GlobalError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <html lang="en">
      <body>
        <title>Something failed · Shortlist</title>
        <main className="mx-auto grid max-w-xl gap-4 px-4 py-24">
          <h1 className="font-serif text-3xl font-semibold">Shortlist could not be shown</h1>
          <p className="text-ink-2">
            What you typed in an interview is kept on this device.
            {error.digest && ` The entry in the server's log is ${error.digest}.`}
          </p>
          <p className="flex gap-4">
            <button type="button" onClick={reset} className="min-h-9 cursor-pointer text-accent underline">
              Try again
            </button>
            {/* A full load on purpose: the router may be what failed. */}
            <a href="/" className="inline-flex min-h-9 items-center">
              Home
            </a>
          </p>
        </main>
      </body>
    </html>
  );
}
