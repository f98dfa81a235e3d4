/**
 * The memory of tensors in tfjs's WebAssembly module (tfjs-backend-wasm 4.22, SIMD, one thread), and the module's
 * functions that the kernels call. The package's own backend class would bring the glue of its threaded variant, a
 * third of its code, whose threads never run in 4.22.
 */
import type { BackendWasmModule } from "@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm";
import createModule from "@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm.js";
import { DataStorage, KernelBackend } from "@tensorflow/tfjs-core/dist/backends/backend";
import type { DataId, TensorInfo } from "@tensorflow/tfjs-core/dist/tensor_info";
import type { BackendValues, DataType } from "@tensorflow/tfjs-core/dist/types";
import { engine } from "./tfjs";

const WASM_FILE = "tfjs-backend-wasm-simd.wasm";
const BYTES = 4;

type Stored = {
  /** The number under which the module knows the tensor. */
  readonly id: number;
  /** Where its values begin, in bytes. */
  readonly offset: number;
  readonly size: number;
  readonly dtype: DataType;
  references: number;
};

type Values = Float32Array | Int32Array;
type NativeFunction = (...values: readonly (number | boolean | Uint8Array)[]) => void;

const sizeOf = (shape: readonly number[]) => shape.reduce((size, length) => size * length, 1);

/** How the module receives a shape. */
export const shapeBytes = (shape: readonly number[]) => new Uint8Array(Int32Array.from(shape).buffer);

export class WasmBackend extends KernelBackend {
  private readonly data: DataStorage<Stored>;
  private readonly functions = new Map<string, NativeFunction>();
  private nextId = 1;

  constructor(private readonly wasm: BackendWasmModule) {
    super();
    this.data = new DataStorage(this, engine());
    this.native("init_with_threads_count", ["number"])(1);
  }

  /** A function of the module; "array" arguments are copied in. */
  native(name: string, argumentTypes: ("number" | "array")[]): NativeFunction {
    let call = this.functions.get(name);
    if (!call) {
      call = this.wasm.cwrap(name, null, argumentTypes) as NativeFunction;
      this.functions.set(name, call);
    }
    return call;
  }

  override write(values: BackendValues | null, shape: number[], dtype: DataType): DataId {
    const dataId = {};
    this.move(dataId, values, shape, dtype, 1);
    return dataId;
  }

  override move(
    dataId: DataId,
    values: BackendValues | null,
    shape: number[],
    dtype: DataType,
    references: number,
  ) {
    if (dtype !== "float32" && dtype !== "int32") throw new Error(`There are no tensors of ${dtype} here.`);
    const size = sizeOf(shape);
    // Addresses above 2 GB come back negative.
    const offset = this.wasm._malloc(size * BYTES) >>> 0;
    const id = this.nextId++;
    this.data.set(dataId, { id, offset, size, dtype, references });
    this.native("register_tensor", ["number", "number", "number"])(id, size, offset);
    if (values) this.view(dataId).set(values as Values);
  }

  /** An output of a kernel, its values not yet set. Views of other tensors made before may be detached by it. */
  makeOutput(shape: number[], dtype: DataType): TensorInfo {
    return { dataId: this.write(null, shape, dtype), shape, dtype };
  }

  /** The same values under another shape. */
  share(x: TensorInfo, shape: number[]): TensorInfo {
    this.incRef(x.dataId);
    return { dataId: x.dataId, shape, dtype: x.dtype };
  }

  idOf({ dataId }: TensorInfo): number {
    return this.data.get(dataId).id;
  }

  /** The values of a tensor, in place. Valid until memory is allocated. */
  view(dataId: DataId): Values {
    const { offset, size, dtype } = this.data.get(dataId);
    const { buffer } = this.wasm.HEAPU8;
    return dtype === "int32" ? new Int32Array(buffer, offset, size) : new Float32Array(buffer, offset, size);
  }

  override readSync(dataId: DataId): BackendValues {
    return this.view(dataId).slice();
  }

  override async read(dataId: DataId): Promise<BackendValues> {
    return this.readSync(dataId);
  }

  override disposeData(dataId: DataId, force = false): boolean {
    if (!this.data.has(dataId)) return true;
    const stored = this.data.get(dataId);
    stored.references--;
    if (!force && stored.references > 0) return false;
    this.wasm._free(stored.offset);
    this.native("dispose_data", ["number"])(stored.id);
    this.data.delete(dataId);
    return true;
  }

  override refCount(dataId: DataId): number {
    return this.data.has(dataId) ? this.data.get(dataId).references : 0;
  }

  override incRef(dataId: DataId) {
    this.data.get(dataId).references++;
  }

  override numDataIds(): number {
    return this.data.numDataIds();
  }

  override memory() {
    return { unreliable: false };
  }

  override floatPrecision(): 16 | 32 {
    return 32;
  }

  override async time(run: () => void) {
    const start = performance.now();
    run();
    return { kernelMs: performance.now() - start };
  }

  override dispose() {
    this.native("dispose", [])();
  }
}

/** Loads the module from `folder`, which ends in a slash. */
export async function loadWasmBackend(folder: string): Promise<WasmBackend> {
  const wasm = await new Promise<BackendWasmModule>((resolve, reject) => {
    const onAbort = () => reject(new Error(`${folder}${WASM_FILE} could not be loaded.`));
    createModule({ locateFile: () => `${folder}${WASM_FILE}`, onAbort }).then(resolve, reject);
  });
  return new WasmBackend(wasm);
}
