/** The one Prisma client of a process. It connects on first use; `npm run up` has applied the migrations before. */
import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { env } from "@/lib/env";
import { PrismaClient } from "@/lib/generated/prisma/client";

export type Database = PrismaClient;
/** What a data function may be given instead of the client inside a transaction. */
export type Transaction = Parameters<Parameters<PrismaClient["$transaction"]>[0]>[0];

// `next dev` reloads modules; the client must outlive that, or each reload would open a new pool.
const holder = globalThis as unknown as { shortlistDatabase?: PrismaClient };

export async function database(): Promise<PrismaClient> {
  holder.shortlistDatabase ??= new PrismaClient({
    adapter: new PrismaPg({ connectionString: env().DATABASE_URL, max: 10, connectionTimeoutMillis: 10_000 }),
  });
  return holder.shortlistDatabase;
}
