import { lstat, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { writeWhole } from "../../src/cli/wholeFile.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "whole-"));
});
afterEach(() => rm(folder, { recursive: true }));

test("all files appear with what was written, and nothing else", async () => {
  await writeWhole([join(folder, "a"), undefined, join(folder, "b")], async ([a, none, b]) => {
    expect(none).toBeUndefined();
    await a?.write("甲\n");
    await a?.write(new Uint8Array([65, 66]));
    await b?.write("b");
    expect((await readdir(folder)).filter((name) => !name.endsWith(".part"))).toEqual([]);
  });
  expect(await readdir(folder)).toEqual(["a", "b"]);
  expect(await readFile(join(folder, "a"), "utf8")).toBe("甲\nAB");
});

test("after a failure the old file stands and no temporary one is left", async () => {
  await writeFile(join(folder, "a"), "old");
  const failing = writeWhole([join(folder, "a"), join(folder, "b")], async ([a]) => {
    await a?.write("half");
    throw new Error("stop");
  });
  await expect(failing).rejects.toThrow("stop");
  expect(await readdir(folder)).toEqual(["a"]);
  expect(await readFile(join(folder, "a"), "utf8")).toBe("old");
});

test("a place where no file can be made is refused before any work, and the first file is taken back", async () => {
  const work = async (): Promise<void> => expect.unreachable();
  await expect(writeWhole([join(folder, "a"), join(folder, "no", "b")], work)).rejects.toThrow(
    "there is no such folder",
  );
  await expect(writeWhole([folder], work)).rejects.toThrow("this is a folder");
  expect(await readdir(folder)).toEqual([]);
});

test("a link is followed, and what is no plain file is refused and stays", async () => {
  await writeFile(join(folder, "target.json"), "old");
  await symlink(join(folder, "target.json"), join(folder, "link.json"));
  await writeWhole([join(folder, "link.json")], async ([file]) => file?.write("new"));
  expect(await readFile(join(folder, "target.json"), "utf8")).toBe("new");
  expect((await lstat(join(folder, "link.json"))).isSymbolicLink()).toBe(true);
  await expect(writeWhole(["/dev/null"], async ([file]) => file?.write("x"))).rejects.toThrow("a device or a pipe");
});
