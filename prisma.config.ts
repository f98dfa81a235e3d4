import { defineConfig } from "prisma/config";

// Prisma reads its own configuration before the app's typed env exists; the generator needs no live URL.
export default defineConfig({
  schema: "prisma/schema.prisma",
  datasource: { url: process.env.DATABASE_URL ?? "" },
});
