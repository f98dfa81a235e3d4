/**
 * How it is used. Read asynchronously, its kernels run on a thread per core, each sent there by message; read
 * synchronously, they run on the caller's thread at once. Which is faster depends on the size of the work.
 */
export type JaxMode = { readonly isCompiled: boolean; readonly hasThreads: boolean };

export const JAX_MODES: Readonly<Record<string, JaxMode>> = {
  "jit, threads": { isCompiled: true, hasThreads: true },
  "jit, one thread": { isCompiled: true, hasThreads: false },
  "no jit, threads": { isCompiled: false, hasThreads: true },
};
