import localFont from "next/font/local";

/** Self-hosted variable fonts, Latin subset; glyphs outside it fall back to the system's font. Licences lie beside the files. */
export const sans = localFont({
  src: "./inter-latin-wght-normal.woff2",
  weight: "100 900",
  variable: "--font-inter",
  display: "swap",
  adjustFontFallback: "Arial",
});

export const serif = localFont({
  src: [
    { path: "./source-serif-4-latin-wght-normal.woff2", style: "normal", weight: "200 900" },
    { path: "./source-serif-4-latin-wght-italic.woff2", style: "italic", weight: "200 900" },
  ],
  variable: "--font-source-serif",
  display: "swap",
  preload: false,
  adjustFontFallback: "Times New Roman",
});

export const mono = localFont({
  src: "./jetbrains-mono-latin-wght-normal.woff2",
  weight: "100 800",
  variable: "--font-jetbrains-mono",
  display: "swap",
  preload: false,
  adjustFontFallback: false,
});
