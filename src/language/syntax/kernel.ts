import { assembleLoops } from "./loops.ts";

/** What is used of the WebAssembly interface; Node's type definitions leave it to the browser's. */
interface WasmMemory {
  readonly buffer: ArrayBuffer;
}
declare const WebAssembly: {
  readonly Memory: new (size: { initial: number }) => WasmMemory;
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (
    module: object,
    imports: { env: { memory: WasmMemory } },
  ) => { readonly exports: object };
};

/** The loops. Places and lengths are in bytes but for counts of rows and columns. */
export interface Loops {
  /**
   * `out[row] += scales[row] * sum(weights[row] * input)`; columns a multiple of sixteen, at most
   * 512. `room` is a place for as many 16-bit integers.
   */
  addProduct(
    weights: number,
    scales: number,
    rows: number,
    columns: number,
    input: number,
    out: number,
    room: number,
  ): void;
  /** `out[row] = sum(vectors[row] * input)`; columns a multiple of eight. */
  dots(vectors: number, rows: number, columns: number, input: number, out: number): void;
  /** `out += scale * bytes` up to `end`; the length a multiple of eight floats. */
  addScaled(bytes: number, scale: number, out: number, end: number): void;
  /** One step of an LSTM layer; gates in the order input, forget, update, output. */
  lstmStep(gates: number, stride: number, cell: number, state: number): void;
}

const PAGE = 65_536;
const ALIGNMENT = 16;
/** A matrix with more columns could sum up to more than 32 bits hold. */
export const MOST_COLUMNS = 512;

/** Memory that the loops can see, handed out in order. */
export class Kernel {
  readonly loops: Loops;
  private readonly memory: WasmMemory;
  private top = 0;

  /** @param capacity bytes; memory that is never touched costs nothing */
  constructor(capacity: number) {
    this.memory = new WebAssembly.Memory({
      initial: Math.ceil((capacity + MOST_COLUMNS * 2) / PAGE),
    });
    const module = new WebAssembly.Module(assembleLoops());
    const instance = new WebAssembly.Instance(module, { env: { memory: this.memory } });
    this.loops = instance.exports as Loops;
    this.room = this.reserve(MOST_COLUMNS * 2);
  }

  /** A place for rounded inputs. */
  readonly room: number;

  /** Where the next piece of memory will start; for {@link release}. */
  get mark(): number {
    return this.top;
  }

  /** Gives back everything that was handed out since the mark was taken. */
  release(mark: number): void {
    this.top = mark;
  }

  /** Copies bytes in; says where they lie. */
  place(bytes: Uint8Array): number {
    const at = this.reserve(bytes.length);
    this.put(at, bytes);
    return at;
  }

  /** Hands out room for bytes that are put there later. */
  reserve(length: number): number {
    return this.take(length);
  }

  /** Copies bytes to a place that was handed out. */
  put(at: number, bytes: Uint8Array): void {
    new Uint8Array(this.memory.buffer, at, bytes.length).set(bytes);
  }

  /** Hands out room for 32-bit floats, all zero. */
  floats(count: number): Float32Array {
    return new Float32Array(this.memory.buffer, this.take(count * 4), count).fill(0);
  }

  private take(bytes: number): number {
    const at = this.top;
    this.top = Math.ceil((at + bytes) / ALIGNMENT) * ALIGNMENT;
    return at;
  }
}
