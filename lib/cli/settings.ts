/** What the launcher was told, checked before anything is started, by the rules that the app itself has. */
import { randomBytes } from "node:crypto";
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import path from "node:path";
import { readEnv } from "../env";

export type Settings = {
  dataDir: string;
  port: number;
  host: string | undefined;
  /** Null: the embedded database. */
  databaseUrl: string | null;
  /** Null: the one kept in the data directory. */
  authSecret: string | null;
  /** Where this machine reaches the server. */
  url: string;
  /** Where people reach it. */
  appUrl: string;
  trustedProxyHops: number;
};

/** Only checked against, never used. */
const PLACEHOLDER_URL = "postgresql://embedded";
const PLACEHOLDER_SECRET = "-".repeat(32);

function localUrl(host: string | undefined, port: number): string {
  const isEverywhere = !host || host === "0.0.0.0" || host === "::";
  const name = isEverywhere ? "localhost" : host.includes(":") ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

/** @throws an Error that lists every wrong setting. */
export function readSettings(source: Readonly<Record<string, string | undefined>>): Settings {
  const databaseUrl = source.DATABASE_URL?.trim() || null;
  const authSecret = source.AUTH_SECRET?.trim() || null;
  const env = readEnv({
    ...source,
    NODE_ENV: "production",
    DATABASE_URL: databaseUrl ?? PLACEHOLDER_URL,
    AUTH_SECRET: authSecret ?? PLACEHOLDER_SECRET,
  });
  const url = localUrl(env.HOST, env.PORT);
  return {
    dataDir: path.resolve(env.DATA_DIR),
    port: env.PORT,
    host: env.HOST,
    databaseUrl,
    authSecret,
    url,
    appUrl: env.APP_URL ?? url,
    trustedProxyHops: env.TRUSTED_PROXY_HOPS,
  };
}

/**
 * The secret that signs sessions and links: made once, readable by its owner only, whole on the disk before
 * it is used. A machine that lost power while an older version wrote it may have left an empty file.
 */
export function keptSecret(dataDir: string): string {
  const file = path.join(dataDir, "secret");
  const kept = existsSync(file) ? readFileSync(file, "utf8").trim() : "";
  if (kept.length >= PLACEHOLDER_SECRET.length) return kept;
  const secret = randomBytes(48).toString("base64url");
  const handle = openSync(`${file}.new`, "w", 0o600);
  writeSync(handle, secret);
  fsyncSync(handle);
  closeSync(handle);
  renameSync(`${file}.new`, file);
  return secret;
}

/** What the server's process is told beside what the host has set. */
export function serverEnvironment(
  settings: Settings,
  databaseUrl: string,
  authSecret: string,
): Record<string, string> {
  return {
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    PORT: String(settings.port),
    HOST: settings.host ?? "",
    APP_URL: settings.appUrl === settings.url ? "" : settings.appUrl,
    TRUSTED_PROXY_HOPS: String(settings.trustedProxyHops),
    DATABASE_URL: databaseUrl,
    AUTH_SECRET: authSecret,
  };
}
