/**
 * `npm run up`: installs (bootstrap.mjs), prepares the database, builds, serves, prints the address.
 * One launcher owns a data directory; a second one says where the first serves.
 */
import { existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { buildSite, builtFingerprint, fingerprintSources } from "./build-site";
import { messageOf } from "./database/external";
import { migrate } from "./database/migrate";
import { createSetupLink } from "./database/setup-link";
import { type LockHolder, readHolder, takeLock } from "./lock.mjs";
import { assertPortIsFree } from "./port";
import { readSettings, type Settings } from "./settings";
import { Supervisor } from "./supervisor";

/** Seconds that a running launcher may take to be healthy, once it has said where it serves. */
const JOIN_SECONDS = 60;
const START_SECONDS = 60;
const LOCK = "up";

/** What is served and how it is built; tests put in other ones. */
export type Site = {
  serverScript: string;
  build(say: (message: string) => void, signal: AbortSignal): Promise<boolean>;
};

const SITE: Site = { serverScript: "lib/cli/serve.mjs", build: buildSite };

const startedAt = Date.now();
function say(message: string): void {
  console.error(`[${((Date.now() - startedAt) / 1000).toFixed(1).padStart(5)} s] ${message}`);
}

async function isHealthy(url: string): Promise<boolean> {
  try {
    const response = await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(5_000) });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}

/**
 * Waits for the launcher that owns the directory. @returns an exit code, or null when that launcher ended
 * meanwhile and the directory is free to take.
 */
async function joinRunning(dataDir: string, first: LockHolder): Promise<number | null> {
  say(`another \`npm run up\` (process ${first.pid}) owns ${dataDir}; waiting for it to answer …`);
  for (let unanswered = 0; unanswered < JOIN_SECONDS; ) {
    const holder = readHolder(dataDir, LOCK);
    if (!holder) return null;
    if (holder.url) {
      if (await isHealthy(holder.url)) {
        say(`ready: ${holder.url} (already running as process ${holder.pid}; nothing was started)`);
        if (builtFingerprint() !== fingerprintSources())
          say("the sources changed since it was built: stop it and run again to see them");
        return 0;
      }
      unanswered++;
    }
    await sleep(1_000);
  }
  say(`process ${first.pid} holds the directory but does not answer. Stop it, then run again.`);
  return 1;
}

/** From nothing to an answering server. */
async function serve(supervisor: Supervisor, settings: Settings, site: Site): Promise<void> {
  const { signal } = supervisor;
  await assertPortIsFree(settings.port, settings.host);
  const databaseUrl = await supervisor.startDatabase();
  const applied = await migrate(databaseUrl);
  if (applied.length > 0) say(`database: applied ${applied.join(", ")}`);
  const wasBuilt = await site.build(say, signal);
  signal.throwIfAborted();
  if (!wasBuilt) say("the site is built already");
  supervisor.startServer();
  const until = Date.now() + START_SECONDS * 1_000;
  while (!(supervisor.serverIsListening && (await isHealthy(settings.url)))) {
    signal.throwIfAborted();
    if (Date.now() > until)
      throw new Error(`The server did not answer on ${settings.url}/api/health within ${START_SECONDS} s.`);
    await sleep(100);
  }
  say(`ready: ${settings.url}`);
  await saySetupLink(databaseUrl, settings.appUrl);
}

/** The server serves without it, so a database that is gone for a moment is no reason to stop. */
async function saySetupLink(databaseUrl: string, appUrl: string): Promise<void> {
  try {
    const link = await createSetupLink(databaseUrl, appUrl);
    if (link) say(`no administrator yet. To become one, open this once within 24 hours: ${link}`);
  } catch (error) {
    say(`no link for a first administrator could be made (${messageOf(error)}); the next start tries again`);
  }
}

/** Serves until told to stop. @returns the exit code. */
async function own(settings: Settings, site: Site, setUrl: (url: string) => void): Promise<number> {
  const supervisor = new Supervisor(settings, site.serverScript, say);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.on(signal, () => {
      if (!supervisor.signal.aborted) say(`stopping (${signal}) …`);
      void supervisor.stop(0);
    });
  const serving = serve(supervisor, settings, site).then(
    () => setUrl(settings.url),
    async (error: unknown) => {
      if (supervisor.signal.aborted) return;
      say(messageOf(error));
      await supervisor.stop(1);
    },
  );
  const code = await supervisor.done;
  await serving;
  return code;
}

function makeDataDir(dataDir: string): void {
  // With `recursive`, Node tries for ever where a file system lets nothing be made (as /proc).
  const recursive = !existsSync(path.dirname(dataDir));
  if (!existsSync(dataDir)) mkdirSync(dataDir, { recursive, mode: 0o700 });
}

/** Joins the launcher that owns the data directory, or becomes it. @returns the exit code. */
export async function launch(settings: Settings, site: Site): Promise<number> {
  const { dataDir } = settings;
  try {
    makeDataDir(dataDir);
    for (;;) {
      const taken = await takeLock(dataDir, LOCK);
      if ("heldBy" in taken) {
        const code = await joinRunning(dataDir, taken.heldBy);
        if (code !== null) return code;
        continue;
      }
      try {
        return await own(settings, site, taken.lock.setUrl);
      } finally {
        taken.lock.release();
      }
    }
  } catch (error) {
    say(`DATA_DIR (${dataDir}) cannot be used: ${messageOf(error)}`);
    return 1;
  }
}

export async function main(_args: string[]): Promise<number> {
  let settings: Settings;
  try {
    settings = readSettings(process.env);
  } catch (error) {
    console.error(messageOf(error));
    return 1;
  }
  return launch(settings, SITE);
}
