import { type FileHandle, open, realpath, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { UsageError } from "./usage.ts";

/**
 * A file that appears whole or not at all: written under a temporary name in the same folder, renamed by `keep`. `discard`
 * removes what was written; after `keep` it does nothing.
 */
export class WholeFile {
  readonly #handle: FileHandle;
  readonly #temporary: string;
  readonly #name: string;
  #open = true;

  private constructor(handle: FileHandle, temporary: string, name: string) {
    this.#handle = handle;
    this.#temporary = temporary;
    this.#name = name;
  }

  /** A link is followed. Throws a UsageError if the file cannot be made there, or if something else stands there. */
  static async create(name: string): Promise<WholeFile> {
    const target = await targetOf(name);
    const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.part`);
    try {
      return new WholeFile(await open(temporary, "w"), temporary, target);
    } catch (error) {
      throw new UsageError(`${name}: cannot be written (${reasonOf(error)})`, { cause: error });
    }
  }

  async write(piece: Uint8Array | string): Promise<void> {
    const bytes = typeof piece === "string" ? Buffer.from(piece) : piece;
    for (let at = 0; at < bytes.length; ) at += (await this.#handle.write(bytes, at)).bytesWritten;
  }

  /** All of it is on disk. */
  async finish(): Promise<void> {
    await this.#handle.sync();
  }

  async keep(): Promise<void> {
    await this.#close();
    await rename(this.#temporary, this.#name);
  }

  async discard(): Promise<void> {
    if (!this.#open) return;
    await this.#close();
    await rm(this.#temporary, { force: true });
  }

  async #close(): Promise<void> {
    this.#open = false;
    await this.#handle.close();
  }
}

/**
 * Makes the files, lets `fill` write them and keeps all; if making or filling fails none is left. Each is renamed whole, one
 * after the other, when all are complete on disk. Undefined names make no file.
 */
export async function writeWhole<T>(
  names: readonly (string | undefined)[],
  fill: (files: readonly (WholeFile | undefined)[]) => Promise<T>,
): Promise<T> {
  const made: (WholeFile | undefined)[] = [];
  try {
    for (const name of names) made.push(name === undefined ? undefined : await WholeFile.create(name));
    const result = await fill(made);
    for (const file of made) await file?.finish();
    for (const file of made) await file?.keep();
    return result;
  } catch (error) {
    for (const file of made) await file?.discard();
    throw error;
  }
}

async function targetOf(name: string): Promise<string> {
  let target: string;
  try {
    target = await realpath(name);
  } catch {
    return name;
  }
  const found = await stat(target);
  if (found.isDirectory()) throw new UsageError(`${name}: expected a file to write, this is a folder`);
  if (!found.isFile()) throw new UsageError(`${name}: expected a file to write, this is a device or a pipe`);
  return target;
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT") return "there is no such folder";
  if (code === "EACCES" || code === "EPERM" || code === "EROFS") return "not allowed";
  return error instanceof Error ? error.message : String(error);
}
