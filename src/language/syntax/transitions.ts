/**
 * The arc-hybrid transition system (Kuhlmann, Gómez-Rodríguez and Satta 2011). The root is the
 * token left on the stack at the end, so every run ends in a tree with exactly one root.
 */

export const SHIFT = 0;
export const LEFT = 1;
export const RIGHT = 2;

/** A state of the parser; arcs are kept as heads and labels with the outermost children. */
export class State {
  readonly size: number;
  readonly stack: Int32Array;
  depth = 0;
  next = 0;
  readonly heads: Int32Array;
  readonly labels: Int32Array;
  /** Outermost and second outermost child on each side, -1 if there is none. */
  readonly left1: Int32Array;
  readonly left2: Int32Array;
  readonly right1: Int32Array;
  readonly right2: Int32Array;
  readonly leftCount: Int32Array;
  readonly rightCount: Int32Array;

  constructor(size: number) {
    const none = (): Int32Array => new Int32Array(size).fill(-1);
    this.size = size;
    this.stack = new Int32Array(size);
    this.heads = none();
    this.labels = none();
    this.left1 = none();
    this.left2 = none();
    this.right1 = none();
    this.right2 = none();
    this.leftCount = new Int32Array(size);
    this.rightCount = new Int32Array(size);
  }

  /** The token `i` places below the top of the stack, or -1. */
  fromTop(i: number): number {
    return i < this.depth ? (this.stack[this.depth - 1 - i] as number) : -1;
  }

  get done(): boolean {
    return this.next >= this.size && this.depth <= 1;
  }

  allowed(action: number): boolean {
    if (action === SHIFT) {
      return this.next < this.size;
    }
    return action === LEFT ? this.depth > 0 && this.next < this.size : this.depth > 1;
  }

  /** Makes a move; LEFT hangs the top of the stack on the next token, RIGHT on the one below it. */
  apply(action: number, label: number): void {
    if (action === SHIFT) {
      this.stack[this.depth] = this.next;
      this.depth += 1;
      this.next += 1;
      return;
    }
    const child = this.fromTop(0);
    const head = action === LEFT ? this.next : this.fromTop(1);
    this.depth -= 1;
    this.heads[child] = head;
    this.labels[child] = label;
    const [outer, second, count] =
      action === LEFT
        ? [this.left1, this.left2, this.leftCount]
        : [this.right1, this.right2, this.rightCount];
    second[head] = outer[head] as number;
    outer[head] = child;
    count[head] = (count[head] as number) + 1;
  }
}
